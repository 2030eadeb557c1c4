import Oracle

/// A page with two days, and readers of it: one that is right, and those that have one of the faults that the oracle is for.
struct ToySite {
  /// What is wrong with a reader.
  enum Fault: CaseIterable {
    case losesForeignMinus, stopsAtDecimalComma, readsAnyUnit, guessesUnit, takesNeighborWhereEmpty, readsOtherRow
    case readsOrnament, refusesTurn
  }

  static let page = Array(
    """
    <days><day date="2026-02-09"><high>8.5 °C</high><low>-2.5 °C</low>\
    <wind style="transform:rotate(140deg)">12 km/h</wind></day>\
    <day date="2026-02-10"><high>6.5 °C</high><low>-4.5 °C</low>\
    <wind style="transform:rotate(220deg)">31 km/h</wind></day></days>
    """.utf8)

  let fault: Fault?

  /// The values of a page.
  func read(_ body: [UInt8]) -> Reading {
    let tokens = TokenList(body).tokens
    var values: [String: ShownValue] = [:]
    var day = ""
    for (index, token) in tokens.enumerated() {
      let text = Self.decoded(body[token.range])
      switch token.shape {
      case "days/day/@date":
        day = text
        values["days.\(day).date"] = .text(day)
      case "days/day/high#text", "days/day/low#text":
        let field = token.shape.contains("high") ? "high" : "low"
        var number = value(text, unit: "°C")
        if number == nil, fault == .takesNeighborWhereEmpty {
          number = value(Self.decoded(body[tokens[min(index + 1, tokens.count - 1)].range]), unit: "°C")
        }
        if fault == .readsOtherRow, field == "low" {
          number = tokens.last { $0.shape == token.shape }.flatMap { value(Self.decoded(body[$0.range]), unit: "°C") }
        }
        values["days.\(day).\(field)"] = number.map { .number($0) }
      case "days/day/wind#text":
        values["days.\(day).windSpeed"] = value(text, unit: "km/h").map { .number($0 / 3.6) }
      case "day/wind/@style", "days/day/wind/@style":
        guard let turn = turn(text) else { continue }
        if turn < 0, fault == .refusesTurn { return .refused("implausible") }
        values["days.\(day).windDegrees"] = .number((turn + 720).truncatingRemainder(dividingBy: 360))
      default: break
      }
    }
    return values.isEmpty ? .refused("empty") : .shown(values)
  }

  /// The number of a text in a unit, else nil.
  private func value(_ text: String, unit: String) -> Double? {
    var text = text.replacing("\u{A0}", with: " ")
    for minus in ["\u{2212}", "\u{2013}", "\u{2011}", "\u{2010}", "\u{FF0D}", "\u{FE63}"] {
      text = text.replacing(minus, with: fault == .losesForeignMinus ? "" : "-")
    }
    text = text.replacing("- ", with: "-")
    var rest = Substring(text)
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
    rest = rest.dropFirst(digits.count)
    var number = String(digits)
    if fault == .stopsAtDecimalComma {
      number = String(number.prefix { $0 != "," })
    } else {
      number = number.replacing(",", with: ".")
    }
    let found = rest.drop { $0 == " " }
    let fits =
      fault == .readsAnyUnit || found == unit || fault == .guessesUnit && (found.isEmpty || found == "°")
    return fits ? Double(number) : nil
  }

  /// The angle of a style, else nil.
  private func turn(_ style: String) -> Double? {
    if fault == .readsOrnament {
      let digits = style.drop { !$0.isNumber && $0 != "-" }.prefix { $0.isNumber || $0 == "." || $0 == "-" }
      return Double(digits)
    }
    guard let open = style.firstRange(of: "rotate("), let close = style.firstRange(of: "deg)"),
      open.upperBound <= close.lowerBound
    else { return nil }
    return Double(style[open.upperBound..<close.lowerBound])
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    while let start = text.firstRange(of: "&#"), let end = text[start.upperBound...].firstIndex(of: ";"),
      let scalar = UInt32(text[start.upperBound..<end]).flatMap({ Unicode.Scalar($0) })
    {
      text.replaceSubrange(start.lowerBound...end, with: String(Character(scalar)))
    }
    return text
  }
}
