internal import Markup

/// The addresses that one answer of the interface leads on to.
enum WeatherGovLink {
  /// The address that a value is; nil for anything but an address of the web.
  static func url(_ json: JSON?) -> String? {
    guard let url = json?.string, url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
    return url
  }
}
