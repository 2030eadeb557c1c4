/// Changes to a body that keep it well-formed.
enum BodyChange {
  /// Removes a block, in JSON together with a comma.
  static func without(_ block: Block, _ body: [UInt8]) -> [UInt8] {
    var start = block.range.lowerBound
    var end = block.range.upperBound
    if block.isJSON {
      func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
      var next = end
      while next < body.count, isBlank(body[next]) { next += 1 }
      var before = start - 1
      while before >= 0, isBlank(body[before]) { before -= 1 }
      if next < body.count, body[next] == UInt8(ascii: ",") {
        end = next + 1
      } else if before >= 0, body[before] == UInt8(ascii: ",") {
        start = before
      }
    }
    var changed = body
    changed.removeSubrange(start..<end)
    return changed
  }

  /// Swaps two non-overlapping parts of a body.
  static func exchanging(_ a: Range<Int>, _ b: Range<Int>, _ body: [UInt8]) -> [UInt8] {
    let (first, second) = a.lowerBound < b.lowerBound ? (a, b) : (b, a)
    guard first.upperBound <= second.lowerBound else { return body }
    var changed = Array(body[..<first.lowerBound])
    changed += body[second]
    changed += body[first.upperBound..<second.lowerBound]
    changed += body[first]
    changed += body[second.upperBound...]
    return changed
  }

  /// Replaces every occurrence of a text.
  static func replacing(_ text: String, with other: String, _ body: [UInt8]) -> [UInt8] {
    let text = Array(text.utf8)
    var changed: [UInt8] = []
    changed.reserveCapacity(body.count)
    var index = 0
    while index < body.count {
      if body[index] == text[0], body[index...].starts(with: text) {
        changed += other.utf8
        index += text.count
      } else {
        changed.append(body[index])
        index += 1
      }
    }
    return changed
  }

  /// Removes all unit names: after numbers, as labels, and in keys of embedded states.
  static func withoutUnits(_ list: TokenList, _ body: [UInt8]) -> [UInt8] {
    var cuts: [Range<Int>] = []
    for token in list.tokens {
      let text = String(decoding: body[token.range], as: UTF8.self)
      let label = text.replacing("wmoUnit:deg", with: "").replacing("wmoUnit:", with: "")
        .replacing("&deg;", with: "").replacing("_h-1", with: "/h")
      if UnitWord.named(label) != nil || Self.labels.contains(label.lowercased()) {
        cuts.append(token.range)
        continue
      }
      for spot in NumberSpot.all(in: token, of: body) where spot.unit != "%" && !spot.unit.isEmpty && spot.unit != "°" {
        cuts.append(spot.range.upperBound..<spot.rangeWithUnit.upperBound)
      }
    }
    var changed = body
    for cut in cuts.sorted(by: { $0.lowerBound > $1.lowerBound }) { changed.removeSubrange(cut) }
    for (text, other) in [
      ("°F", "°"), ("°C", "°"), ("&deg;F", "&deg;"), ("&deg;C", "&deg;"), ("units:e", "units:"), ("units:m", "units:"),
      ("units:h", "units:"), ("units=e", "units="), ("units=m", "units="),
    ] {
      changed = replacing(text, with: other, changed)
    }
    return changed
  }

  /// Unit labels that occur as separate values in data formats.
  private static let labels: Set = [
    "metric", "imperial", "us", "si", "inches of mercury", "statute miles", "kilometers", "millibars", "hectopascals",
    "miles/hour", "kilometers/hour", "meters/second", "pa", "m", "km_h", "us-std", "inch", "ft", "e",
    "kilometers per hour",
    "kpa", "hpa", "m/s",
  ]

  /// Adds a title to each drawing, as accessible pages have.
  static func withTitles(_ body: [UInt8]) -> [UInt8] {
    var changed: [UInt8] = []
    var index = 0
    let open = Array("<svg".utf8)
    while index < body.count {
      if body[index] == open[0], body[index...].starts(with: open),
        let end = body[index...].firstIndex(of: UInt8(ascii: ">")), body[end - 1] != UInt8(ascii: "/")
      {
        changed += body[index...end]
        changed += Array("<title>Sign 99°</title>".utf8)
        index = end + 1
      } else {
        changed.append(body[index])
        index += 1
      }
    }
    return changed
  }
}
