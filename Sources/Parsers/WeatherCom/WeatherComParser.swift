internal import Scraping
internal import Weather

/// The Weather Channel's site, weather.com.
///
/// Its pages are read on two ladders at once. The state that a script embeds in the page outlives every redesign and is
/// cheap to read, so it is the first rung; the known layouts of the markup follow, each a table in
/// ``WeatherComLayouts``. Which of them a page has is told by what it holds, never by its date or address.
struct WeatherComParser: ForecastParser {
  let facts = SiteFacts(
    title: "The Weather Channel",
    homePage: "https://weather.com",
    hosts: ["weather.com", "www.weather.com"],
    areaForms: [
      AreaForm(
        "place code", pattern: "[A-Za-z]{4}[0-9]{4}(:[0-9]{1,2}(:[A-Za-z]{2})?)?", example: "SWXX2372:1:SW"),
      AreaForm("zip code", pattern: "[0-9]{5}(:[0-9]{1,2}(:[A-Za-z]{2})?)?", example: "76205:4:US"),
      .coordinates,
      AreaForm(
        "place id", pattern: "[0-9a-fA-F]{32}|[0-9a-fA-F]{64}",
        example:
          "a0a48c0f8630d7e60cc5d03bf2dc2d039cad87e8dfdb8fc476a43473a6ff7e17"),
      AreaForm(
        "name with a code", pattern: "[^[:space:][:cntrl:]/#?:]+:[0-9]{1,2}:[A-Za-z]{2}",
        example: "Denton+TX+76205:4:US"),
      AreaForm(
        "name with a city's id", pattern: "[^[:space:][:cntrl:]/#?]+[?]canonicalCityId=[0-9a-fA-F]{32,64}",
        example: "Amsterdam?canonicalCityId=533a2225ade74a9e9313acc11fc49a7d0ecae09d171ab83406bfec7e04cdb8d0"),
    ],
    areaHelp: "Search for the place on weather.com: the code is the last part of the address of its page.",
    coverage: "the world",
    attribution: "The Weather Channel, weather.com",
    terms: "Personal, non-commercial use; the site refuses many programs.",
    // Pages of points are those of the place nearby.
    gridKilometers: 15,
    days: 15,
    // Pages for people: asked as a person would click.
    pause: .milliseconds(250))

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let page = try await load(PageRequest(WeatherComAddress.url(query.area, query.question)))
    return try read(page, query)
  }

  /// What a page says, as a pure function.
  func read(_ page: Page, _ query: ForecastQuery) throws -> Forecast {
    let site = facts.title
    try WeatherComRefusal.check(page, area: query.area, site: site)
    let reading = WeatherComPage(try page.uncut(site: site), area: query.area, site: site)
    var forecast = Forecast()
    forecast.url = page.url
    forecast.lowFollowsHigh = true
    try reading.reading {
      if query.question.wantsHours {
        try reading.readHours(into: &forecast)
      } else if query.question.isToday {
        try reading.readToday(into: &forecast)
      } else {
        try reading.readDays(into: &forecast, atLeast: query.question.days == .next(5) ? 5 : 10)
      }
      forecast.place = try reading.place
    }
    forecast.answeredPoints = [forecast.place.coordinates].compactMap { $0 }
    return forecast
  }
}
