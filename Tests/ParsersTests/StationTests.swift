import Basics
import Parsers
import Scraping
import Testing
import Weather

/// The stations that are asked for the weather now: the nearest, then two more, and never one that spoils the forecast.
@Suite struct StationTests {
  private struct Silence: Error {}

  private static let now = LocalTime(secondsSince1970: 1_770_825_600, offset: 0)  // 2026-02-11T16:00Z

  private static let forecast = """
    {"properties": {"periods": [{"startTime": "2026-02-11T06:00:00-08:00", "isDaytime": true, "temperature": 49,
     "temperatureUnit": "F", "shortForecast": "Rain"}]}}
    """

  private static let point = """
    {"properties": {"forecast": "https://api.weather.gov/f", "observationStations": "https://api.weather.gov/stations",
     "timeZone": "America/Los_Angeles"}}
    """

  private static func observation(_ celsius: String, time: String = "2026-02-11T15:55:00Z") -> String {
    #"{"properties": {"timestamp": "\#(time)", "temperature": {"unitCode": "wmoUnit:degC", "value": \#(celsius)}}}"#
  }

  /// What is asked for, and the forecast, where the stations A, B, C and D answer in these ways; nil is silence.
  private func run(_ stations: [String: String?]) async throws -> (asked: [String], forecast: Forecast) {
    let asked = Addresses()
    let type = try #require(allParsers.first { $0.name == "WeatherGov" })
    let query = ForecastQuery(area: "46.2,-123.9", question: .today, now: Self.now)
    let forecast = try await type.forecast(for: query) { request in
      await asked.note(request.url)
      let path = request.url.dropFirst("https://api.weather.gov/".count)
      let body: String
      switch path {
      case "points/46.2,-123.9": body = Self.point
      case "f": body = Self.forecast
      case "stations":
        let list = "ABCD".map { #""https://api.weather.gov/stations/\#($0)""# }.joined(separator: ",")
        body = #"{"observationStations": [\#(list)]}"#
      default:
        guard let answer = stations[String(path.split(separator: "/")[1])], let answer else { throw Silence() }
        body = answer
      }
      return Page(
        url: request.url, status: body.isEmpty ? 404 : 200, body: Array(body.utf8), fetched: Self.now)
    }
    return (await asked.list.filter { $0.hasSuffix("/latest") }.map { String($0.split(separator: "/")[3]) }, forecast)
  }

  private actor Addresses {
    private(set) var list: [String] = []
    func note(_ address: String) { list.append(address) }
  }

  @Test func theNearestIsEnough() async throws {
    let (asked, forecast) = try await run(["A": Self.observation("7"), "B": Self.observation("8")])
    #expect(asked == ["A"])
    #expect(forecast.current?.temperature == Temperature(7, .celsius))
    #expect(forecast.partURLs[.current] == "https://api.weather.gov/stations/A/observations/latest")
  }

  @Test(
    arguments: [
      nil, "", "<html>", "{}", #"{"properties": null}"#, observation("null"),
      observation("7", time: "2026-02-11T12:59:00Z"), observation("7", time: "lately"),
      observation("7", time: "2026-02-06T15:55:00+00:00"),
      #"{"properties": {"temperature": {"unitCode": "wmoUnit:degC", "value": 7, "qualityControl": "X"}}}"#,
      #"{"properties": {"temperature": {"unitCode": "wmoUnit:degC", "value": 7, "qualityControl": 3}}}"#,
      #"{"properties": {"temperature": {"unitCode": "wmoUnit:percent", "value": 7}}}"#,
      #"{"properties": {"temperature": {"value": 7}}}"#,
    ] as [String?])
  func theNextIsAskedWhereOneHasNothing(answer: String?) async throws {
    let (asked, forecast) = try await run(["A": answer, "B": Self.observation("8"), "C": Self.observation("9")])
    #expect(asked == ["A", "B"])
    #expect(forecast.current?.temperature == Temperature(8, .celsius))
  }

  @Test func noMoreThanThreeAreAskedAndTheForecastStands() async throws {
    let (asked, forecast) = try await run(["A": nil, "B": "", "C": "[]", "D": Self.observation("9")])
    #expect(asked == ["A", "B", "C"])
    #expect(forecast.current == nil && forecast.days.first?.high == Temperature(49, .fahrenheit))
    #expect(forecast.notes.count == 1)
  }

  @Test func anObservationOfThreeHoursIsStillNow() async throws {
    let (asked, forecast) = try await run(["A": Self.observation("7", time: "2026-02-11T13:00:00Z")])
    #expect(asked == ["A"] && forecast.current?.temperature == Temperature(7, .celsius))
  }

  @Test(arguments: [
    ("Z", true), ("C", true), ("S", true), ("V", true), ("G", true), ("T", true), ("v", true), ("", true),
    ("X", false), ("Q", false), ("B", false), ("I", false), ("W", false), ("x", false), ("?", false),
  ])
  func qualityControlDecides(flag: String, passes: Bool) async throws {
    let station = """
      {"properties": {"timestamp": "2026-02-11T15:55:00Z", "textDescription": "Fog",
       "temperature": {"unitCode": "wmoUnit:degC", "value": 7, "qualityControl": "\(flag)"},
       "windChill": {"unitCode": "wmoUnit:degC", "value": 4, "qualityControl": "V"}}}
      """
    let (_, forecast) = try await run(["A": station])
    #expect(forecast.current?.temperature == (passes ? Temperature(7, .celsius) : nil))
    #expect(forecast.current?.feelsLike == (passes ? Temperature(4, .celsius) : nil))
    #expect(forecast.current?.description == "Fog")
  }

  @Test(
    arguments: [
      ("wmoUnit:degC", 10.0, Temperature(10, .celsius)), ("unit:degC", 10, Temperature(10, .celsius)),
      ("unit:degF", 50, Temperature(50, .fahrenheit)), ("wmoUnit:degF", 50, Temperature(50, .fahrenheit)),
      ("wmoUnit:K", 283.15, nil), ("uc:[degF]", 50, Temperature(50, .fahrenheit)),
      ("uc:Cel", 10, Temperature(10, .celsius)),
      ("http://codes.wmo.int/common/unit/degC", 10, Temperature(10, .celsius)), ("wmoUnit:m", 10, nil), ("", 10, nil),
    ] as [(String, Double, Temperature?)])
  func theUnitThatIsSaidCounts(code: String, value: Double, temperature: Temperature?) async throws {
    let station = """
      {"properties": {"timestamp": "2026-02-11T15:55:00Z", "textDescription": "Fog",
       "temperature": {"unitCode": "\(code)", "value": \(value)}}}
      """
    let (_, forecast) = try await run(["A": station])
    #expect(forecast.current?.temperature == temperature)
  }
}
