/// A way to write another number in the place of one, whose right reading is known.
public struct Spelling: Sendable {
  /// What is asked by it, which the counts go by.
  public let kind: Kind
  /// What is written.
  public let text: String
  /// Bytes that are written instead of the text, where the text is not well-formed.
  public let bytes: [UInt8]?
  /// The numbers that it may be read as; empty where it is none, and only "unknown" is right.
  public let truth: [Double]
  /// The unit that is written behind it; nil where what stands there stays.
  public let unit: String?

  /// The kinds of changes, in the words of the counts.
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

  /// The spellings for a number of a quantity; of a code without one only that nothing is there.
  ///
  /// The numbers differ from the recorded one, so that what was read elsewhere can be told from what is read here. One with
  /// a minus is greater by its amount: where the sign is lost it stands out even among the greatest of several.
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
      // A range is no value; of winds the upper end counts (`WindText`).
      let truth = quantity == .speed ? [whole + 5] : []
      all.append(Spelling(.range, "\(Int(whole))\(between)\(Int(whole) + 5)", truth: truth))
    }
    // In a sentence a share or a speed is a field of its own.
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

  /// Every sign, with and without a blank; where it may mean a range or a dash, as a digit before it would make it, no
  /// spelling is made.
  private static func signs(
    _ text: String, _ whole: Double, _ spot: NumberSpot, _ quantity: FieldQuantity
  ) -> [Spelling] {
    let minus = ["-", "\u{2212}", "\u{2013}", "\u{2011}", "\u{2010}", "\u{FF0D}", "\u{FE63}"]
    var all = minus.map { Spelling(.sign, $0 + text, truth: [-whole]) }
    // Before a wind, which is never negative, a dash with a blank is a dash.
    for blank in [" ", "\u{A0}", "\u{202F}"] where quantity != .speed {
      all += ["-", "\u{2212}"].map { Spelling(.sign, $0 + blank + text, truth: [-whole]) }
    }
    all.append(Spelling(.sign, "+" + text, truth: [whole]))
    guard spot.token.form != .jsonWord else { return all }
    // U+2212 read as Latin-1 and written as UTF-8 once more; the byte of an en dash in windows-1252; a lost character.
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

  /// A thousand and more, where the quantity has such: air has about 1015 hPa.
  private static func groups(_ quantity: FieldQuantity) -> [Spelling] {
    guard quantity == .pressure else { return [] }
    return [",", " ", "\u{A0}", "\u{202F}", "'", "\u{2019}", "."].map {
      Spelling(.groups, "1\($0)017", truth: [1017], unit: "hPa")
    } + [
      Spelling(.groups, "1.017,2", truth: [1017.2], unit: "hPa"),
      Spelling(.groups, "1,017.2", truth: [1017.2], unit: "hPa"),
    ]
  }

  /// Nothing, as sites write it.
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

  /// The body with it in the place of a number.
  public func body(_ body: [UInt8], at spot: NumberSpot) -> [UInt8] {
    var changed = body
    let range = unit == nil ? spot.range : spot.rangeWithUnit
    let wholly = range == spot.token.range
    let written = bytes ?? spot.token.written(text + (unit ?? ""), wholly: wholly)
    changed.replaceSubrange(range, with: written)
    return changed
  }
}
