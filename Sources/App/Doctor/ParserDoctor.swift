import Basics
import Scraping
import Weather
import Web

/// Checks parsers by the statistics of their answers.
struct ParserDoctor {
  let cache: Cache?
  let now: LocalTime

  /// Whether a parser has statistics or is a user's file.
  func knows(_ parser: any ForecastParser) -> Bool {
    (parser as? SiteFileParser)?.userFile != nil || health(of: parser)?.parts.isEmpty == false
  }

  /// Nil if a newer program wrote the statistics.
  private func health(of parser: any ForecastParser) -> ParserHealth? {
    ParserHealth.kept(cache?.sideFile(ParserHealth.file(of: parser.name)), of: parser, at: now.secondsSince1970)
  }

  func check(_ parser: any ForecastParser) -> ParserCheck {
    var check = ParserCheck(name: parser.name, text: "")
    check.file = (parser as? SiteFileParser)?.userFile
    check.isRepaired = parser.openRepair != nil
    do throws(DefinitionErrors) { try parser.open() } catch {
      // The file's own check has the details.
      (check.light, check.status, check.text) = (.red, .configuration, "its site file is wrong")
      return check
    }
    guard let health = health(of: parser) else {
      check.text = "a newer weatherterm has counted its answers"
      return check
    }
    describe(health, parser, &check)
    if check.isRepaired {
      check.light = max(check.light, .yellow)
      check.text += "; nobody has accepted what was learned: weatherterm repair \(parser.name) --accept"
    }
    return check
  }

  private func describe(_ health: ParserHealth, _ parser: any ForecastParser, _ check: inout ParserCheck) {
    guard !health.parts.isEmpty else {
      check.text = "no answers yet"
      return
    }
    // An answer for today counts in two parts, its day and the current conditions.
    let pages = Dictionary(grouping: health.parts, by: \.page)
    check.answers = pages.values.reduce(0) { $0 + ($1.map(\.answers).max() ?? 0) }
    check.since = health.since
    check.last = health.parts.map(\.last).max()
    let drifts = health.drifts(now: now.secondsSince1970)
    check.light = drifts.isEmpty ? .green : drifts.contains { $0.kind != .later } ? .red : .yellow
    let count = check.answers == 1 ? "1 answer" : "\(check.answers) answers"
    check.text = "\(count) since \(text(health.since))"
    if let first = drifts.filter({ $0.kind == .unreadable }).map(\.since).min() {
      check.text = "its pages cannot be read since \(text(first)); \(check.text)"
    } else if let note = DriftNote(parser: parser.name, drifts, offset: now.offset) {
      check.text = "\(note.sentence); \(check.text)"
    } else {
      check.text += ", all fields as usual"
    }
    let ladder = parser.readDefinition.map { SelectorLadder(definition: $0) }
    for part in health.parts {
      for field in part.rows.fields {
        guard let known = part.fields.first(where: { $0.field == field }) else { continue }
        check.fields.append(self.check(known, part, drifts, ladder))
      }
    }
    check.unusedLayouts = ladder.map { unusedLayouts($0.definition, health) } ?? []
  }

  private func check(
    _ field: FieldHealth, _ part: ParserHealth.Part, _ drifts: [Drift], _ ladder: SelectorLadder?
  ) -> FieldCheck {
    let drift = drifts.first { $0.field == field.field && $0.page == part.page && $0.rows == part.rows }
    let way = field.ways.first?.way
    let position = way.flatMap { ladder?.position(of: $0, for: field.field, in: part.rows) }
    return FieldCheck(
      page: part.page, rows: part.rows, field: field.field,
      light: drift.map { $0.kind == .later ? .yellow : .red } ?? (field.missing > 0 ? nil : .green),
      found: field.found, total: field.found + field.missed + field.missing,
      way: way, depth: position?.depth, depths: position?.of,
      since: field.missing > 0 ? field.lastFound : field.later > 0 ? field.laterSince : field.firstFound,
      isMissing: field.missing > 0)
  }

  /// The layouts that gave no value in any answer, of the sections that were asked for.
  private func unusedLayouts(_ definition: SiteDefinition, _ health: ParserHealth) -> [String] {
    SiteDefinition.Section.Kind.allCases.flatMap { kind -> [String] in
      let parts = health.parts.filter { SelectorLadder.sections(of: $0.rows).contains(kind) && $0.asks(for: kind) }
      guard kind != .place, !parts.isEmpty else { return [] }
      let used = Set(parts.flatMap { $0.fields.flatMap { $0.ways.map(\.way.layout) } })
      return (definition.sections[kind] ?? []).map(\.layout).filter { !$0.isEmpty && !used.contains($0) }
        .map { "\(kind.rawValue): \($0)" }
    }
  }

  private func text(_ seconds: Int) -> String {
    DriftNote.text(LocalTime(secondsSince1970: seconds, offset: now.offset).day)
  }
}

extension ParserHealth.Part {
  /// Whether the part's questions read a section; `today` is only read for today.
  fileprivate func asks(for kind: SiteDefinition.Section.Kind) -> Bool {
    switch kind {
    case .today: page == "today"
    case .days, .halves: page != "today"
    default: true
    }
  }
}
