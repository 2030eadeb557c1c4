internal import Markup
internal import Scraping
internal import Weather

/// The point that a page says it is for.
enum WeatherGovPagePoint {
  /// The coordinates beside `Point Forecast:`; nil where a page has none.
  static func coordinates(_ document: Document) -> Coordinates? {
    let path = "//div[contains(@class,'left')][contains(.,'Point Forecast')]/following-sibling::div[1]"
    return (try? document.string(path)).flatMap { coordinates(in: $0) }
  }

  /// The point in `Portland OR 45.53°N 122.67°W (Elev. 200 ft)`.
  static func coordinates(in text: String) -> Coordinates? {
    var latitude: Double?
    var longitude: Double?
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      guard let sign = word.firstIndex(of: "°"), let degrees = Cell.text(String(word[..<sign])).plainNumber else {
        continue
      }
      switch word[word.index(after: sign)...] {
      case "N": latitude = degrees
      case "S": latitude = -degrees
      case "E": longitude = degrees
      case "W": longitude = -degrees
      default: continue
      }
    }
    guard let latitude, let longitude else { return nil }
    return Coordinates(latitude: latitude, eastward: longitude)
  }
}
