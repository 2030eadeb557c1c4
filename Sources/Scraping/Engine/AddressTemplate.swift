internal import Basics

/// An address with placeholders: `{area}`, `{state|product}` (looked up in a table), `{utc-1h:HH}` (the clock).
public struct AddressTemplate: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    case variable(String, table: String?)
    /// The time now plus a shift in seconds, in UTC or in the run's own offset.
    case clock(isUTC: Bool, shift: Int, format: String)
  }

  let text: String
  let pieces: [Piece]

  /// Parses a template; nil if a brace is not closed or a clock format has unknown letters.
  init?(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    var rest = text[...]
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != "{" }
      if !plain.isEmpty { pieces.append(.text(String(plain))) }
      rest = rest[plain.endIndex...]
      guard !rest.isEmpty else { break }
      guard let end = rest.firstIndex(of: "}"), let piece = Self.piece(rest[..<end].dropFirst()) else { return nil }
      pieces.append(piece)
      rest = rest[rest.index(after: end)...]
    }
    self.pieces = pieces
  }

  private static func piece(_ name: Substring) -> Piece? {
    guard let colon = name.firstIndex(of: ":") else {
      let parts = name.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard parts.count <= 2, !parts.contains("") else { return nil }
      return .variable(parts[0], table: parts.count == 2 ? parts[1] : nil)
    }
    let format = String(name[name.index(after: colon)...])
    var base = name[..<colon]
    guard base.hasPrefix("utc") || base.hasPrefix("today"),
      clockText(format, LocalTime(secondsSince1970: 0, offset: 0)) != nil
    else { return nil }
    let isUTC = base.hasPrefix("utc")
    base = base.dropFirst(isUTC ? 3 : 5)
    if base.isEmpty { return .clock(isUTC: isUTC, shift: 0, format: format) }
    guard let unit = ["h": 3600, "d": 86_400][base.last], let count = Int(base.dropLast()), abs(count) <= 1000 else {
      return nil
    }
    return .clock(isUTC: isUTC, shift: count * unit, format: format)
  }

  /// Formats a time by a Unicode date pattern; nil for unsupported letters.
  static func clockText(_ format: String, _ moment: LocalTime) -> String? {
    var text = ""
    var rest = format[...]
    let date = moment.day.date
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }
      rest = rest[run.endIndex...]
      let number: Int
      switch letter {
      case "y": number = date.year
      case "M": number = date.month
      case "d": number = date.day
      case "H": number = moment.clock.hour
      case "m": number = moment.clock.minute
      case _ where letter.isLetter: return nil
      default:
        text += run
        continue
      }
      let digits = String(number)
      text += String(repeating: "0", count: max(0, run.count - digits.count)) + digits
    }
    return text
  }

  /// The scheme and host, in lower case and without port; nil if a placeholder comes first.
  var origin: (scheme: String, host: String)? {
    guard case .text(let start)? = pieces.first else { return nil }
    let parts = start.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].hasSuffix(":"), parts[1].isEmpty, !parts[2].isEmpty else { return nil }
    var host = parts[2].lowercased()[...]
    // A port is all digits; anything else after a colon makes the host invalid.
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]"), host[colon...].dropFirst().allSatisfy(\.isNumber) {
      host = host[..<colon]
    }
    return (String(parts[0].dropLast()).lowercased(), String(host))
  }

  /// The placeholders that are not clocks, with their tables.
  var variables: [(name: String, table: String?)] {
    pieces.compactMap { if case .variable(let name, let table) = $0 { (name, table) } else { nil } }
  }

  /// Fills in the placeholders; nil if one has no value.
  ///
  /// - Parameters:
  /// - now: the run's clock.
  /// - value: looks up a placeholder's value.
  /// - entry: looks up a value in a table.
  func address(
    at now: LocalTime, _ value: (String) -> String?, _ entry: (String, String) -> String?
  ) -> String? {
    var address = ""
    for piece in pieces {
      switch piece {
      case .text(let text): address += text
      case .clock(let isUTC, let shift, let format):
        let moment = LocalTime(secondsSince1970: now.secondsSince1970 + shift, offset: isUTC ? 0 : now.offset)
        address += Self.clockText(format, moment) ?? ""
      case .variable(let name, let table):
        guard let found = value(name) else { return nil }
        guard let text = table.map({ entry(found, $0) }) ?? found else { return nil }
        // An address taken from an answer is used unchanged; the caller checks whether it may be requested.
        address += address.isEmpty ? text : Self.encoded(text)
      }
    }
    return address
  }

  /// Percent-encodes all but letters, digits and the punctuation that occurs in areas.
  public static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) || ":,+-._~?=".unicodeScalars.contains(scalar)
      {
        encoded.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return encoded
  }
}

extension SiteDefinition {
  /// The entry of a lookup table, case-insensitively; nil if there is none.
  func value(_ key: String, in table: String) -> String? {
    guard let table = tables[table] else { return nil }
    return table[key] ?? table.first { $0.key.lowercased() == key.lowercased() }?.value
  }
}

extension SiteDefinition {
  /// The area that an address of one of the site's pages is about; nil where it does not say, or is none of them.
  public func area(inAddress url: String) -> String? {
    for page in pages {
      for template in page.get {
        guard let values = AddressTemplate(template)?.values(in: url) else { continue }
        if let area = values["area"] { return area }
        if let latitude = values["latitude"], let longitude = values["longitude"] { return "\(latitude),\(longitude)" }
      }
    }
    return nil
  }
}

extension AddressTemplate {
  /// The values of the variables in an address that was made of the template, or that another program made of the same path
  /// with other items in its query; nil for any other. What stands in a table, or is of a clock, is passed over.
  fileprivate func values(in url: String) -> [String: String]? {
    var values: [String: String] = [:]
    var rest = url[...]
    for (index, piece) in pieces.enumerated() {
      if case .text(let text) = piece {
        guard rest.hasPrefix(text) else { return queryValues(in: url) }
        rest = rest.dropFirst(text.count)
        continue
      }
      var end = rest.endIndex
      if index + 1 < pieces.count {
        // Where two variables meet nothing says where the first one ends.
        guard case .text(let next) = pieces[index + 1], let found = rest.firstRange(of: next) else {
          return queryValues(in: url)
        }
        end = found.lowerBound
      }
      if case .variable(let name, table: nil) = piece { values[name] = Address.decoded(rest[..<end]) }
      rest = rest[end...]
    }
    return rest.isEmpty ? values : nil
  }

  /// The values of variables that are items of the query, of an address with the same path.
  private func queryValues(in url: String) -> [String: String]? {
    let parts = url.split(separator: "?", maxSplits: 1)
    guard case .text(let start)? = pieces.first, parts.count == 2, start.prefix(while: { $0 != "?" }) == parts[0],
      start.contains("?")
    else { return nil }
    let items = parts[1].split(separator: "&")
    var values: [String: String] = [:]
    for (text, piece) in zip(pieces, pieces.dropFirst()) {
      guard case .text(let text) = text, case .variable(let name, table: nil) = piece, text.hasSuffix("=") else {
        continue
      }
      let key = text.split { "?&".contains($0) }.last ?? ""
      if let item = items.first(where: { $0.hasPrefix(key) }) {
        values[name] = Address.decoded(item.dropFirst(key.count))
      }
    }
    return values
  }
}
