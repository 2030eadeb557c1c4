import Basics
import Foundation
import Markup
import Testing
import Weather

@testable import Output

/// Hours at first, then steps of six that begin at hours of their own: all of it is drawn, where its time is.
struct SeveralHourStepsTests {
  /// Two days of hours from 15:00 on, then steps of six hours at 02, 08, 14 and 20 for a week. `says` is whether the source
  /// says how long its rows hold.
  private func report(says: Bool = true, offset: Int = 7200) throws -> Report {
    let start = LocalTime(try #require(CalendarDay("2022-08-02")), seconds: 15 * 3600, offset: offset)
    let times = (0..<59).map { ($0, 1) } + stride(from: 59, to: 59 + 7 * 24, by: 6).map { ($0, 6) }
    let hours = times.map { after, length in
      let time = LocalTime(secondsSince1970: start.secondsSince1970 + after * 3600, offset: offset)
      var hour = HourForecast(time: time)
      hour.hours = says ? length : nil
      hour.temperature = Temperature(Double(20 - abs(time.clock.hour - 15)), .celsius)
      hour.description = "Rain"
      hour.precipitation = Precipitation(after > 100 && after < 110 ? 7.5 : 0.5, .millimeters)
      hour.precipitationChance = 55
      hour.wind = Wind(speed: Speed(5, .metersPerSecond), direction: .north)
      return hour
    }
    return SampleReport.report(.hourly, units: .metric, hours: hours, today: start.day)
  }

  private func elements(_ name: String, in drawing: String, where condition: String) throws -> [Node] {
    try Document(xml: Array(drawing.utf8)).nodes("//*[local-name()='\(name)'][\(condition)]")
  }

  /// Where elements of a class stand.
  private func places(_ name: String, _ style: String, in drawing: String) throws -> [Double] {
    try elements(name, in: drawing, where: "@class='\(style)'").compactMap { $0.attribute("x").flatMap { Double($0) } }
  }

  @Test(arguments: [true, false], [7200, 3600, 0, 19_800, -10_800])
  func aDrawingIsLabelledToItsEnd(says: Bool, offset: Int) throws {
    let drawing = try SvgRenderer.text([try report(says: says, offset: offset)])
    for style in ["w-hour", "w-value"] {
      let places = try places("text", style, in: drawing).sorted()
      #expect(try #require(places.last) > 860, "\(style)")
      #expect(try #require(places.first) < 120, "\(style)")
    }
    let hours = try places("text", "w-hour", in: drawing)
    #expect(zip(hours, hours.dropFirst()).allSatisfy { (19.9...100).contains($1 - $0) }, "\(hours)")
    // A sign and an arrow for each time.
    #expect(try elements("path", in: drawing, where: "@class='w-arrow'").count == hours.count)
    #expect(try elements("path", in: drawing, where: "@class='w-high'").count == 1)
    let labels = try elements("text", in: drawing, where: "@class='w-hour'").map { $0.text }
    #expect(Set(labels.suffix(4)).count == 4, "\(labels)")
    // Every step of six hours has its time.
    #expect(labels.filter { $0.count == 2 }.count >= 26, "\(labels)")
  }

  @Test func aBarIsAsWideAsItsStep() throws {
    let drawing = try SvgRenderer.text([try report()])
    let bars = try elements("rect", in: drawing, where: "@class='w-rain'").compactMap { bar -> (Double, Double)? in
      guard let x = bar.attribute("x").flatMap({ Double($0) }),
        let width = bar.attribute("width").flatMap({ Double($0) })
      else { return nil }
      return (x, width)
    }
    #expect(bars.count == 59 + 28)
    let hour = 880.0 / Double(1 + 59 + 7 * 24)
    #expect(bars.prefix(59).allSatisfy { abs($0.1 - (hour - 1.5)) < 0.1 })
    #expect(bars.dropFirst(59).allSatisfy { abs($0.1 - (6 * hour - 1.5)) < 0.1 })
    // Each begins at its time.
    #expect(abs(bars[59].0 - (58 + 60 * hour) - 0.75) < 0.1)
    // The heaviest rain is told.
    #expect(try elements("text", in: drawing, where: "@class='w-minor'").map { $0.text }.contains("7.5"))
  }

  @Test func aChanceWithoutAnAmountIsDrawn() throws {
    var report = try report()
    for index in 70..<report.hours.count { report.hours[index].precipitation = nil }
    let drawing = try SvgRenderer.text([report])
    let bars = try elements("rect", in: drawing, where: "@class='w-chance'")
    #expect(bars.count == 59 + 28 - 70)
    #expect(bars.allSatisfy { abs((Double($0.attribute("height") ?? "") ?? 0) - 0.55 * 52) < 0.2 })
  }

  @Test func curvesBridgeByTime() throws {
    // A source of samples twelve hours apart has one curve, and a night without hours breaks that of one by one.
    var report = try report(says: false)
    report.hours = stride(from: 0, to: 48, by: 12).map { report.hours[$0] }
    var drawing = try SvgRenderer.text([report])
    #expect(try elements("path", in: drawing, where: "@class='w-high'").count == 1)
    report = try self.report(says: false)
    report.hours.removeSubrange(20..<29)
    drawing = try SvgRenderer.text([report])
    #expect(try elements("path", in: drawing, where: "@class='w-high'").count == 2)
  }

  @Test func aChartHasItsSignsTimesAndBarsToItsEnd() throws {
    let report = try report()
    for width in [60, 80, 120] {
      let lines = try ChartRenderer.text([report], RenderingOptions(width: width)).split(separator: "\n")
      let signs = try #require(lines.first { $0.contains("🌧️") })
      #expect(!signs.contains("?"))
      #expect(signs.count > width * 3 / 5, "\(signs)")
      let times = lines[try #require(lines.firstIndex(of: signs)) + 1]
      let shown = times.split(separator: " ")
      #expect(Set(shown.suffix(3)).isSubset(of: ["02", "08", "14", "20"]), "\(times)")
      #expect(times.count > width * 4 / 5, "\(times)")
      #expect(lines.contains { $0.hasPrefix("  mm") && $0.contains("7.5") })
      #expect(lines.contains { $0.contains("55%") })
    }
  }

  @Test func knownWordsAreNeverAQuestionMark() throws {
    var report = try report()
    for index in report.hours.indices { report.hours[index].description = "Plague of locusts" }
    for width in [40, 80] {
      let chart = try ChartRenderer.text([report], RenderingOptions(width: width))
      #expect(!chart.contains("?") && chart.contains("P…"), "\(chart)")
    }
  }

  @Test func textsSayHowLongARowHolds() throws {
    let report = try report()
    #expect(try TableRenderer.text([report]).contains("\n02-08  "))
    #expect(try MarkdownRenderer.text([report]).contains(" 02:00–08:00 |"))
    #expect(try HtmlRenderer.text([report]).contains(">02:00–08:00</th>"))
    #expect(try SpeakRenderer.text([report]).contains("from 02:00 to 02:00: rain"))
  }
}
