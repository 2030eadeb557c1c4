internal import Scraping
internal import Weather

/// Addresses of the site's pages.
enum WeatherComAddress {
  /// The page that answers a kind of question about an area; five days, ten days and the weekend share one.
  static func url(_ area: String, _ question: Question) -> String {
    let page = question.wantsHours ? "hourbyhour" : question.isToday ? "today" : "tenday"
    // The comma of coordinates may be followed by a blank, which the site does not take.
    return "https://weather.com/weather/\(page)/l/\(AddressTemplate.encoded(area.filter { $0 != " " }))"
  }
}
