/// Changes of elements and rows: removed ones must be unknown, moved ones must keep their values.
extension FieldOracle {
  /// Removes a number's element, and the rows that contain it.
  public func examineRemovals(_ spot: NumberSpot, _ feeds: Feeds, _ list: TokenList, into tally: inout Tally) {
    let around = list.blocks.filter { $0.range.contains(spot.range.lowerBound) }
      .sorted { $0.range.count < $1.range.count }
    guard let smallest = around.first else { return }
    var expected: [String: Expectation] = [:]
    for (path, feed) in feeds.byPath { expected[path] = expectation(path, feed, truth: [], at: spot) }
    freeWinds(&expected)
    let name = { (block: Block) in "\(block.shape) “\(excerpt(block.range))”" }
    let removed = read(BodyChange.without(smallest, body))
    // A sentence has more than its number: without it the other half of the day is shown.
    judge(
      removed, spot.isWholeToken ? expected : withoutHalf(expected, removed), .removed, "without \(name(smallest))",
      into: &tally)
    // A row is a block with siblings of the same shape that contains more than this number.
    let siblings = Dictionary(grouping: list.blocks) { "\($0.parent) \($0.shape)" }
    // Members of an object with data as keys are not rows: each may be for another place.
    let rows = around.dropFirst().filter { block in
      (siblings["\(block.parent) \(block.shape)"]?.count ?? 0) > 1 && (!block.isJSON || block.shape.hasSuffix("[]"))
    }
    for row in rows.prefix(2) {
      let reading = read(BodyChange.without(row, body))
      judge(
        reading, isMadeOfHours ? withoutHours : withoutHalf(expected, reading), .rowRemoved, "without \(name(row))",
        into: &tally)
      let all = (siblings["\(row.parent) \(row.shape)"] ?? []).sorted { $0.range.lowerBound < $1.range.lowerBound }
      guard let at = all.firstIndex(of: row), at + 1 < all.count, isDated(row, list), isDated(all[at + 1], list) else {
        continue
      }
      let exchanged = read(BodyChange.exchanging(row.range, all[at + 1].range, body))
      judge(exchanged, movedUp(exchanged), .rowsSwapped, "\(name(row)) behind its neighbour", into: &tally)
    }
  }

  /// Swaps the numbers of two elements of the same shape that determine the same fields.
  public func examineExchange(_ a: (NumberSpot, Feeds), _ b: (NumberSpot, Feeds), into tally: inout Tally) {
    guard a.0.value != b.0.value, a.0.token.form == b.0.token.form else { return }
    var expected: [String: Expectation] = [:]
    for (one, other) in [(a, b), (b, a)] {
      for (path, feed) in one.1.byPath {
        // A value that depends on both is computed from several.
        expected[path] =
          expected[path] == nil ? expectation(path, feed, truth: [other.0.value], at: one.0) : .free
      }
    }
    freeWinds(&expected)
    judge(
      read(BodyChange.exchanging(a.0.range, b.0.range, body)), expected, .swapped,
      "\(a.0.token.shape) “\(excerpt(a.0.range))” and “\(excerpt(b.0.range))”", into: &tally)
  }

  /// Page-wide changes: titles in drawings, rotated arrows, a row on another date.
  public func examinePage(_ list: TokenList, into tally: inout Tally) {
    let titled = BodyChange.withTitles(body)
    if titled != body {
      judge(read(titled), [:], .ornament, "a title in every drawing", into: &tally)
    }
    for token in list.tokens where token.form == .attribute { examineTurn(token, into: &tally) }
    examineDates(list, into: &tally)
  }

  /// If no answer has units, all values that need one must be unknown, even if they would be unchanged.
  ///
  /// - Parameters:
  /// - reading: the reading of answers without units (``withoutUnits(_:)``).
  /// - needsNoUnit: whether the source's documentation fixes a field's unit, so that pages need not state it.
  public func judge(withoutUnits reading: Reading, needsNoUnit: (String) -> Bool, into tally: inout Tally) {
    guard let values = reading.values else { return tally.add(.noUnits, .refused) }
    let needing: [FieldQuantity?] = [.temperature, .speed, .pressure, .distance, .precipitation]
    let paths = values.keys.filter { needing.contains(ValuePath($0).quantity) && !needsNoUnit($0) }
    let findings = paths.sorted().compactMap { path in
      values[path].map { value in
        Finding(
          kind: .noUnits, change: "the page without the names of units", path: path, shown: "\(value)",
          before: base[path].map { "\($0)" } ?? "unknown", expected: "unknown")
      }
    }
    // Calm needs no unit.
    let wrong = findings.filter { $0.shown != "0.0" || ValuePath($0.path).quantity != .speed }
    tally.add(.noUnits, wrong.isEmpty ? .unknown : .finding, wrong)
  }

  /// A body without unit names.
  public static func withoutUnits(_ body: [UInt8]) -> [UInt8] { BodyChange.withoutUnits(TokenList(body), body) }

  /// Rotates an arrow, and adds other style properties. Ornaments must not cause a refusal.
  private func examineTurn(_ token: Token, into tally: inout Tally) {
    let text = String(decoding: body[token.range], as: UTF8.self)
    guard let open = text.firstRange(of: "rotate("),
      let close = text[open.upperBound...].firstIndex(of: ")"),
      let degrees = Double(text[open.upperBound..<close].replacing("deg", with: ""))
    else { return }
    let forms: [(String, [Double])] = [
      ("transform:scale(1.2) rotate(\(Int(degrees))deg)", [degrees]),
      ("transform:translate(3px, 4px) rotate(\(Int(degrees))deg) scale(2)", [degrees]),
      ("transform:rotate(-40deg)", [320]), ("transform:rotate(500deg)", [140]), ("transform:rotate(0.25turn)", [90]),
      ("transform:rotate(50.5deg)", [50.5]), ("width:24px;transform:rotate(60deg)", [60]),
      ("transform:rotateX(45deg)", []), ("transform:matrix(1, 0, 0, 1, 0, 0)", []), ("color:#333", []),
    ]
    let probe = { (form: String) in
      var changed = body
      changed.replaceSubrange(token.range, with: Array(form.utf8))
      return read(changed)
    }
    guard let turned = probe("transform:rotate(77deg)").values else { return }
    let fed = Set(base.keys).union(turned.keys).filter {
      base[$0] != turned[$0] && ["windDegrees", "windDirection"].contains(ValuePath($0).field)
    }
    if fed.isEmpty { return }
    for (form, truth) in forms {
      var expected: [String: Expectation] = [:]
      for path in fed {
        expected[path] = ValuePath(path).quantity == .angle ? (truth.isEmpty ? .unknown : .numbers(truth)) : .free
      }
      let reading = probe(form)
      if case .refused(let reason) = reading {
        tally.add(
          .ornament, .finding,
          [
            Finding(
              kind: .ornament, change: "\(token.shape) becomes “\(form)”", path: "the report",
              shown: "refused: \(reason)", before: "a report", expected: "a report")
          ])
      } else {
        judge(reading, expected, .ornament, "\(token.shape) becomes “\(form)”", into: &tally)
      }
    }
  }

  /// Moves the last date of each list by one day: its values must move with it.
  private func examineDates(_ list: TokenList, into tally: inout Tally) {
    // A moved hour changes two days' values.
    if isMadeOfHours { return }
    let dated = list.tokens.filter { DateText.day(body[$0.range]) != nil }
    for (shape, tokens) in Dictionary(grouping: dated, by: \.shape).sorted(by: { $0.key < $1.key }) {
      guard let token = tokens.last, let day = DateText.day(body[token.range]) else { continue }
      var changed = body
      changed.replaceSubrange(
        token.range.lowerBound..<token.range.lowerBound + 10, with: Array(DateText.after(day).utf8))
      guard let values = read(changed).values, values != base else { continue }
      judge(.shown(values), moved(values), .dateMoved, "\(shape) “\(day)” a day later", into: &tally)
    }
  }

  /// The allowed values after a row moved: values of the same field that another row has lost.
  private func moved(_ values: [String: ShownValue]) -> [String: Expectation] {
    var lost: [Substring: [Double]] = [:]
    for (path, value) in base where values[path] != value {
      if case .number(let number) = value { lost[ValuePath(path).field, default: []].append(number) }
    }
    var expected: [String: Expectation] = [:]
    for (path, value) in values where base[path] != value {
      // A half-day has its own description, wind and chance.
      let isHighOrLow = ["high", "low", "temperature"].contains(ValuePath(path).field)
      if isHighOrLow, case .number = value {
        expected[path] = .numbers(lost[ValuePath(path).field] ?? [])
      } else {
        expected[path] = .free
      }
    }
    return expected
  }

  /// The allowed changes if a missing row may be a half-day: description, wind and chance of the other half may be
  /// shown, but not its high and low; and in a list, another row may move up.
  private func withoutHalf(_ expected: [String: Expectation], _ reading: Reading) -> [String: Expectation] {
    var expected = expected.merging(movedUp(reading)) { $1 }
    for path in (reading.values ?? [:]).keys where path.hasPrefix("days.") || path.hasPrefix("hours.") {
      if !["high", "low", "temperature", "date", "time", "precipitation"].contains(ValuePath(path).field) {
        expected[path] = .free
      }
    }
    return expected
  }

  /// In a list, a row from beyond its end may move up.
  private func movedUp(_ reading: Reading) -> [String: Expectation] {
    guard isList else { return [:] }
    let rows = Set(base.keys.map { ValuePath($0).rowName })
    var expected: [String: Expectation] = [:]
    for path in (reading.values ?? [:]).keys where !rows.contains(ValuePath(path).rowName) { expected[path] = .free }
    return expected
  }

  /// True if several rows are shown, so that there may be more beyond the last.
  private var isList: Bool { Set(base.keys.map { ValuePath($0).rowName }.filter { $0 > "d" && $0 < "i" }).count > 1 }

  /// The allowed changes if hours are missing: values of days computed from them, but never upwards.
  private var withoutHours: [String: Expectation] {
    var expected: [String: Expectation] = [:]
    // The next hour may be described by a three-hour period instead.
    for path in base.keys where path.hasPrefix("hours.") && path.hasSuffix(".description") { expected[path] = .free }
    for (path, value) in base where path.hasPrefix("days.") || path.hasPrefix("current.") {
      guard case .number(let number) = value, path.hasPrefix("days.") else {
        expected[path] = .free
        continue
      }
      switch ValuePath(path).field {
      case "low": expected[path] = .between(number, .infinity)
      case "windDegrees": expected[path] = .free
      default: expected[path] = .between(-.infinity, number)
      }
    }
    return expected
  }

  /// True if a block contains its own date.
  private func isDated(_ block: Block, _ list: TokenList) -> Bool {
    list.tokens.contains { block.range.contains($0.range.lowerBound) && DateText.day(body[$0.range]) != nil }
  }

  private func excerpt(_ range: Range<Int>) -> String {
    String(decoding: body[range.prefix(60)], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension DateText {
  /// The date at the start of a text; nil if there is none.
  static func day(_ text: ArraySlice<UInt8>) -> String? {
    let bytes = Array(text.prefix(10))
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      bytes.enumerated().allSatisfy({ [4, 7].contains($0.offset) || (0x30...0x39).contains($0.element) })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The next day.
  static func after(_ day: String) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return day }
    let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(parts[1]) else { return day }
    var (year, month, date) = (parts[0], parts[1], parts[2] + 1)
    if date > lengths[month - 1] { (month, date) = (month + 1, 1) }
    if month > 12 { (year, month) = (year + 1, 1) }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(date))"
  }
}
