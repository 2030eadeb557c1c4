/// A date as HTTP writes it (RFC 9110, section 5.6.7), in whole seconds since 1970-01-01T00:00:00Z.
enum HTTPDate {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// Reads the usual form (`Sun, 06 Nov 1994 08:49:37 GMT`) and both old ones (`Sunday, 06-Nov-94 08:49:37 GMT`,
  /// `Sun Nov  6 08:49:37 1994`); nil for anything else.
  ///
  /// - Parameter now: years of two digits that would lie more than 50 years after it belong to the century before.
  static func seconds(_ text: String, now: Int) -> Int? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    switch words.count {
    case 6 where words[5] == "GMT": return moment(day: words[1], month: words[2], year: words[3], clock: words[4])
    case 5: return moment(day: words[2], month: words[1], year: words[4], clock: words[3])
    case 4 where words[3] == "GMT":
      let parts = words[1].split(separator: "-").map(String.init)
      guard parts.count == 3, parts[2].utf8.count == 2, let short = Int(parts[2]), short >= 0 else { return nil }
      let thisYear = 1970 + now / 31_556_952
      let year = thisYear - thisYear % 100 + short
      return moment(
        day: parts[0], month: parts[1], year: String(year > thisYear + 50 ? year - 100 : year), clock: words[2])
    default: return nil
    }
  }

  private static func moment(day: String, month: String, year: String, clock: String) -> Int? {
    guard let month = months.firstIndex(of: month), let day = Int(day), (1...31).contains(day), year.utf8.count == 4
    else { return nil }
    let date = "\(year)-\(month < 9 ? "0" : "")\(month + 1)-\(day < 10 ? "0" : "")\(day)"
    return Timestamp("\(date)T\(clock)Z")?.secondsSince1970
  }
}
