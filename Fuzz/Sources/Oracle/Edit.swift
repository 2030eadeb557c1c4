/// Edits anywhere in a body, judged by the element that they are in.
extension FieldOracle {
  /// Judges the reading of an edited body if the edit is within a single element with a number and leaves the markup
  /// intact; otherwise returns false, because the correct reading is unknown.
  public func judge(edit changed: [UInt8], _ list: TokenList, _ reading: Reading, into tally: inout Tally) -> Bool {
    guard let old = Self.difference(body, changed),
      let index = list.tokens.firstIndex(where: {
        $0.range.lowerBound <= old.lowerBound && old.upperBound <= $0.range.upperBound
      })
    else { return false }
    let token = list.tokens[index]
    let others = TokenList(changed)
    guard others.tokens.count == list.tokens.count, others.tokens[index].shape == token.shape,
      others.tokens.last?.shape == list.tokens.last?.shape
    else { return false }
    let after = others.tokens[index]
    let spots = NumberSpot.all(in: token, of: body)
    var expected: [String: Expectation] = [:]
    for spot in spots {
      guard let feeds = feeds(of: spot), !feeds.movesRows, !feeds.tellsPlace else { return false }
      let new =
        spots.count == 1 ? Self.whole(spot, token, after, body, changed) : Self.apart(spot, spots, after, changed)
      for (path, feed) in feeds.byPath {
        expected[path] =
          expected[path] == nil ? expectation(path, feed, truth: truth(new, path, feed), at: spot) : .free
      }
    }
    guard !expected.isEmpty else { return false }
    freeWinds(&expected)
    let texts = [body[token.range], changed[after.range]].map { String(decoding: $0.prefix(60), as: UTF8.self) }
    let change = "\(token.shape) “\(texts[0])” becomes “\(texts[1])”"
    var own = Tally()
    judge(reading, expected, .edit, change, into: &own)
    if !own.findings.isEmpty, let spot = spots.first {
      // Another part of the page may provide the value instead.
      var emptied = body
      emptied.replaceSubrange(spot.rangeWithUnit, with: token.written("--", wholly: spot.rangeWithUnit == token.range))
      own = Tally()
      judge(reading, expected, .edit, change, fallback: read(emptied).values ?? [:], into: &own)
    }
    tally.add(own)
    return true
  }

  /// The numbers in an element, converted to its previous unit.
  private func truth(_ new: (numbers: [Double], unit: String?), _ path: String, _ feed: Feed) -> [Double] {
    guard let unit = new.unit, case .linear(let factor, let summand) = feed, let quantity = ValuePath(path).quantity
    else {
      return new.numbers
    }
    guard let conversion = quantity.units[unit] else { return [] }
    return new.numbers.map { ((conversion.factor * $0 + conversion.summand) - summand) / factor }
  }

  /// The part of a body in which another differs; nil if they are equal.
  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> Range<Int>? {
    if a == b { return nil }
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var end = 0
    while end < a.count - start, end < b.count - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    return start..<a.count - end
  }

  /// The numbers in an element with a single number; the unit is nil if it did not change.
  ///
  /// The text around the number must be unchanged; otherwise the element means something else, and the value is
  /// unknown.
  private static func whole(
    _ spot: NumberSpot, _ token: Token, _ after: Token, _ body: [UInt8], _ changed: [UInt8]
  ) -> ([Double], String?) {
    let before = body[token.range.lowerBound..<spot.range.lowerBound]
    let behind = body[spot.rangeWithUnit.upperBound..<token.range.upperBound]
    let text = changed[after.range]
    guard text.starts(with: before), text.reversed().starts(with: behind.reversed()),
      text.count >= before.count + behind.count
    else { return ([], nil) }
    let middle = changed[(after.range.lowerBound + before.count)..<(after.range.upperBound - behind.count)]
    let numeral = Numeral(String(decoding: middle, as: UTF8.self))
    return (
      numeral.numbers,
      numeral.unit == spot.unit ? nil : numeral.unit.isEmpty || numeral.unit == "°" ? nil : numeral.unit
    )
  }

  /// The numbers at one position of an element with several numbers.
  private static func apart(
    _ spot: NumberSpot, _ before: [NumberSpot], _ after: Token, _ changed: [UInt8]
  ) -> ([Double], String?) {
    let spots = NumberSpot.all(in: after, of: changed)
    guard spots.count == before.count, let index = before.firstIndex(of: spot) else { return ([], nil) }
    let unit = spots[index].unit
    return ([spots[index].value], unit == spot.unit || unit.isEmpty || unit == "°" ? nil : unit)
  }
}
