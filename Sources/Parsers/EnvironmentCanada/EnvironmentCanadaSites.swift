internal import Scraping
internal import Weather

/// The list of sites with a city page, with their provinces and coordinates.
struct EnvironmentCanadaSites {
  /// Its address.
  static let url = "https://dd.weather.gc.ca/today/citypage_weather/docs/site_list_towns_en.csv"

  private let sites: [(province: String, site: String, point: Coordinates)]

  /// Parses the list: a title, column names, then one site per line; nil if no line is valid, or if the list is
  /// truncated.
  init?(_ body: [UInt8]) {
    // The list has 60 kB; more than a megabyte is not part of it.
    let lines = String(decoding: body.prefix(1 << 20), as: UTF8.self).split(whereSeparator: \.isNewline)
    let rows = lines.lazy.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(Self.plain) }
    guard let names = rows.first(where: { $0.contains("Codes") }), let code = names.firstIndex(of: "Codes"),
      let province = names.firstIndex(where: { $0.hasPrefix("Province") }),
      let latitude = names.firstIndex(of: "Latitude"), let longitude = names.firstIndex(of: "Longitude")
    else { return nil }
    func site(_ row: [String]) -> (province: String, site: String, point: Coordinates)? {
      // A quoted name may contain commas, so columns after it are counted from the end.
      let shift = row.count - names.count
      guard shift >= 0, Self.isSite(province: row[province + shift], code: row[code]),
        let north = Self.degrees(row[latitude + shift]),
        let east = Self.degrees(row[longitude + shift]), let point = Coordinates(latitude: north, longitude: east)
      else { return nil }
      return (row[province + shift].uppercased(), row[code], point)
    }
    sites = rows.compactMap(site)
    // In a truncated list, the nearest site might be far away.
    let endsWithALine = body.last.map { $0 == 0x0A || $0 == 0x0D } ?? false
    let lastIsWhole = rows.last.map { site($0) != nil && $0.last?.last?.isLetter == true } ?? false
    if sites.isEmpty || !(endsWithALine || lastIsWhole) { return nil }
  }

  /// The site nearest to a point, within a distance.
  func nearest(to point: Coordinates, within kilometers: Double) -> (province: String, site: String)? {
    let distances = sites.map { (site: $0, distance: point.kilometers(to: $0.point)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= kilometers else { return nil }
    return (best.site.province, best.site.site)
  }

  /// True for valid codes, which may be used in an address: two or three letters, and s with seven digits.
  private static func isSite(province: String, code: String) -> Bool {
    (2...3).contains(province.utf8.count)
      && province.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
      && code.utf8.count == 8 && code.hasPrefix("s")
      && code.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Parses degrees such as `49.95N` and `123.12W`, or with a sign.
  static func degrees(_ text: String) -> Double? {
    let letter = text.last.map { $0.uppercased() } ?? ""
    guard ["N", "S", "E", "W"].contains(letter) else { return Cell.text(text).plainNumber }
    guard let number = Cell.text(String(text.dropLast())).plainNumber else { return nil }
    return letter == "S" || letter == "W" ? -number : number
  }

  /// A field without surrounding blanks, byte order mark and quotation marks.
  private static func plain(_ field: Substring) -> String {
    func isWrapping(_ character: Character) -> Bool {
      character.isWhitespace || character == "\"" || character == "\u{FEFF}"
    }
    var field = field.drop(while: isWrapping)
    while let last = field.last, isWrapping(last) { field.removeLast() }
    return String(field)
  }
}
