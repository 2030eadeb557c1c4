/// A number's digits before its decimal separator is known: `1,015` is 1.015 or 1015.
struct WrittenNumber {
  /// The value with a decimal separator. Both this and `grouped` are set if a single separator with three digits after
  /// it is ambiguous.
  private(set) var decimal: Double?
  /// The value with the separators read as grouping thousands.
  private(set) var grouped: Double?
  /// The end position.
  let end: Int
  /// True if blanks separate the groups: these may also be two numbers.
  private let hasBlanks: Bool
  /// True if it contains a dot, which software writes as decimal point.
  let hasDot: Bool

  /// Weather values are shorter; a double has 17 significant digits.
  private static let mostDigits = 24
  private static let mostGroups = 5

  /// Reads a number at a position, in the digits of any script; nil if there is none, if scripts are mixed, if there
  /// are too many digits, or if its groups are malformed.
  ///
  /// A dot or comma is a decimal or a grouping separator; U+066B and the middle dot are decimal separators; blanks,
  /// apostrophes and U+066C group digits. Groups have three digits.
  init?(_ scalars: [Unicode.Scalar], at start: Int) {
    var groups: [[UInt8]] = []
    var signs: [Unicode.Scalar] = []
    var index = start
    var zero: UInt32?
    var count = 0
    // `.5`
    if index < scalars.count, scalars[index] == "." {
      groups.append([])
      signs.append(".")
      index += 1
    }
    while true {
      var digits: [UInt8] = []
      while index < scalars.count, let digit = Self.digit(scalars[index]) {
        guard zero ?? digit.zero == digit.zero, count < Self.mostDigits else { return nil }
        zero = digit.zero
        digits.append(digit.value)
        count += 1
        index += 1
      }
      guard !digits.isEmpty, groups.count < Self.mostGroups else { return nil }
      groups.append(digits)
      guard index + 1 < scalars.count, Self.isSign(scalars[index]), Self.digit(scalars[index + 1]) != nil else { break }
      if scalars[index] == " ", !Self.isGroup(scalars, after: index, of: groups, signs) { break }
      signs.append(scalars[index])
      index += 1
    }
    end = index
    hasBlanks = signs.contains(" ")
    hasDot = signs.contains(".")
    interpret(groups, signs)
    if decimal == nil, grouped == nil { return nil }
  }

  /// The only plausible interpretation; nil if there are two, or none.
  func value(_ isPlausible: (Double) -> Bool) -> Double? {
    guard let decimal else { return grouped.flatMap { hasBlanks && !isPlausible($0) ? nil : $0 } }
    guard let grouped else { return decimal }
    switch (isPlausible(decimal), isPlausible(grouped)) {
    case (true, false): return decimal
    case (false, true): return grouped
    default: return nil
    }
  }

  /// True if a blank separates two groups of thousands.
  private static func isGroup(
    _ scalars: [Unicode.Scalar], after blank: Int, of groups: [[UInt8]], _ signs: [Unicode.Scalar]
  ) -> Bool {
    guard signs.allSatisfy({ $0 == " " }), let last = groups.last,
      groups.count == 1 ? last.count <= 3 && last.first != 0 : last.count == 3
    else { return false }
    let following = scalars[(blank + 1)...].prefix(4).prefix { digit($0) != nil }
    return following.count == 3
  }

  private mutating func interpret(_ groups: [[UInt8]], _ signs: [Unicode.Scalar]) {
    guard let last = signs.last else {
      decimal = Self.number(groups, fraction: nil)
      return
    }
    let isUniform = signs.allSatisfy { $0 == last }
    let areGroups = (1...3).contains(groups[0].count) && groups[0].first != 0
    func inThrees(_ groups: ArraySlice<[UInt8]>) -> Bool { groups.allSatisfy { $0.count == 3 } }
    if isUniform, !Self.isOnlyDecimal(last), areGroups, inThrees(groups.dropFirst()) {
      grouped = Self.number(groups, fraction: nil)
    }
    if Self.isOnlyGroup(last) { return }
    // A single separator, or one that follows groups with another separator.
    let whole = groups.dropLast()
    if signs.count == 1 {
      decimal = Self.number(Array(whole), fraction: groups.last)
    } else if let first = signs.first, first != last, !Self.isOnlyDecimal(first),
      signs.dropLast().allSatisfy({ $0 == first }), areGroups, inThrees(whole.dropFirst())
    {
      decimal = Self.number(Array(whole), fraction: groups.last)
    }
  }

  private static func number(_ whole: [[UInt8]], fraction: [UInt8]?) -> Double? {
    var text: [UInt8] = [0x30]
    for digit in whole.joined() { text.append(0x30 + digit) }
    if let fraction {
      text.append(UInt8(ascii: "."))
      for digit in fraction { text.append(0x30 + digit) }
    }
    return Double(String(decoding: text, as: UTF8.self))
  }

  /// True for a decimal digit of any script.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil }

  private static func digit(_ scalar: Unicode.Scalar) -> (value: UInt8, zero: UInt32)? {
    if scalar.isASCII {
      let value = scalar.value &- 0x30
      return value < 10 ? (UInt8(value), 0x30) : nil
    }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
    return (UInt8(value), scalar.value - UInt32(value))
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", " ", "'", "\u{66B}", "\u{66C}", "\u{B7}": true
    default: false
    }
  }

  private static func isOnlyDecimal(_ sign: Unicode.Scalar) -> Bool { sign == "\u{66B}" || sign == "\u{B7}" }

  private static func isOnlyGroup(_ sign: Unicode.Scalar) -> Bool { sign == " " || sign == "'" || sign == "\u{66C}" }
}

/// A number as software writes it, like most in answers: `-12.5`.
struct PlainNumber {
  /// The number.
  let value: Double
  /// True if the dot may also group thousands: `1.015`.
  let isAmbiguous: Bool

  /// Nil for anything but an optional sign and ASCII digits with at most one decimal point.
  init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.count <= 24, let first = bytes.first else { return nil }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    var digits = 0
    var decimals: Int?
    var startsWithZero = false
    for byte in isSigned ? bytes.dropFirst() : bytes[...] {
      if byte &- 0x30 < 10 {
        if digits == 0 { startsWithZero = byte == 0x30 }
        digits += 1
        decimals = decimals.map { $0 + 1 }
      } else if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else {
        return nil
      }
    }
    guard digits > 0, decimals != 0, let number = Double(text) else { return nil }
    // Adding 0 turns -0 into 0.
    value = number + 0
    isAmbiguous = decimals == 3 && (4...6).contains(digits) && !startsWithZero
  }
}

extension Double {
  /// Multiplies by a power of ten in decimal: 101325.5 Pa shifted by -2 is 1013.255 hPa, without the binary rounding
  /// error of a division.
  public func shifted(by power: Int) -> Double {
    Double("\(self)e\(power)") ?? self * (0..<abs(power)).reduce(1) { scale, _ in power < 0 ? scale / 10 : scale * 10 }
  }
}
