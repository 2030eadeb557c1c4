internal import Markup
internal import Scraping

/// A page for people that the site answers with where it has no data for a point: the text of a zone's forecast, a page of
/// the marine forecasts, or a notice.
struct WeatherGovXMLRefusal {
  /// Whether it says that the site has no forecast for the point, and will have none tomorrow.
  let isAboutCoverage: Bool
  /// What the site answers with, as a part of a sentence.
  let reason: String

  /// The first two letters of the codes of marine zones (NWS Directive 10-302): the coasts and oceans, the Great Lakes and
  /// the Saint Lawrence.
  private static let marine: Set<String> = [
    "an", "am", "gm", "pz", "pk", "ph", "pm", "ps", "lc", "le", "lh", "lm", "lo", "ls", "sl",
  ]

  /// What it says of a point that it will never have a forecast for, in lower case.
  private static let refusals = ["outside of the united states", "outside the united states", "outside of the area"]

  /// What a page refuses; nil for data, and for a page that is not the site's, such as a login.
  init?(_ page: Page) {
    let head = String(decoding: page.body.prefix(1024), as: UTF8.self).lowercased()
    guard head.contains("<html") || head.contains("<!doctype html") else { return nil }
    let url = page.url.lowercased()
    let host = url.split(separator: "/").dropFirst().first ?? ""
    let text = String(decoding: page.body.prefix(1 << 18), as: UTF8.self).lowercased()
    let isOwn = host == "weather.gov" || host.hasSuffix(".weather.gov")
    let isElsewhere = !url.contains("fcsttype=dwml")
    guard isOwn, isElsewhere || text.contains("national weather service") || text.contains("weather.gov") else {
      return nil
    }
    let zone = WeatherGovPageZone.code(in: url)
    isAboutCoverage =
      host == "marine.weather.gov" || zone.map { Self.marine.contains($0.prefix(2).lowercased()) } ?? false
      || Self.refusals.contains(where: text.contains)
    reason =
      zone.map { "it answers with the text page of the zone \($0) in place of the data" }
      ?? "it answers with a page for people in place of the data"
  }
}
