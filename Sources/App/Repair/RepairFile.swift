import Basics
import Output
import Repair
import Scraping
import Weather

/// The text of a site file that extends a parser by what was learned.
struct RepairFile {
  /// The parser that it extends, and its own name.
  let name: String
  let file: String
  let title: String
  let date: CalendarDay
  let definition: SiteDefinition
  /// Whether the parser takes its units from the file's own key and not from a section's.
  let hasFileUnits: Bool

  /// The first words of a file that is a repair's, and may be replaced by the next one.
  static let mark = "# Learned by weatherterm repair"

  /// The file.
  ///
  /// - Parameter older: the text of an older repair, whose other sections stay.
  func text(_ sections: [SectionRepair], older: String?) -> String {
    let learned = sections.filter { $0.learned != nil }
    var lines = [
      "# yaml-language-server: $schema=site-1.json",
      "\(Self.mark): where \(title) has its values since its redesign.",
      "# Nobody has looked at it until 'weatherterm repair \(file) --accept' says so below.",
      "format: 1", "extends: \(name)", "repaired: {date: \(date), status: proposed}",
    ]
    let units = learned.compactMap { $0.learned?.section.units.byQuantity["temperature"] }.flatMap { $0 }.map(\.at)
    if hasFileUnits, !units.isEmpty {
      let old = definition.units.byQuantity["temperature"]?.map(\.at) ?? []
      let all = units + old.filter { !units.contains($0) }
      lines.append("units: {temperature: [\(all.map(Self.quoted).joined(separator: ", "))]}")
    }
    for repair in learned { lines += [""] + self.lines(repair) }
    let text = lines.map { $0 + "\n" }.joined()
    let written = Set(learned.map(\.kind.rawValue))
    let kept = older.map { Self.blocks($0) }?.filter { key, _ in
      Section.Kind(rawValue: key) != nil && !written.contains(key)
    }
    return text + (kept ?? []).map { "\n" + $0.text }.joined()
  }

  private typealias Section = SiteDefinition.Section

  private func lines(_ repair: SectionRepair) -> [String] {
    guard let learned = repair.learned else { return [] }
    let section = learned.section
    let page = definition.sections[repair.kind]?.first?.page
    let pages = repair.pages == 1 ? "one page" : "\(repair.pages) pages"
    var lines = [
      "# \(learned.rows) rows by their dates, on \(pages)", "\(repair.kind.rawValue):", "  layout: repaired",
    ]
    if let page { lines.append("  page: \(page)") }
    if section.lowsAreNights, repair.kind == .days { lines.append("  lows: night") }
    lines.append("  rows: \(Self.list(section.rows))")
    lines.append("  \(repair.kind == .hours ? "time" : "date"): \(Self.list(section.date))")
    if !hasFileUnits, let units = section.units.byQuantity["temperature"], !units.isEmpty {
      lines.append("  units: {temperature: \(Self.list(units))}")
    }
    let order = Field.all.map(\.key)
    func place(_ name: String) -> Int { order.firstIndex(of: name == "wind" ? "windSpeed" : name) ?? order.count }
    for name in section.fields.keys.sorted(by: { place($0) < place($1) }) {
      if let proof = learned.proofs[name] { lines.append("  # \(proof.sentence)") }
      lines.append("  \(name): \(Self.list(section.fields[name] ?? []))")
    }
    for name in repair.proposed.keys.sorted(by: { place($0) < place($1) }) {
      lines.append("  # not sure, so not read: it takes a second page")
      lines.append("  # \(name): \(Self.list(repair.proposed[name] ?? []))")
    }
    return lines
  }

  // MARK: - Selectors

  private static func list(_ selectors: [SiteDefinition.Selector]) -> String {
    let texts = selectors.map(selector)
    return texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
  }

  private static func selector(_ selector: SiteDefinition.Selector) -> String {
    var steps = ["at: \(quoted(selector.at))"]
    if let match = selector.match { steps.append("match: \(quoted(match))") }
    if let sentence = selector.sentence { steps.append("sentence: \(sentence.rawValue)") }
    if let format = selector.format { steps.append("format: \(format)") }
    return steps.count == 1 ? quoted(selector.at) : "{\(steps.joined(separator: ", "))}"
  }

  private static func quoted(_ text: String) -> String { JsonValue.quoted(text) }

  // MARK: - Text of a file

  /// The top keys of a file with their lines, comments above them included.
  static func blocks(_ text: String) -> [(key: String, text: String)] {
    var blocks: [(key: String, text: String)] = []
    var waiting = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let first = line.first
      if first == nil || first == "#" {
        if first != nil { waiting += line + "\n" }
      } else if first == " " || first == "-", !blocks.isEmpty {
        blocks[blocks.count - 1].text += waiting + line + "\n"
        waiting = ""
      } else {
        blocks.append((String(line.prefix { $0 != ":" }), waiting + line + "\n"))
        waiting = ""
      }
    }
    return blocks
  }

  /// The text with `status: accepted`; nil where it says no status that could be changed.
  static func accepted(_ text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("repaired:") }) else { return nil }
    for index in start..<lines.count where index == start || lines[index].hasPrefix(" ") {
      if let range = lines[index].firstRange(of: "proposed") {
        lines[index].replaceSubrange(range, with: "accepted")
        return lines.joined(separator: "\n")
      }
      if index > start, !lines[index].hasPrefix(" ") { break }
    }
    return nil
  }
}
