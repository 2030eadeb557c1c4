internal import Weather

/// Addresses of the site's pages.
enum WeatherComAddress {
  /// The page that answers a kind of question about an area; five days, ten days and the weekend share one.
  static func url(_ area: String, _ kind: ForecastKind) -> String {
    let page =
      switch kind {
      case .today: "today"
      case .hourly: "hourbyhour"
      case .fiveDays, .tenDays, .weekend: "tenday"
      }
    return "https://weather.com/weather/\(page)/l/\(encoded(area))"
  }

  /// An area as the address holds it: its own marks as they are, everything else percent-encoded.
  static func encoded(_ area: String) -> String {
    var text = ""
    // The comma of coordinates may be followed by a blank, which the site does not take.
    for byte in area.utf8 where byte != UInt8(ascii: " ") {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: text.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where ":,+-._~?=".utf8.contains(byte): text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
