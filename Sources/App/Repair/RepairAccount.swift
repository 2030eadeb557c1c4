import Output
import Repair
import Scraping
import Weather

/// Tells what was learned, and why the rest was not.
struct RepairAccount {
  let result: RepairResult
  let explains: Bool

  /// Lines for people.
  var lines: [String] {
    var lines: [String] = []
    for repair in result.sections {
      if let learned = repair.learned {
        lines.append("\(repair.kind.rawValue): \(learned.rows) rows, \(learned.section.rows.first?.at ?? "")")
        let order = Field.all.map(\.key)
        let names = learned.section.fields.keys.sorted {
          (order.firstIndex(of: $0) ?? 99, $0) < (order.firstIndex(of: $1) ?? 99, $1)
        }
        let rows = names.map { name in
          ["  \(name)", learned.proofs[name]?.sentence ?? "", learned.section.fields[name]?.first?.at ?? ""]
        }
        lines += TextTable.lines(rows)
      } else if let trouble = repair.trouble {
        lines.append("\(repair.kind.rawValue): \(trouble.sentence)")
      } else if repair.proposed.isEmpty {
        lines.append("\(repair.kind.rawValue): nothing to repair")
      }
      let found = result.intact[repair.kind] ?? []
      if !found.isEmpty { lines.append("  found as before: \(found.map(\.name).joined(separator: ", "))") }
      for (name, selectors) in repair.proposed.sorted(by: { $0.key < $1.key }) {
        lines.append("  not sure: \(name)  \(selectors.first?.at ?? "")")
      }
      guard explains, let refused = repair.learned?.refused ?? repair.refused else { continue }
      lines += TextTable.lines(
        refused.sorted { $0.key.index < $1.key.index }.map { ["  not \($0.key.name)", $0.value.sentence] })
    }
    return lines
  }

  /// The same as JSON.
  func json(_ parser: String, file: String?, text: String?) -> String {
    let sections = result.sections.map { repair -> JsonValue in
      let learned = repair.learned
      let fields = (learned?.section.fields ?? [:]).sorted { $0.key < $1.key }.map { name, ladder in
        (key: name, value: Self.field(ladder, learned?.proofs[name]))
      }
      let refused = (learned?.refused ?? repair.refused ?? [:]).sorted { $0.key.index < $1.key.index }
      return .object([
        ("kind", .string(repair.kind.rawValue)), ("rows", learned.map { .number(Double($0.rows)) } ?? .null),
        ("pages", .number(Double(repair.pages))), ("fields", .object(fields)),
        ("proposed", .object(repair.proposed.sorted { $0.key < $1.key }.map { ($0.key, Self.field($0.value, nil)) })),
        ("intact", .array((result.intact[repair.kind] ?? []).map { .string($0.key) })),
        ("refused", .object(refused.map { ($0.key.key, .string($0.value.sentence)) })),
        ("trouble", repair.trouble.map { .string($0.sentence) } ?? .null),
      ])
    }
    return JsonValue.object([
      ("schema", "weatherterm/repair/1"), ("parser", .string(parser)), ("file", file.map { .string($0) } ?? .null),
      ("sections", .array(sections)), ("text", text.map { .string($0) } ?? .null),
    ]).line + "\n"
  }

  private static func field(_ ladder: [SiteDefinition.Selector], _ proof: LearnedSection.Proof?) -> JsonValue {
    var pairs: JsonValue.Pairs = [("selectors", .array(ladder.map { .string($0.at) }))]
    if let proof {
      pairs += [
        ("known", .string("\(proof.knowledge)")), ("seen", .number(Double(proof.seen))),
        ("of", .number(Double(proof.wanted))), ("margin", .number(proof.margin.rounded(decimals: 1))),
        ("pages", .number(Double(proof.pages))),
      ]
    }
    return .object(pairs)
  }
}
