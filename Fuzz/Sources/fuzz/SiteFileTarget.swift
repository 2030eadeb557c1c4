import Foundation
import Scraping
import Trials

/// Fuzzes site files: every error must have a position and a one-line message.
struct SiteFileTarget: FuzzTarget {
  let name = "site-file"
  let seeds: [[UInt8]]

  /// Seeds: the built-in files, and other YAML syntax.
  init(fixtures: String) {
    let folder = "\(fixtures)/../../Sources/Parsers"
    let files = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
    let texts = files.filter { $0.hasSuffix(".yaml") }.compactMap {
      FileManager.default.contents(atPath: "\(folder)/\($0)")
    }
    seeds =
      texts.map { [UInt8]($0) } + [
        Array("format: 1\na: &a [x]\nb: [*a, *a]\n<<: {area: no}\n? {x: y}\n: !!binary aGk=\n--- 1\n...\n".utf8),
        Array(
          "format: 1\nextends: SMHI\ndays: [{rows: \"$..a[?@.b > 1]\", date: {at: d, format: \"yyyy'x'\"}}]\n".utf8),
      ]
  }

  func take(_ bytes: [UInt8]) {
    do throws(DefinitionErrors) {
      let text = try SiteDefinition.text(of: bytes, file: "Fuzz.yaml")
      _ = DefinedParser(try SiteDefinition(checking: text, file: "Fuzz.yaml")).facts
    } catch {
      if error.all.isEmpty { broken("an error without a fault") }
      for fault in error.all where (fault.position?.line ?? 0) < 1 || (fault.position?.column ?? 0) < 1 {
        broken("\(fault) without a place")
      }
    }
  }
}
