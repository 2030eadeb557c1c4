import Basics
import Testing
import Weather

@testable import Output

/// A day of which only the rest is known is the rest of today in every form for people.
struct RestOfTodayTests {
  /// The evening of a day of snow, and a whole day after it.
  private func report(_ kind: Question = .fiveDays) -> Report {
    var day = SampleReport.day("2021-04-25", high: -5, low: -7, "Snow")
    day.from = LocalTime("2021-04-25T14:00:00+02:00")
    day.precipitation = Precipitation(0.4, .millimeters)
    var now = CurrentConditions()
    now.temperature = Temperature(-6, .celsius)
    let days = [day, SampleReport.day("2021-04-26", high: -1, low: -9, "Clear")]
    return SampleReport.report(
      kind, units: .metric, current: kind == .today ? now : nil, days: kind == .today ? [day] : days)
  }

  private let forms: [any Renderer.Type] = [
    LineRenderer.self, TableRenderer.self, ChartRenderer.self, ClassicRenderer.self, HtmlRenderer.self,
    SvgRenderer.self, SpeakRenderer.self, MarkdownRenderer.self,
  ]

  @Test(arguments: [Question.today, .fiveDays])
  func everyFormSaysIt(kind: Question) throws {
    var whole = report(kind)
    whole.days[0].from = nil
    for form in forms {
      #expect(try form.text([report(kind)]).lowercased().contains("rest of today"), "\(form)")
      #expect(try !form.text([whole]).lowercased().contains("rest of today"), "\(form)")
    }
    let tooltip = RenderingOptions(template: "{{tooltip}}")
    #expect(try LineRenderer.text([report(kind)], tooltip).contains("Sun (rest of today, from 14:00) -5°/-7° Snow"))
  }

  @Test func classicKeepsItsFormAndAddsALine() throws {
    #expect(
      try ClassicRenderer.text([report(.today)]) == """
        >> Sun Apr 25
            -6°
            High -5° / Low -7° (Snow)
            Wind: -- / Humidity: --
            Rest of today, from 14:00


        """)
    #expect(
      try ClassicRenderer.text([report()]) == """
        >> [Today APR 25]
            High -5° / Low -7° (Snow)
            Wind: -- / Humidity: --
            Rest of today, from 14:00

        >> [Mon APR 26]
            High -1° / Low -9° (Clear)
            Wind: -- / Humidity: --


        """)
  }

  @Test func aLineSaysItBeforeTheValuesHoweverNarrow() throws {
    let line = "Stockholm 🌨️ -6°C rest of today ↑ -5° ↓ -7° 💧0.4 mm"
    #expect(try LineRenderer.text([report(.today)]) == line + "\n")
    for width in 16..<DisplayWidth.of(line) {
      let cut = try LineRenderer.text([report(.today)], RenderingOptions(width: width))
      #expect(!cut.contains("↑") || cut.contains("rest of today ↑"), "\(cut)")
    }
    #expect(
      try LineRenderer.text([report()]) == "Stockholm rest of today 🌨️ -5°/-7°C Mon ☀️ -1°/-9°\n")
  }

  @Test func theRowIsMarkedAndTheMarkExplained() throws {
    for width in [20, 40, 80, 200] {
      let table = try TableRenderer.text([report()], RenderingOptions(width: width))
      #expect(table.contains("25*") && table.contains("* rest of today,"), "\(table)")
      #expect(!table.contains("26*"))
    }
    let chart = try ChartRenderer.text([report()], RenderingOptions(width: 80))
    #expect(chart.contains("Sun*") && chart.contains("* rest of today, from 14:00"))
    #expect(try MarkdownRenderer.text([report()]).contains("| Sun 2021-04-25 (rest of today, from 14:00) |"))
    #expect(try HtmlRenderer.text([report()]).contains(">Sun, Apr 25 (rest of today, from 14:00)</th>"))
    #expect(try SpeakRenderer.text([report()]).contains("\nRest of today, from 14:00: snow, up to minus 5"))
    #expect(try SpeakRenderer.text([report(.today)]).contains("is for the rest of today, from 14:00.\n"))
  }

  @Test func noOtherDayIsCalledToday() throws {
    var report = report()
    let from = try #require(LocalTime("2021-04-26T07:00:00+02:00"))
    report.days[1].from = from
    var later = report
    later.days[0].from = nil
    for form in forms {
      #expect(try !form.text([later]).lowercased().contains("rest of today"), "\(form)")
    }
    #expect(try LineRenderer.text([later]) == "Stockholm Sun 🌨️ -5°/-7°C Mon* ☀️ -1°/-9°\n")
    #expect(
      try LineRenderer.text([report]) == "Stockholm rest of today 🌨️ -5°/-7°C Mon* ☀️ -1°/-9°\n")
    #expect(try MarkdownRenderer.text([report]).contains("| Mon 2021-04-26 (from 07:00) |"))
    for form in [TableRenderer.self, ChartRenderer.self] as [any Renderer.Type] {
      let text = try form.text([report], RenderingOptions(width: 80))
      #expect(text.contains("* rest of today, from 14:00\n* Mon 26 from 07:00\n"), "\(text)")
      let other = try form.text([later], RenderingOptions(width: 80))
      #expect(other.contains("* Mon 26 from 07:00\n"), "\(other)")
    }
    // A report of a day that is not today, by itself.
    var alone = self.report(.today)
    alone.days[0].date = from.day
    alone.days[0].from = from
    for form in forms {
      let text = try form.text([alone]).lowercased()
      #expect(text.contains("from 07:00") && !text.contains("rest of today"), "\(form)")
    }
  }

  @Test func anEveningIsShownAsNight() throws {
    var report = report()
    report.days[0].description = "Clear"
    report.days[0].from = LocalTime("2021-04-25T22:00:00+02:00")
    #expect(try LineRenderer.text([report]).contains("rest of today 🌙"))
    report.days[0].from = LocalTime("2021-04-25T09:00:00+02:00")
    #expect(try LineRenderer.text([report]).contains("rest of today ☀️"))
  }
}
