import Basics
import Testing
import Weather

@testable import Output

/// Whether it is day or night is decided once: every form shows the same for the same moment.
struct DayOrNightTests {
  /// A report of clear weather, with what the forms have to know it from.
  struct Scene: CustomTestStringConvertible, Sendable {
    var name: String
    var time: String
    var isNight: Bool
    var latitude: Double?
    var sunset: String?

    var testDescription: String { name }

    /// The report of now; `words` are the day's.
    func now(_ words: String = "Rain") throws -> Report {
      var now = CurrentConditions()
      now.description = "Clear"
      now.temperature = Temperature(3, .celsius)
      now.observed = try #require(LocalTime(time))
      let date = try #require(now.observed).day
      var day = SampleReport.day(date.description, high: 5, low: -2, words)
      day.sunrise = sunset == nil ? nil : LocalTime("\(date)T05:00:00+02:00")
      day.sunset = sunset.flatMap { LocalTime("\(date)T\($0)+02:00") }
      return located(SampleReport.report(.today, units: .metric, current: now, days: [day], today: date))
    }

    /// The report of one hour.
    func hour() throws -> Report {
      var hour = HourForecast(time: try #require(LocalTime(time)))
      hour.description = "Clear"
      hour.temperature = Temperature(3, .celsius)
      return located(SampleReport.report(.hourly, units: .metric, hours: [hour], today: hour.time.day))
    }

    private func located(_ report: Report) -> Report {
      var report = report
      (report.place.latitude, report.place.longitude) = (latitude, latitude.map { _ in 18 })
      return report
    }
  }

  static let scenes = [
    Scene(name: "after the source's sunset", time: "2021-04-25T19:30:00+02:00", isNight: true, sunset: "19:00:00"),
    Scene(name: "before the source's sunset", time: "2021-04-25T18:30:00+02:00", isNight: false, sunset: "19:00:00"),
    Scene(name: "evening by the place", time: "2021-04-25T22:00:00+02:00", isNight: true, latitude: 59),
    Scene(name: "light evening by the place", time: "2021-06-20T21:00:00+02:00", isNight: false, latitude: 59),
    Scene(name: "after midnight", time: "2021-04-26T00:30:00+02:00", isNight: true, latitude: 59),
    Scene(name: "midnight sun", time: "2021-06-20T00:30:00+02:00", isNight: false, latitude: 70),
    Scene(name: "polar night", time: "2021-12-20T12:00:00+01:00", isNight: true, latitude: 70),
    Scene(name: "night by the clock", time: "2021-04-25T23:00:00+02:00", isNight: true),
    Scene(name: "day by the clock", time: "2021-04-25T12:00:00+02:00", isNight: false),
  ]

  /// The emoji that a text has of the two for clear skies.
  private func signs(_ text: String) -> Set<Character> { Set(text).intersection(["☀️", "🌙"]) }

  /// Whether a drawing has a moon; nil where it has neither sun nor moon.
  private func hasMoon(_ text: String) -> Bool? {
    let (sun, moon) = (text.contains("class=\"w-sun\""), text.contains("class=\"w-moon\""))
    return sun == moon ? nil : moon
  }

  @Test(arguments: scenes)
  func everyFormAgreesOnNow(_ scene: Scene) throws {
    let report = try scene.now()
    let sign: Set<Character> = scene.isNight ? ["🌙"] : ["☀️"]
    #expect(signs(try LineRenderer.text([report])) == sign)
    #expect(signs(try TableRenderer.text([report])) == sign)
    #expect(signs(try ChartRenderer.text([report])) == sign)
    for template in [
      "{{icon}}", "{{icon(current)}}", "{{icon(current.description)}}",
      "{{#current}}{{icon(.)}}{{icon(description)}}{{/current}}", "{{short}}", "{{line}}", "waybar", "tmux", "polybar",
      "i3bar",
    ] {
      #expect(
        signs(try LineRenderer.text([report], RenderingOptions(template: template))) == sign, "\(template)")
    }
    #expect(hasMoon(try SvgRenderer.text([report])) == scene.isNight)
    #expect(hasMoon(try HtmlRenderer.text([report])) == scene.isNight)
  }

  @Test(arguments: scenes)
  func theSameWordsHaveTheSameSignNowAndToday(_ scene: Scene) throws {
    var report = try scene.now("Clear")
    let sign: Set<Character> = scene.isNight ? ["🌙"] : ["☀️"]
    for known in [true, false] {
      // Without words for now, those of the day stand for them.
      if !known { report.current?.description = nil }
      for form in [LineRenderer.self, TableRenderer.self, ChartRenderer.self] as [any Renderer.Type] {
        #expect(signs(try form.text([report])) == sign, "\(form)")
      }
      let template = RenderingOptions(template: "{{icon}}{{icon(days.0)}}{{#days}}{{icon(description)}}{{/days}}")
      #expect(signs(try LineRenderer.text([report], template)) == sign)
      #expect(hasMoon(try SvgRenderer.text([report])) == scene.isNight)
      #expect(hasMoon(try HtmlRenderer.text([report])) == scene.isNight)
    }
  }

  @Test func todayLiesAheadBeforeTheMorningAndIsOverAfterTheEvening() throws {
    var early = try Scene(name: "", time: "2021-04-25T04:00:00+02:00", isNight: true, latitude: 59).now("Sunny")
    #expect(signs(try TableRenderer.text([early])) == ["🌙", "☀️"])
    early.question = .fiveDays
    #expect(signs(try TableRenderer.text([early])) == ["☀️"])
    let late = try Scene(name: "", time: "2021-04-25T23:00:00+02:00", isNight: true, latitude: 59).now("Sunny")
    #expect(signs(try TableRenderer.text([late])) == ["🌙"])
    #expect(signs(try ChartRenderer.text([late])) == ["🌙"])
  }

  @Test(arguments: scenes.filter { $0.sunset == nil })
  func everyFormAgreesOnAnHour(_ scene: Scene) throws {
    let report = try scene.hour()
    let sign: Set<Character> = scene.isNight ? ["🌙"] : ["☀️"]
    #expect(signs(try LineRenderer.text([report])) == sign)
    #expect(signs(try TableRenderer.text([report])) == sign)
    #expect(signs(try ChartRenderer.text([report])) == sign)
    for template in [
      "{{icon}}", "{{#hours}}{{icon(.)}}{{/hours}}", "{{#hours}}{{icon(description)}}{{/hours}}", "{{icon(hours.0)}}",
      "{{icon(hours.0.description)}}", "{{icon(first(hours))}}",
      "{{#hours.description}}{{icon(.)}}{{/hours.description}}",
    ] {
      #expect(
        signs(try LineRenderer.text([report], RenderingOptions(template: template))) == sign, "\(template)")
    }
    #expect(hasMoon(try SvgRenderer.text([report])) == scene.isNight)
    #expect(hasMoon(try HtmlRenderer.text([report])) == scene.isNight)
  }
}
