import Foundation
import Testing
import Weather

@testable import Scraping

struct SiteFileSchemaTests {
  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.checkout.appending(path: path), encoding: .utf8)
  }

  @Test func theFileIsWhatTheCommandPrints() throws {
    #expect(
      try text("schema/site-1.json") == SiteFileSchema.text(),
      "write it anew: .build/debug/weatherterm schema site > schema/site-1.json")
  }

  /// The words in backticks in the first cells of the tables of `docs/site-files.md` that list keys.
  private func documentedKeys() throws -> Set<String> {
    var keys: Set<String> = []
    var listsKeys = false
    for line in try text("docs/site-files.md").split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: "|")
      guard line.hasPrefix("|"), let first = cells.first else {
        listsKeys = false
        continue
      }
      if ["key", "step", "section"].contains(first.trimmingCharacters(in: .whitespaces)) { listsKeys = true }
      if listsKeys {
        keys.formUnion(
          first.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
      }
    }
    return keys
  }

  @Test func theDocumentHasTheReadersKeys() throws {
    let fields = Set(Field.all.map(\.key) + SiteDefinition.Section.Kind.place.fieldNames + ["wind"])
    let known = SiteFileSchema.keys.values.reduce(Set<String>()) { $0.union($1) }.subtracting(fields)
    let documented = try documentedKeys()
    #expect(documented.subtracting(fields).subtracting(known) == [])
    #expect(known.subtracting(documented) == [])
    let prose = try text("docs/site-files.md")
    for name in SiteDefinition.Section.Kind.place.fieldNames { #expect(prose.contains("`\(name)`"), "\(name)") }
  }

  @Test func everyKeyIsExplained() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(SiteFileSchema.text().utf8)) as? [String: Any])
    let parts = try #require(schema["$defs"] as? [String: [String: Any]])
    let maps = [schema] + parts.values.flatMap { [$0] + ($0["anyOf"] as? [[String: Any]] ?? []) }
    var count = 0
    for case (let name, let key as [String: Any]) in maps.flatMap({ $0["properties"] as? [String: Any] ?? [:] }) {
      count += 1
      #expect((key["description"] as? String)?.hasSuffix(".") == true, "\(name)")
    }
    #expect(count > 100)
  }
}
