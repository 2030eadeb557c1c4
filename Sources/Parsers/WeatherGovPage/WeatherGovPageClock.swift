internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// What time it is at the page's place, by the stamps that the page bears.
struct WeatherGovPageClock {
  /// The day at the place.
  let today: CalendarDay
  /// The day at the place by the run's clock; nil where the place's offset is not known.
  let clockDay: CalendarDay?
  /// When the conditions of the moment were observed; nil where the page does not say.
  let observed: LocalTime?

  /// - Parameter fetched: the run's clock, for the year and where the page bears no stamp.
  init(_ document: Document, fetched: LocalTime) {
    func text(_ label: String) -> String? {
      let path = "(//*[@id='about_forecast']//*[contains(@class,'left')][contains(.,'\(label)')])[1]"
      return try? document.string(path + "/following-sibling::*[contains(@class,'right')][1]")
    }
    let seen = try? document.string(
      "(//*[@id='current_conditions_detail']//td[contains(.,'Last update')])[1]/following-sibling::td[1]")
    // The forecast is valid from the hour in which the page was made; its text may be of the evening before.
    let stamps = ["Forecast Valid", "Last Update"].map {
      text($0).flatMap { WeatherGovPageStamp($0, near: fetched.day) }
    }
    let station = seen.flatMap { WeatherGovPageStamp($0, near: fetched.day) }
    let offset = (stamps + [station]).lazy.compactMap { $0?.offset }.first
    clockDay = offset.map { fetched.at(offset: $0).day }
    today = stamps.lazy.compactMap { $0?.day }.first ?? station?.day ?? fetched.day
    observed = station.flatMap { stamp in
      (stamp.offset ?? offset).flatMap { offset in
        stamp.seconds.map { LocalTime(stamp.day, seconds: $0, offset: offset) }
      }
    }
  }
}
