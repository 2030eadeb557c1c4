internal import Markup
internal import Scraping

/// The addresses that one answer of the interface leads on to.
enum WeatherGovLink {
  /// The address that a value is; nil for anything but an address of the interface.
  static func url(_ json: JSON?) -> String? {
    guard let url = json?.string, WeatherGovParser().facts.isOwnAddress(url) else { return nil }
    return url
  }
}
