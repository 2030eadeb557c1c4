import Testing
import Weather

@testable import Output

/// Every form for people names the place that was taken, and the unit.
struct PlaceAndUnitTests {
  private func report(
    _ kind: Question = .today, name: String? = nil, town: String? = "Springfield, IL, United States",
    unit: MeasurementUnit = .celsius
  ) -> Report {
    var now = CurrentConditions()
    now.temperature = Temperature(-5, unit)
    var day = SampleReport.day("2021-04-25", high: 3, low: -4, "Clear")
    (day.high, day.low) = (Temperature(3, unit), Temperature(-4, unit))
    var hour = HourForecast(time: SampleReport.clock)
    hour.temperature = Temperature(2, unit)
    var report = SampleReport.report(
      kind, name: name, units: unit == .celsius ? .metric : .imperial, current: kind == .today ? now : nil,
      days: kind == .hourly ? [] : [day], hours: kind == .hourly ? [hour] : [])
    report.town = town
    return report
  }

  @Test(arguments: [Question.today, .fiveDays, .hourly], [MeasurementUnit.celsius, .fahrenheit])
  func everyFormTellsBoth(kind: Question, unit: MeasurementUnit) throws {
    let report = report(kind, unit: unit)
    let signed: [any Renderer.Type] = [
      LineRenderer.self, TableRenderer.self, ChartRenderer.self, ClassicRenderer.self, HtmlRenderer.self,
      SvgRenderer.self, MarkdownRenderer.self,
    ]
    for form in signed {
      let text = try form.text([report])
      #expect(text.contains("Springfield") && text.contains("°\(unit.rawValue)"), "\(form): \(text)")
    }
    let name = unit == .celsius ? "degrees Celsius" : "degrees Fahrenheit"
    let speech = try SpeakRenderer.text([report])
    #expect(speech.contains("Springfield, IL, United States") && speech.contains(name), "\(speech)")
    for template in ["{{line}}", "{{short}}", "{{tooltip}}", "waybar", "tmux", "polybar", "i3bar"] {
      let text = try LineRenderer.text([report], RenderingOptions(template: template))
      #expect(text.contains("Springfield") && text.contains("°\(unit.rawValue)"), "\(template): \(text)")
    }
  }

  @Test(
    arguments: [
      ("Springfield, IL", "Springfield, IL, United States", "Springfield, IL"),
      ("SPRINGFIELD CAPITAL AIRPORT", "Springfield, IL, United States", "SPRINGFIELD CAPITAL AIRPORT"),
      ("São Paulo", "Sao Paulo, Brazil", "São Paulo"),
      (
        "7 Miles NE Chatham IL", "Springfield, IL, United States",
        "Springfield, IL, United States (7 Miles NE Chatham IL)"
      ),
      (nil, "Springfield, IL, United States", "Springfield, IL, United States"), ("Oslo", nil, "Oslo"),
      (nil, nil, "SWXX2372"),
    ] as [(String?, String?, String)])
  func theTownIsNamedWhereTheSourceDoesNot(name: String?, town: String?, title: String) throws {
    let report = report(.fiveDays, name: name, town: town)
    #expect(try TableRenderer.text([report]).hasPrefix("\(title) °C\n"))
  }

  @Test func classicHasAHeadWhereThePlaceOrTheSourceIsNotSure() throws {
    let town = report(.fiveDays, name: "Oslo, Norway", town: "Oslo, Norway")
    #expect(try ClassicRenderer.text([town]).hasPrefix("# Oslo, Norway (WeatherCom, °C)\n>> [Today APR 25]\n"))
    let code = report(.fiveDays, name: "Oslo, Norway", town: nil, unit: .fahrenheit)
    #expect(try ClassicRenderer.text([code]).hasPrefix(">> [Today APR 25]\n"))
    let chain = RenderingOptions(severalSources: true)
    #expect(try ClassicRenderer.text([code], chain).hasPrefix("# Oslo, Norway (WeatherCom, °F)\n>> "))
    // Of several, the form of version 1.0 where nothing is doubtful.
    let both = try ClassicRenderer.text([town, code]).split(separator: "\n").filter { $0.hasPrefix("# ") }
    #expect(both == ["# Oslo, Norway (WeatherCom, °C)", "# Oslo, Norway (WeatherCom)"])
    var unknown = code
    (unknown.units, unknown.days, unknown.town) = (ReportUnits(), [], "Oslo, Norway")
    #expect(try ClassicRenderer.text([unknown]) == "# Oslo, Norway (WeatherCom)\n\n")
  }

  @Test func theUnitStandsOnceInALine() throws {
    #expect(try LineRenderer.text([report()]) == "Springfield ☀️ -5°C ↑ 3° ↓ -4° 💧--\n")
    var half = report()
    half.current?.temperature = nil
    half.days[0].high = nil
    #expect(try LineRenderer.text([half]).contains(" --° ↑ --° ↓ -4°C "))
    #expect(try LineRenderer.text([report(.fiveDays)]) == "Springfield Sun ☀️ 3°/-4°C\n")
    let ascii = RenderingOptions(isUnicode: false, icons: .ascii)
    #expect(try LineRenderer.text([report()], ascii) == "Springfield O -5C ^ 3C v -4C rain --\n")
  }
}
