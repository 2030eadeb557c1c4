internal import Basics
internal import Markup
internal import Weather

/// Finds values in the rows of one layout on one page.
struct ValueFinder {
  let section: CompiledSection
  let content: PageContent
  /// The place's zone; nil if unknown.
  let zone: PlaceZone?
  /// The run's clock.
  let now: LocalTime
  /// Returns the units of the page's bare numbers if a parser in Swift knows them.
  var pageUnits: (() throws(MarkupError) -> UnitSystem)?
  /// Other layouts of the same page, whose winds may tell the unit of a bare `Calm`.
  var others: [CompiledSection] = []
  private let state: State

  private final class State {
    /// The cached unit of the page's first wind in words, which is also that of a bare `Calm`.
    var calm: MeasurementUnit??
    /// The label of the current row.
    var label = ""
  }

  init(_ section: CompiledSection, _ content: PageContent, zone: PlaceZone?, now: LocalTime) {
    self.section = section
    self.content = content
    self.zone = zone
    self.now = now
    state = State()
  }

  /// The rows of the first path that matches any; the page itself if the section has no paths.
  func rows() throws(MarkupError) -> [PageContent.Row] {
    for path in section.columns {
      guard case .json(let path) = path else { continue }
      for columns in try content.values(path, at: .page) {
        for selector in section.date {
          guard case .json(let dates) = selector.path, let json = content.json else { continue }
          let count = try dates.values(in: columns, root: json).first?.count ?? 0
          if count > 0 { return (0..<count).map { .position($0, of: count, in: columns) } }
        }
      }
    }
    if section.rows.isEmpty, section.columns.isEmpty { return [.page] }
    for path in section.rows {
      let rows = try content.rows(path)
      if !rows.isEmpty { return rows }
    }
    return []
  }

  /// Reads fields of a row.
  ///
  /// - Parameter date: the row's date, for times of day.
  func values(_ fields: [CompiledField], of row: PageContent.Row, on date: CalendarDay?) throws(MarkupError)
    -> FoundValues
  {
    if section.winds.isEmpty { return try read(fields, of: row, on: date) }
    let isOfWind = { (field: CompiledField) in field.name.hasPrefix("wind") }
    var values = try read(fields.filter { !isOfWind($0) }, of: row, on: date)
    var winds: [FoundValues] = []
    for path in section.winds where winds.isEmpty {
      for wind in try content.rows(path, at: row) {
        winds.append(try read(fields.filter(isOfWind), of: wind, on: date))
      }
    }
    /// The wind with the highest value of a speed field, compared in m/s.
    func strongest(_ field: Field) -> FoundValues? {
      func speed(_ wind: FoundValues) -> Double { wind.fields[field]?.measured?.exactly(in: .metersPerSecond) ?? -1 }
      return winds.filter { speed($0) >= 0 }.max { speed($0) < speed($1) }
    }
    if let gust = strongest(.windGust) { values.fill(from: gust) { $0 == .windGust } }
    if let wind = strongest(.windSpeed) { values.fill(from: wind) { $0 != .windGust } }
    return values
  }

  private func read(_ fields: [CompiledField], of row: PageContent.Row, on date: CalendarDay?) throws(MarkupError)
    -> FoundValues
  {
    var values = FoundValues()
    for field in fields {
      for selector in field.ladder {
        if let basis = selector.basis, try isRejected(basis, at: row) { continue }
        guard let found = try find(selector, at: row) else { continue }
        let origin = Origin(layout: section.layout, selector: selector.text, text: found.raw.writtenText ?? "")
        if field.meaning == .wind {
          guard let wind = try wind(in: found.cell) else { continue }
          values.set(wind, from: origin)
        } else {
          guard let value = try value(field.meaning, selector, found, at: row, on: date) else { continue }
          if let known = field.field {
            values.set(value, of: known, from: origin)
          } else {
            values.set(value, of: field.name)
          }
        }
        break
      }
    }
    return values
  }

  // MARK: - Cells

  /// The cell a selector matched, before (`raw`) and after its transformations.
  struct Found {
    var cell: Cell
    var raw: Cell
    var node: Node?
  }

  /// Sets the variable `$label`.
  func setLabel(_ text: String) {
    state.label = text
    content.document?.setVariable("label", to: text)
  }

  /// Sets `$position` and `$count` from the row's label in a list of labels; returns false if it is not in there.
  private func align(along path: ValuePath, at row: PageContent.Row) throws(MarkupError) -> Bool {
    var (position, count) = (0, 0)
    try content.visit(path, at: row) { cell, _ in
      count += 1
      if position == 0, cell.writtenText == state.label { position = count }
      return true
    }
    content.document?.setVariable("position", to: String(position))
    content.document?.setVariable("count", to: String(count))
    return position > 0
  }

  /// The first node with a usable value; nil also if that value means unknown.
  func find(_ selector: CompiledSelector, at row: PageContent.Row) throws(MarkupError) -> Found? {
    if let along = selector.along, try !align(along: along, at: row) { return nil }
    var found: Found?
    try content.visit(selector.path, at: row) { (cell, node) throws(MarkupError) in
      if try !passes(selector, node, at: row) { return true }
      guard let cell = try joined(cell, selector, at: row) else { return false }
      switch selector.read(cell) {
      case .next: return true
      case .unknown: return false
      case .value(let value):
        found = Found(cell: value, raw: cell, node: node)
        return false
      }
    }
    return found
  }

  /// Appends the texts of the selector's `and` expressions to a cell; nil if one of them matches nothing.
  private func joined(_ cell: Cell, _ selector: CompiledSelector, at row: PageContent.Row) throws(MarkupError) -> Cell?
  {
    guard !selector.and.isEmpty else { return cell }
    var texts = [cell.writtenText]
    for path in selector.and {
      var text: String?
      try content.visit(path, at: row) { cell, _ in
        text = cell.writtenText
        return false
      }
      texts.append(text)
    }
    let known = texts.compactMap { $0 }
    return known.count == texts.count ? .text(known.joined(separator: " ")) : nil
  }

  /// True if a value's quality flag is acceptable, or if it has none.
  private func passes(_ selector: CompiledSelector, _ node: Node?, at row: PageContent.Row) throws(MarkupError) -> Bool
  {
    guard let quality = section.quality else { return true }
    switch quality.at {
    case .xpath(let path):
      return try node?.element.value(path).map { quality.passes.value(in: $0.text) != nil } ?? true
    case .json(let path):
      guard let stated = try beside(selector, at: row, path), !stated.isNull else { return true }
      return stated.string.flatMap { quality.passes.value(in: $0) } != nil
    case .constant: return true
    }
  }

  /// True if any value of a field has a failing quality flag.
  private func isRejected(_ field: Field, at row: PageContent.Row) throws(MarkupError) -> Bool {
    var isRejected = false
    for selector in section.fields.first(where: { $0.field == field })?.ladder ?? [] {
      if case .json = selector.path {
        if try !passes(selector, nil, at: row) { isRejected = true }
        continue
      }
      try content.visit(selector.path, at: row) { (_, node) throws(MarkupError) in
        if try !passes(selector, node, at: row) { isRejected = true }
        return !isRejected
      }
    }
    return isRejected
  }

  /// Evaluates a path in the JSON object that a value is a member of.
  func beside(
    _ selector: CompiledSelector, at row: PageContent.Row, _ path: JSONPath
  ) throws(MarkupError) -> JSON? {
    guard !path.isAbsolute, let owner = selector.owner else { return try content.values(path, at: row).first }
    guard let object = try content.values(owner, at: row).first else { return nil }
    return try content.values(path, at: .json(object)).first
  }

  /// Reads current conditions; nil if the observation time is required but missing, or too old.
  func moment() throws(MarkupError) -> FoundValues? {
    guard let row = try rows().first else { return nil }
    let observed = try date(section.date, at: row)?.moment
    if observed == nil, !section.date.isEmpty { return nil }
    if let observed, let oldest = section.oldest,
      Duration.seconds(now.secondsSince1970 - observed.secondsSince1970) > oldest
    {
      return nil
    }
    var values = try values(section.fields, of: row, on: nil)
    if let observed {
      values.set(.time(observed), of: .observed, from: Origin(layout: section.layout, selector: "", text: ""))
    }
    return values
  }

  /// True if any of the selectors matches, or is true.
  func holds(any ladder: [CompiledSelector]) throws(MarkupError) -> Bool {
    for selector in ladder where content.speaks(selector.path) {
      let isThere = try selector.match == nil ? content.holds(selector.path) : find(selector, at: .page) != nil
      if isThere { return true }
    }
    return false
  }

  /// All texts that a selector matches, sorted by the numbers of `by` if each text has one.
  func texts(_ selector: CompiledSelector) throws(MarkupError) -> [String] {
    var (texts, numbers) = ([String](), [Double]())
    try content.visit(selector.path, at: .page) { cell, _ in
      if case .value(let value) = selector.read(cell), let text = value.writtenText { texts.append(text) }
      return true
    }
    guard let by = selector.by else { return texts }
    try content.visit(by, at: .page) { cell, _ in
      if let number = cell.plainNumber { numbers.append(number) }
      return true
    }
    guard numbers.count == texts.count else { return texts }
    // Stable: equal numbers keep the order of the answer.
    return texts.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }.map { texts[$0] }
  }

  /// The first text that the selectors find.
  func text(_ ladder: [CompiledSelector], at row: PageContent.Row = .page) throws(MarkupError) -> String? {
    for selector in ladder {
      if let text = try find(selector, at: row)?.cell.writtenText { return text }
    }
    return nil
  }

  /// True if the value is neither false, 0 nor no; nil if there is none.
  func isTrue(_ ladder: [CompiledSelector], at row: PageContent.Row) throws(MarkupError) -> Bool? {
    for selector in ladder {
      guard let text = try find(selector, at: row)?.cell.writtenText else { continue }
      return !["false", "0", "no"].contains(text.lowercased())
    }
    return nil
  }

  private func value(
    _ meaning: FieldMeaning, _ selector: CompiledSelector, _ found: Found, at row: PageContent.Row,
    on date: CalendarDay?
  ) throws(MarkupError) -> FieldValue? {
    let cell = found.cell
    switch meaning {
    case .condition: return cell.condition.map { .words($0) }
    case .words: return cell.words.map { .words($0) }
    case .compass: return cell.compassPoint.map { .direction($0) }
    case .plain: return cell.plainNumber.map { .number($0) }
    case .time: return try time(selector, found, at: row, on: date).map { .time($0) }
    case .wind: return nil
    // In markup, a wind arrow's bearing is its CSS rotation.
    case .value(let kind) where kind.quantity == .angle && found.node != nil && cell.rotation != nil:
      return cell.rotation.map { .number($0) }
    case .value(let kind):
      guard let context = try context(kind, selector, found, at: row) else { return nil }
      return cell.value(kind, context)
    }
  }

  private func wind(in cell: Cell) throws(MarkupError) -> Wind? {
    guard case .text(let text) = cell else { return nil }
    var wind = WindText.wind(in: text)
    if wind.speed == nil, text.lowercased().contains("calm") {
      wind = WindText.wind(in: text, calm: try calmUnit())
    }
    return wind == Wind() ? nil : wind
  }

  private func calmUnit() throws(MarkupError) -> MeasurementUnit? {
    if let known = state.calm { return known }
    var texts: [String] = []
    let label = state.label
    for section in [section] + others {
      let finder = ValueFinder(section, content, zone: zone, now: now)
      let ladders = section.fields.filter { $0.meaning == .wind }.map(\.ladder)
      for row in ladders.isEmpty ? [] : try finder.rows() {
        finder.setLabel(try finder.date(section.date, at: row)?.text ?? "")
        for ladder in ladders { try finder.text(ladder, at: row).map { texts.append($0) } }
      }
    }
    setLabel(label)
    let unit = WindText.unit(in: texts)
    state.calm = .some(unit)
    return unit
  }
}
