internal import Basics
internal import Markup
public import Scraping
internal import Weather

/// Learns where rows and fields of one kind stand on a page of a new design, from values that are known to be true.
///
/// 1. rows by the texts that date them; 2. for every short text in a few boxes the paths that may find it; 3. paths that
/// give the same texts on all rows of all looks are one column; 4. evidence and words choose the column of each field;
/// 5. of its paths the cheapest, and one or two of another kind.
public struct SectionLearner {
  let kind: SiteDefinition.Section.Kind
  let looks: [Look]
  /// The sections of this kind, and the units, of the definition as it is.
  let old: [SiteDefinition.Section]
  let oldUnits: [String]

  /// A learner of rows of a kind; the first look is the one that is learned from, the others have to agree.
  public init(_ kind: SiteDefinition.Section.Kind, _ looks: [Look], of definition: SiteDefinition) {
    self.kind = kind
    self.looks = looks
    old = definition.sections[kind] ?? []
    oldUnits = ([definition.units] + old.map(\.units)).flatMap { ($0.byQuantity["temperature"] ?? []) + $0.all }.map(
      \.at)
  }

  /// The fields that may be learned: those of the rows of which something is known.
  private var fields: [Field] {
    let unread: Set<Field> = [.observed, .windDegrees]
    let all = kind == .halves ? [Field.temperature] + RowKinds.day.fields : Self.rowKind(kind).fields
    return all.filter { field in
      !unread.contains(field) && !(kind == .halves && [.high, .low].contains(field))
        && looks.contains { $0.source(of: field) != nil }
    }
  }

  static func rowKind(_ kind: SiteDefinition.Section.Kind) -> RowKinds {
    switch kind {
    case .current, .place: .current
    case .hours: .hour
    case .today, .days, .halves: .day
    }
  }

  /// What was learned; throws a ``Trouble`` where there are no rows.
  public func learn() throws(Trouble) -> LearnedSection {
    guard let first = looks.first else { throw .noRows }
    let finder = RowFinder(tree: first.tree, kind: kind, today: first.today, secondsOfDay: first.secondsOfDay)
    let runs = finder.runs()
    if runs.isEmpty { throw .noRows }
    let known = first.keys
    let fitting = runs.map { run in (hits: run.keys.count { known.contains($0) }, run: run) }
      .filter { $0.hits >= max(3, min($0.run.keys.count, known.count) / 2) }
    if fitting.isEmpty { throw .otherDates }
    var best: LearnedSection?
    var trouble = Trouble.noRowPath
    var tried: Set<[Int]> = []
    for (_, run) in fitting.enumerated().sorted(by: { ($1.element.hits, $0.offset) < ($0.element.hits, $1.offset) })
      .prefix(8).map(\.element) where tried.insert(run.boxes).inserted
    {
      do throws(Trouble) {
        let found = try learn(run)
        if found.score > best?.score ?? -.infinity { best = found }
      } catch {
        trouble = error
      }
    }
    guard let best else { throw trouble }
    return best
  }

  // MARK: - Rows

  private func learn(_ run: DatedRows) throws(Trouble) -> LearnedSection {
    let first = looks[0]
    try checkTexts(run)
    let labels = labelPaths(run)
    let rows = rowPaths(run, labels)
    guard let row = rows.first, let label = labels.first else { throw .noRowPath }
    let dates = SelectorPath.distinct(labels, 2).map { dateSelector($0, run) }
    var all: [(look: Look, boxes: [Int], keys: [RowKey?])] = [(first, run.boxes, run.keys.map { $0 })]
    for look in looks.dropFirst() {
      let (boxes, keys) = rowsElsewhere(look, row.text, label, run.style)
      if keys.count(where: { $0 != nil }) < 2 { throw .noRowsElsewhere(path: row.text) }
      all.append((look, boxes, keys))
    }
    let layout = SiteDefinition.Section(
      "repaired", rows: SelectorPath.distinct(rows, 2).map { SiteDefinition.Selector($0.text) }, date: dates,
      lowsAreNights: old.contains(where: \.lowsAreNights))
    var learned = LearnedSection(kind: kind, section: layout, keys: Set(run.keys))
    let columns = ColumnFinder(looks: all.map { ($0.look, $0.boxes) }, isFlat: run.isFlat).columns()
    let columnsKnown = KnownColumns(all.map { ($0.look, $0.keys) }, fields)
    let choice = FieldChooser(columns, columnsKnown, fields, old: old).choose()
    take(choice, rows: row.text, into: &learned)
    // Of two lists of the same days the one with more of them counts.
    let known = looks[0].keys
    learned.score += 2 * Double(run.keys.count { known.contains($0) }) + 0.2 * Double(min(run.keys.count, 20))
    return learned
  }

  /// Broken markup, in which rows swallow each other, has boxes that say much of the same.
  private func checkTexts(_ run: DatedRows) throws(Trouble) {
    guard !run.isFlat else { return }
    let tree = looks[0].tree
    let sizes = run.boxes.map { tree.elements[$0].end - $0 }.sorted()
    let middle = sizes[sizes.count / 2]
    // A box that is many times as large as the others holds more than its row.
    if sizes.contains(where: { $0 > 6 * middle + 40 }) { throw .brokenRows }
  }

  /// The paths from a box to its label, the cheapest first.
  private func labelPaths(_ run: DatedRows) -> [SelectorPath] {
    if run.isFlat { return [SelectorPath(text: ".", price: 0.5, kind: "self")] }
    let tree = looks[0].tree
    let maker = PathMaker(
      tree: tree, varying: run.style == .text ? ["id", "aria-label", "title", "datetime"] : [])
    var pool = SelectorPool()
    for index in Set([0, run.boxes.count / 2]).sorted() {
      maker.paths(to: run.labels[index], in: run.boxes[index], into: &pool)
      if run.labels[index] == run.boxes[index] { pool.add(".", 0.5, "self") }
    }
    var found: [SelectorPath] = []
    for path in pool.sorted where found.count < 5 {
      let keys = keys(looks[0], run.boxes, path, run.style)
      guard keys == run.keys.map({ $0 }) else { continue }
      if run.style == .text {
        found.append(path)
      } else {
        found.append(SelectorPath(text: path.text + "/@datetime", price: path.price, kind: path.kind))
      }
    }
    return found
  }

  private func dateSelector(_ path: SelectorPath, _ run: DatedRows) -> SiteDefinition.Selector {
    if run.style == .datetime { return SiteDefinition.Selector(path.text) }
    return SiteDefinition.Selector(path.text, format: kind == .hours ? "clock" : "label")
  }

  /// What rows are known by whose labels a path finds.
  private func keys(_ look: Look, _ boxes: [Int], _ path: SelectorPath, _ style: DatedRows.Style) -> [RowKey?] {
    let tree = look.tree
    let found = boxes.map { box in
      style == .text
        ? tree.find(path.text, from: box).first { !tree.text($0).isEmpty }
        : tree.find(path.text, from: box).first { tree.elements[$0].attribute("datetime") != nil }
    }
    if style == .datetime {
      return found.map { index in
        guard let text = index.flatMap({ tree.elements[$0].attribute("datetime") }) else { return nil }
        if kind == .days { return CalendarDay(text.prefix(10)).map { .day($0) } }
        return (LocalTime(text) ?? LocalTime(text, offset: 0)).map { .hour($0) }
      }
    }
    let labels = found.map { RowLabel($0.map { tree.text($0) } ?? "") }
    switch kind {
    case .hours:
      var last: Int?
      return labels.map { label in
        guard let seconds = label.seconds else { return nil }
        var day = last.map { $0 / 86_400 } ?? look.today.number
        if let last, seconds <= last % 86_400 { day += 1 }
        if last == nil, seconds + 3600 <= look.secondsOfDay { day += 1 }
        last = day * 86_400 + seconds
        return .hour(day * 86_400 + seconds)
      }
    case .halves:
      let halves = RowLabel.halves(of: labels, nights: labels.map(\.isNight), from: look.today).halves
      return halves.map { half in half.map { .half($0.day, isNight: $0.isNight) } }
    default: return RowLabel.days(of: labels, from: look.today).map { $0.map { .day($0) } }
    }
  }

  private func rowPaths(_ run: DatedRows, _ labels: [SelectorPath]) -> [SelectorPath] {
    guard let label = labels.first else { return [] }
    let tree = looks[0].tree
    guard let root = tree.document.root else { return [] }
    let boxes = Set(run.boxes)
    var found: [SelectorPath] = []
    for var path in RowPaths(tree: tree, boxes: run.boxes, labels: run.isFlat ? [] : labels).paths() {
      guard found.count < 6 else { break }
      guard let nodes = try? root.nodes(path.text), nodes.count <= 6 * boxes.count + 20 else { continue }
      let indexes = nodes.compactMap { tree.index(of: $0) }
      guard boxes.isSubset(of: indexes) else { continue }
      let extra = indexes.filter { !boxes.contains($0) }
      // What is found beside the rows must not look like one, and must not change what the rows are known by.
      guard !extra.contains(where: { isDated($0, label) }), isKnownBy(run, indexes, label) else { continue }
      path.price += 0.15 * Double(extra.count) / Double(boxes.count)
      found.append(path)
    }
    return found.sorted { ($0.price, $0.text) < ($1.price, $1.text) }
  }

  /// Whether rows among others are still known by what they were.
  private func isKnownBy(_ run: DatedRows, _ indexes: [Int], _ label: SelectorPath) -> Bool {
    let bare = SelectorPath(text: label.text.replacing("/@datetime", with: ""), price: 0, kind: "")
    let keys = keys(looks[0], indexes, bare, run.style)
    let own = zip(indexes, keys).compactMap { index, key in run.boxes.contains(index) ? key : nil }
    return own == run.keys
  }

  private func isDated(_ index: Int, _ label: SelectorPath) -> Bool {
    let tree = looks[0].tree
    if label.text.hasSuffix("/@datetime") { return !tree.find(String(label.text.dropLast(10)), from: index).isEmpty }
    guard let found = tree.find(label.text, from: index).first else { return false }
    let text = tree.text(found)
    guard !text.isEmpty, text.count <= 40 else { return false }
    let read = RowLabel(text)
    if kind == .hours { return read.seconds != nil }
    return read.weekday != nil || read.isToday || read.date(near: looks[0].today) != nil
  }

  /// The rows of another look by the paths that were found.
  private func rowsElsewhere(
    _ look: Look, _ rows: String, _ label: SelectorPath, _ style: DatedRows.Style
  ) -> (boxes: [Int], keys: [RowKey?]) {
    guard let root = look.tree.document.root, let nodes = try? root.nodes(rows) else { return ([], []) }
    let bare = SelectorPath(text: label.text.replacing("/@datetime", with: ""), price: 0, kind: "")
    let boxes = nodes.compactMap { look.tree.index(of: $0) }.filter { box in
      look.tree.find(bare.text, from: box).contains { style == .datetime || !look.tree.text($0).isEmpty }
    }
    return (boxes, keys(look, boxes, bare, style))
  }

  // MARK: - Fields

  /// Makes selectors of what was chosen.
  private func take(_ choice: FieldChooser.Choice, rows: String, into learned: inout LearnedSection) {
    var chosen = choice.chosen
    learned.refused = choice.refused
    let bare = chosen.filter { field, taken in
      field.quantity == .temperature && !Self.saysUnit(taken.offer.texts)
    }
    if !bare.isEmpty {
      // One of the temperatures may carry the letter that the others leave out.
      let near = chosen.filter { $0.key.quantity == .temperature && $0.value.offer.reading == .plain }
        .flatMap { $0.value.offer.column.paths.prefix(2) }.filter { $0.text.hasPrefix("./") }
        .map { rows + $0.text.dropFirst() }.sorted()
      let paths = UnitPaths(looks: Array(zip(looks, choice.units))).paths(old: oldUnits, near: near)
      if paths.isEmpty {
        for (field, taken) in bare {
          chosen[field] = nil
          learned.refused[field] = .noUnit(at: taken.offer.column.paths[0].text)
        }
      } else {
        learned.section.units = SiteDefinition.Units(
          byQuantity: ["temperature": paths.map { SiteDefinition.Selector($0) }])
      }
    }
    // A wind told in words is one field: speed, gusts and direction stand in the same text.
    let wind = chosen[.windSpeed]?.offer
    let isProse = wind?.texts.contains { $0.map(FieldText.isProse) ?? false } ?? false
    if isProse, let direction = chosen[.windDirection], direction.offer.texts == wind?.texts {
      chosen[.windDirection] = nil
    }
    for (field, taken) in chosen {
      let name = field == .windSpeed && isProse ? "wind" : field.key
      let (offer, fit) = (taken.offer, taken.offer.fit)
      learned.section.fields[name] = Self.ladder(field, offer)
      learned.proofs[name] = LearnedSection.Proof(
        seen: fit.seen, wanted: fit.wanted, knowledge: fit.knowledge, margin: taken.margin)
      learned.score += max(0.5, Double(fit.seen) + 0.5 * (fit.evidence ?? 0))
    }
  }

  private static func saysUnit(_ texts: [String?]) -> Bool {
    texts.allSatisfy { text in text.map { MeasurementUnit.ofTemperature(saidIn: $0) != nil } ?? true }
  }

  /// Of a column's paths the cheapest, and up to two of another kind. One that speaks of the field is worth more than one
  /// that merely finds it.
  private static func ladder(_ field: Field, _ offer: Offer) -> [SiteDefinition.Selector] {
    let lexicon = Lexicon()
    let sorted = offer.column.paths.map { path -> (Double, SelectorPath) in
      (path.price - (lexicon.judge(field, path.text).speaksFor ? 1.2 : 0), path)
    }
    .sorted { ($0.0, $0.1.text.count, $0.1.text) < ($1.0, $1.1.text.count, $1.1.text) }.map(\.1)
    return SelectorPath.ladder(sorted).flatMap { path in
      offer.reading.steps.map { match, sentence in
        SiteDefinition.Selector(
          path.text, match: match, sentence: sentence, format: field.kind == .time ? "clock" : nil)
      }
    }
  }
}
