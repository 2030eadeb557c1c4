/// A replacement for a number, with a known correct reading.
public struct Spelling: Sendable {
  /// The kind of change, for the counts.
  public let kind: Kind
  /// The text to write.
  public let text: String
  /// Bytes to write instead of the text if it is not valid UTF-8.
  public let bytes: [UInt8]?
  /// The correct readings; empty if it is not a number, so that only "unknown" is correct.
  public let truth: [Double]
  /// The unit to write after it; nil to keep the existing one.
  public let unit: String?

  /// Kinds of changes, as named in the counts.
  public enum Kind: String, Sendable, CaseIterable {
    case number = "another number"
    case sign = "sign"
    case lostSign = "sign lost to a wrong encoding"
    case decimals = "decimal sign"
    case groups = "groups of digits"
    case digits = "digits of another script"
    case range = "range"
    case misfit = "unit of something else"
    case unit = "another unit"
    case emptied = "nothing there"
    case removed = "element removed"
    case swapped = "neighbours exchanged"
    case rowRemoved = "row removed"
    case rowsSwapped = "rows exchanged"
    case dateMoved = "date moved"
    case noUnits = "no unit on the page"
    case ornament = "ornament"
    case dayCut = "hours of the day cut away"
    case edit = "edit within an element"
  }

  init(
    _ kind: Kind, _ text: String, truth: [Double], bytes: [UInt8]? = nil, unit: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.bytes = bytes
    self.truth = truth
    self.unit = unit
  }

  /// The spellings for a number of a quantity; for a code without a quantity only removals.
  ///
  /// The numbers differ from the recorded one, to distinguish readings of this element from others. Negative ones are
  /// larger in magnitude, so that a lost sign is noticed even in a maximum.
  public static func all(for spot: NumberSpot, _ quantity: FieldQuantity?) -> [Spelling] {
    var all = emptied(spot)
    guard let quantity else { return all }
    let size = abs(spot.value)
    let step = size >= 2000 ? 200.0 : size >= 100 ? 4 : 3
    let whole = (size + step).rounded(.down)
    let text = "\(Int(whole))"
    all.append(Spelling(.number, text, truth: [whole]))
    all += signs(text, whole, spot, quantity)
    all += decimals(size, spot)
    all += groups(quantity)
    for zero: UInt32 in [0x0660, 0x06F0, 0x0966, 0xFF10] {
      all.append(Spelling(.digits, digits(text, from: zero), truth: [whole]))
    }
    // `4/11` is an index of eleven.
    let slash = quantity == .uvIndex ? [] : ["/"]
    for between in ["\u{2013}", "-", " to ", " - ", "\u{2012}", ".."] + slash {
      // A range is not a value; of winds the upper end counts (`WindText`).
      let truth = quantity == .speed ? [whole + 5] : []
      all.append(Spelling(.range, "\(Int(whole))\(between)\(Int(whole) + 5)", truth: truth))
    }
    // In a sentence a percentage or speed is another field.
    let isSentence = spot.token.range.count > 40
    let misfits = quantity.misfits.filter { !isSentence || ["°C", " pm", " K"].contains($0) }
    all += misfits.map { Spelling(.misfit, text, truth: [], unit: $0) }
    if !spot.unit.isEmpty, spot.unit != "°" {
      all += quantity.units.filter { $0.key != spot.unit }.sorted { $0.key < $1.key }.map {
        Spelling(.unit, text, truth: [whole], unit: $0.key)
      }
    }
    return all
  }

  /// All signs, with and without a blank, except where they may be a dash or part of a range, as after a digit.
  private static func signs(
    _ text: String, _ whole: Double, _ spot: NumberSpot, _ quantity: FieldQuantity
  ) -> [Spelling] {
    let minus = ["-", "\u{2212}", "\u{2013}", "\u{2011}", "\u{2010}", "\u{FF0D}", "\u{FE63}"]
    var all = minus.map { Spelling(.sign, $0 + text, truth: [-whole]) }
    // A dash with a blank before a wind, which is never negative, is a dash.
    for blank in [" ", "\u{A0}", "\u{202F}"] where quantity != .speed {
      all += ["-", "\u{2212}"].map { Spelling(.sign, $0 + blank + text, truth: [-whole]) }
    }
    all.append(Spelling(.sign, "+" + text, truth: [whole]))
    guard spot.token.form != .jsonWord else { return all }
    // U+2212 in UTF-8 decoded as Latin-1 or windows-1252; the byte of an en dash in windows-1252; a replacement
    // character.
    all.append(Spelling(.lostSign, "\u{E2}\u{88}\u{92}" + text, truth: [-whole]))
    all.append(Spelling(.lostSign, "\u{E2}\u{2C6}\u{2019}" + text, truth: [-whole]))
    all.append(Spelling(.lostSign, text, truth: [-whole], bytes: [0x96] + Array(text.utf8)))
    all.append(Spelling(.lostSign, "\u{FFFD}" + text, truth: [-whole]))
    return all
  }

  private static func decimals(_ size: Double, _ spot: NumberSpot) -> [Spelling] {
    let whole = Int(size.rounded(.down)) + 1
    let number = Double(whole) + 0.6
    return [
      Spelling(.decimals, "\(whole),6", truth: [number]), Spelling(.decimals, "-\(whole),6", truth: [-number]),
      Spelling(.decimals, "\(whole)\u{66B}6", truth: [number]), Spelling(.decimals, "\(whole).6", truth: [number]),
      Spelling(.decimals, "\(whole)\u{B7}6", truth: [number]),
    ]
  }

  /// Numbers above a thousand, which only pressure has: about 1015 hPa.
  private static func groups(_ quantity: FieldQuantity) -> [Spelling] {
    guard quantity == .pressure else { return [] }
    return [",", " ", "\u{A0}", "\u{202F}", "'", "\u{2019}", "."].map {
      Spelling(.groups, "1\($0)017", truth: [1017], unit: "hPa")
    } + [
      Spelling(.groups, "1.017,2", truth: [1017.2], unit: "hPa"),
      Spelling(.groups, "1,017.2", truth: [1017.2], unit: "hPa"),
    ]
  }

  /// Placeholders for a missing value.
  private static func emptied(_ spot: NumberSpot) -> [Spelling] {
    let texts = ["", "--", "\u{2014}", "-", "N/A", "NA", "null", "n/a", "*"]
    return texts.map { Spelling(.emptied, $0, truth: [], unit: "") }
  }

  private static func digits(_ text: String, from zero: UInt32) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(Unicode.Scalar(zero + scalar.value - 0x30) ?? scalar)
    }
    return String(scalars)
  }

  /// The body with this spelling in place of a number.
  public func body(_ body: [UInt8], at spot: NumberSpot) -> [UInt8] {
    var changed = body
    let range = unit == nil ? spot.range : spot.rangeWithUnit
    let wholly = range == spot.token.range
    let written = bytes ?? spot.token.written(text + (unit ?? ""), wholly: wholly)
    changed.replaceSubrange(range, with: written)
    return changed
  }
}
