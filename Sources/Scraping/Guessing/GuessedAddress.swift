internal import Basics
internal import Weather

/// A guess at what stands for the area in an address.
struct GuessedAddress {
  /// The address with its placeholders.
  var template: String
  /// The value of `areas`, as YAML.
  var areas: String
  /// Whether areas are coordinates, whose nearest town is known.
  var isPoint = false
  /// The area of the sample page.
  var area: String
  /// What was taken for the area; nil where nothing was.
  var reason: String?
  /// The address of the sample page as the template writes it.
  var address: String

  /// Without an address, or for one without an area in it, the form has one area alone.
  init(_ url: String?) {
    template = url.map(Self.escaped) ?? "https://site.example/FILL-IN"
    address = url ?? template
    area = "here"
    areas = "{form: the place, pattern: here, example: here}"
    guard let url, let parts = Address(url) else { return }
    if let (replaced, point) = Self.coordinates(url, parts) {
      guard let written = Self.written(replaced, point) else { return }
      (template, area, address, isPoint) = (replaced, point.text, written, true)
      areas = "{form: coordinates, example: \"\(point.text)\"}"
      reason = "the numbers \(point.text) look like latitude and longitude"
    } else if let code = Self.code(parts), let range = url.ranges(of: code).last {
      template = Self.escaped(url[..<range.lowerBound]) + "{area}" + Self.escaped(url[range.upperBound...])
      area = Address.decoded(code)
      areas = "{form: place code, pattern: \"\(Self.pattern(area))\", example: \(YAMLText.scalar(area, inFlow: true))}"
      reason = "\(code) looks like the code of a place"
    }
  }

  /// Braces mean placeholders.
  private static func escaped(_ text: some StringProtocol) -> String {
    ["{": "%7B", "}": "%7D", "\"": "%22", "\\": "%5C"].reduce(String(text)) { $0.replacing($1.key, with: $1.value) }
  }

  private static func written(_ template: String, _ point: Coordinates) -> String? {
    let values = ["latitude": Coordinates.text(point.latitude), "longitude": Coordinates.text(point.longitude)]
    return AddressTemplate(template)?.address(
      at: LocalTime(secondsSince1970: 0, offset: 0), { values[$0] }, { _, _ in nil })
  }

  // MARK: - Coordinates

  private static let latitudes: Set = ["lat", "latitude", "y", "breite"]
  private static let longitudes: Set = ["lon", "lng", "long", "longitude", "x", "laenge"]

  private static func coordinates(_ url: String, _ parts: Address) -> (template: String, Coordinates)? {
    // `lat=59.33&lon=18.07` and `/lon/18.07/lat/59.33`.
    let words = url.split { "/?&=".contains($0) }
    func value(_ names: Set<String>) -> Substring? {
      zip(words, words.dropFirst()).first { names.contains($0.lowercased()) && Double($1) != nil }?.1
    }
    if let latitude = value(latitudes), let longitude = value(longitudes),
      let point = Coordinates("\(latitude),\(longitude)")
    {
      var template = ""
      var rest = url[...]
      for word in [latitude, longitude].sorted(by: { $0.startIndex < $1.startIndex }) {
        template +=
          escaped(rest[..<word.startIndex])
          + (word == latitude && word.startIndex == latitude.startIndex ? "{latitude}" : "{longitude}")
        rest = rest[word.endIndex...]
      }
      return (template + escaped(rest), point)
    }
    // `q=59.33,18.07` and `/points/59.33,18.07`.
    for word in words {
      for comma in [",", "%2C", "%2c"] {
        let pair = word.split(separator: comma, omittingEmptySubsequences: false)
        guard pair.count == 2, pair.allSatisfy({ $0.contains(".") && Double($0) != nil }),
          let point = Coordinates("\(pair[0]),\(pair[1])")
        else { continue }
        return (
          "\(escaped(url[..<word.startIndex])){latitude}\(comma){longitude}\(escaped(url[word.endIndex...]))", point
        )
      }
    }
    return nil
  }

  // MARK: - Codes

  private static let codeNames: Set = [
    "id", "station", "stationid", "code", "city", "cityid", "zip", "zipcode", "postcode", "loc", "location",
    "locationid", "place",
    "placeid", "icao", "area", "areacode", "geoid", "geonameid", "q", "query", "site", "town", "region", "county",
    "point",
  ]

  /// The value of a parameter that is called after places, else the last piece of the path with digits in it, else the last that
  /// could be a name.
  private static func code(_ parts: Address) -> String? {
    let pairs = (parts.rawQuery ?? "").split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
    if let pair = pairs.first(where: {
      $0.count == 2 && codeNames.contains($0[0].lowercased().filter(\.isLetter)) && isCode($0[1])
    }) {
      return String(pair[1])
    }
    let pieces = parts.rawPath.split(separator: "/").map { piece -> Substring in
      let ends = [".html", ".htm", ".json", ".xml", ".rss", ".csv", ".php", ".txt"]
      return ends.first { piece.lowercased().hasSuffix($0) }.map { piece.dropLast($0.count) } ?? piece
    }
    return pieces.last { isCode($0) && $0.count(where: \.isNumber) > 1 && !$0.hasPrefix("v") }.map(String.init)
  }

  private static func isCode(_ text: Substring) -> Bool {
    (2...40).contains(text.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-:".contains($0)) }
  }

  /// The kinds of characters that a code is made of.
  private static func pattern(_ code: String) -> String {
    var kinds = ""
    if code.contains(where: { $0.isLetter && $0.isUppercase }) { kinds += "A-Z" }
    if code.contains(where: { $0.isLetter && $0.isLowercase }) { kinds += "a-z" }
    if code.contains(where: \.isNumber) { kinds += "0-9" }
    for mark in "_:-" where code.contains(mark) { kinds.append(mark) }
    return "[\(kinds)]+"
  }
}
