internal import Basics

/// A guess at a section: what rows are of, how they are dated, and their fields.
struct GuessedSection {
  var kind: SiteDefinition.Section.Kind
  let rows: GuessedRows
  let date: GuessedDate
  /// Beside `date` or `time`.
  var extra: [(key: String, value: String, comment: String)] = []
  var fields: [GuessedField]

  /// How many fields are worth something; a temperature is what a forecast is about.
  var score: Int {
    let keys = Set(fields.filter { $0.certainty > .unsure }.map(\.key))
    return keys.count + (keys.isDisjoint(with: ["temperature", "high", "low"]) ? 0 : 4)
      + (fields.contains { ["temperature", "high", "low"].contains($0.key) } ? 1 : 0)
  }

  /// A guess at rows; nil where they have no date, or nothing of the weather.
  init?(_ rows: GuessedRows, clock: LocalTime) {
    guard let (date, index) = Self.date(of: rows, clock) else { return nil }
    self.rows = rows
    self.date = date
    kind = Self.kind(date, rows)
    let names = rows.leaves.map { FieldConcept.concepts(of: FieldConcept.words(of: $0.name)) }
    if kind == .halves,
      let flag = rows.leaves.firstIndex(where: {
        $0.name.lowercased().contains("day") && Set($0.known).isSubset(of: ["true", "false"]) && !$0.known.isEmpty
      })
    {
      extra.append(
        (
          "day", GuessedSelector(at: rows.leaves[flag].path).yaml,
          "\(rows.leaves[flag].name), such as \"\(rows.leaves[flag].known[0])\""
        ))
    }
    let kind = kind
    let hasUnits = rows.units != nil
    fields = rows.leaves.indices.filter { $0 != index && !names[$0].contains(.issue) }.compactMap {
      GuessedField(rows.leaves[$0], in: kind, hasUnits: hasUnits)
    }
    // `SW 7`, whose unit stands elsewhere.
    fields += fields.compactMap(\.directionBeside)
    if fields.isEmpty { return nil }
    // Of several places for one field the surest comes first, and the others are left to the user.
    var known: Set<String> = []
    fields = fields.enumerated().sorted { ($1.element.certainty, $0.offset) < ($0.element.certainty, $1.offset) }.map(
      \.element)
    for index in fields.indices where !known.insert(fields[index].key).inserted { fields[index].certainty = .unsure }
  }

  /// The leaf that tells the rows' days or moments, and how.
  private static func date(of rows: GuessedRows, _ clock: LocalTime) -> (GuessedDate, index: Int)? {
    var best: (date: GuessedDate, index: Int, score: Int)?
    for (index, leaf) in rows.leaves.enumerated() {
      guard leaf.known.count * 10 >= rows.count.clamped * 9,
        var date = GuessedDate(leaf.known, at: leaf.path, clock: clock)
      else { continue }
      let concepts = FieldConcept.concepts(of: FieldConcept.words(of: leaf.name))
      // In a single box `Last update` is when it was observed.
      if !concepts.isDisjoint(with: rows.count == 1 ? [.sunrise, .sunset] : [.issue, .sunrise, .sunset]) { continue }
      var score = date.moments.isEmpty ? (date.isLabel ? 2 : 3) : 4
      if concepts.contains(.forecast) { score += 1 }
      if concepts.contains(.end) { score -= 1 }
      if date.distinct < leaf.known.count {
        // A date for each row and a time of day beside it.
        if rows.count > 1, let time = clocks(rows), let letters = date.joined(with: time.letters) {
          date.selector.steps["and"] = rows.leaves[time.index].path
          date.selector.steps["format"] = letters
          date.moments = zip(date.days, rows.leaves[time.index].known).map {
            $0.number * 86_400 + (Int($1).map { $0 * 3600 } ?? TimeOfDay.seconds($1) ?? 0)
          }
          (date.days, date.distinct) = ([], Set(date.moments).count)
          score = 4
        } else if date.distinct * 2 < leaf.known.count {
          continue
        } else {
          score -= 2
        }
      }
      date.selector.steps["along"] = leaf.along
      if !date.hasZone, !date.moments.isEmpty,
        leaf.name.lowercased().contains("utc") || leaf.name.lowercased().contains("gmt")
      {
        date.selector.steps["zone"] = "UTC"
        date.hasZone = true
      }
      date.selector.steps["match"] = leaf.match
      if score > best?.score ?? 0 { best = (date, index, score) }
    }
    return best.map { ($0.date, $0.index) }
  }

  private static func clocks(_ rows: GuessedRows) -> (index: Int, letters: String)? {
    for (index, leaf) in rows.leaves.enumerated() where leaf.known.count == min(rows.count, GuessedRows.sampled) {
      let concepts = FieldConcept.concepts(of: FieldConcept.words(of: leaf.name))
      guard let letters = GuessedDate.areClocks(leaf.known), letters != "H" || concepts.contains(.forecast),
        concepts.isDisjoint(with: [.sunrise, .sunset, .issue])
      else { continue }
      return (index, letters)
    }
    return nil
  }

  private static func kind(_ date: GuessedDate, _ rows: GuessedRows) -> SiteDefinition.Section.Kind {
    if rows.count == 1 { return .current }
    let nights = date.isNight.isEmpty ? labelledNights(rows) : date.isNight
    let step = date.stepHours ?? 24
    if nights.contains(true), nights.contains(false), step >= 6 || date.moments.isEmpty { return .halves }
    return !date.moments.isEmpty && step < 20 ? .hours : .days
  }

  /// Which rows are of nights, where any text of them says so.
  private static func labelledNights(_ rows: GuessedRows) -> [Bool] {
    for leaf in rows.leaves where leaf.known.count == rows.count && Set(leaf.known).count > 1 {
      let labels = leaf.known.map { RowLabel($0) }
      let named = labels.count { $0.weekday != nil || $0.isToday || $0.isNight }
      if named * 5 >= labels.count * 4 { return labels.map(\.isNight) }
    }
    return []
  }
}

extension GuessedDate {
  /// The letters of a date with a time of day behind it; nil where the date is not written in letters.
  fileprivate func joined(with time: String) -> String? {
    if isLabel || days.isEmpty { return nil }
    return "\(selector.steps["format"] ?? "yyyy-MM-dd") \(time)"
  }
}

extension Int {
  /// No more than rows that are looked at.
  fileprivate var clamped: Int { Swift.min(self, GuessedRows.sampled) }
}
