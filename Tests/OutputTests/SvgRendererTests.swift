import Markup
import Testing
import Weather

@testable import Output

struct SvgRendererTests {
  private func text(_ reports: [Report], _ options: RenderingOptions = RenderingOptions()) -> String {
    var options = options
    options.severalReports = reports.count > 1
    return SvgRenderer(options: options).text(of: reports)
  }

  /// The elements of a name, whatever namespace they are in.
  private func elements(_ name: String, in drawing: String, where condition: String = "true()") throws -> [Node] {
    try Document(xml: Array(drawing.utf8)).nodes("//*[local-name()='\(name)'][\(condition)]")
  }

  /// The texts of a style, from left to right within their row.
  private func labels(_ style: String, in drawing: String) throws -> [String] {
    try elements("text", in: drawing, where: "contains(concat(' ', @class, ' '), ' \(style) ')").map { $0.text }
  }

  @Test(arguments: AwkwardReport.allCases)
  func drawsWholeOutputs(_ report: AwkwardReport) throws {
    let drawing = text([report.report])
    _ = try Document(xml: Array(drawing.utf8))
    try ExpectedOutput.check(drawing, "\(report.rawValue).svg")
  }

  @Test func followsTheLocale() throws {
    let drawing = text(
      [AwkwardReport.tenDays.report], RenderingOptions(timeLocale: "sv_SE", numberLocale: "sv_SE"))
    #expect(try labels("w-name", in: drawing).first == "sön, 25 apr.")
    #expect(try labels("w-value", in: drawing).contains("2,3"))
  }

  @Test(arguments: AwkwardReport.allCases)
  func everythingStandsInsideTheDrawing(_ report: AwkwardReport) throws {
    let drawing = text([report.report])
    let root = try #require(try Document(xml: Array(drawing.utf8)).root)
    let size = try #require(root.attribute("viewBox")).split(separator: " ").compactMap { Double($0) }
    #expect(size.count == 4)
    for name in ["text", "rect", "circle"] {
      for element in try elements(name, in: drawing, where: "not(ancestor::*[local-name()='g'])") {
        let x = try #require((element.attribute("x") ?? element.attribute("cx")).flatMap { Double($0) })
        let y = try #require((element.attribute("y") ?? element.attribute("cy")).flatMap { Double($0) })
        let width = element.attribute("width").flatMap { Double($0) } ?? 0
        let height = element.attribute("height").flatMap { Double($0) } ?? 0
        #expect(x >= 0 && x + width <= size[2] + 0.1, "\(name) at \(x)")
        #expect(y >= 0 && y + height <= size[3] + 0.1, "\(name) at \(y)")
      }
    }
  }

  @Test func theUnknownIsShownSoAndDrawnNowhere() throws {
    var report = AwkwardReport.unknown.report
    report.days = [DayForecast(date: report.days[0].date), DayForecast(date: report.days[1].date)]
    let drawing = text([report])
    // Words, temperature, precipitation, wind: each for both days.
    let unknown = try elements("text", in: drawing, where: "text()='--'").count
    #expect(unknown >= 8)
    #expect(try elements("path", in: drawing).isEmpty)
    #expect(try elements("circle", in: drawing).isEmpty)
    #expect(!drawing.contains(">0<"))
  }

  @Test func wordsWithoutASignStandAsWords() throws {
    let drawing = text([AwkwardReport.unknown.report])
    #expect(try labels("w-words", in: drawing).joined(separator: " ").contains("Plague of locusts"))
    #expect(try elements("circle", in: drawing, where: "@class='w-sun'").isEmpty == false)
    var report = AwkwardReport.unknown.report
    report.days = [report.days[1]]
    #expect(try elements("circle", in: text([report]), where: "@class='w-sun'").isEmpty)
  }

  @Test func curvesStopWhereADayIsMissing() throws {
    // Days 0 1 3 4, and no high for the first: the highs are 1, and 3-4; the lows 0-1, and 3-4.
    let drawing = text([AwkwardReport.evening.report])
    #expect(try elements("path", in: drawing, where: "@class='w-high'").count == 2)
    #expect(try elements("path", in: drawing, where: "@class='w-low'").count == 2)
    #expect(try elements("path", in: drawing, where: "@class='w-band'").count == 1)
    #expect(try labels("w-minor", in: drawing).contains("high --"))
  }

  @Test func aBarIsAsHighAsItsAmount() throws {
    var days = AwkwardReport.tenDays.report.days.prefix(3)
    for (index, amount) in [10.0, 5.0, 0.0].enumerated() {
      days[index].precipitation = Precipitation(amount, .millimeters)
    }
    let drawing = text([SampleReport.report(.fiveDays, days: Array(days))])
    let heights = try elements("rect", in: drawing, where: "@class='w-rain'").compactMap {
      $0.attribute("height").flatMap { Double($0) }
    }
    #expect(heights.count == 2)
    #expect(heights[0] == 2 * heights[1])
  }

  @Test func aSunThatNeitherRisesNorSetsIsToldSo() throws {
    for count in [3, 10] {
      var days = Array(AwkwardReport.tenDays.report.days.prefix(count))
      for index in days.indices {
        (days[index].sunrise, days[index].sunset, days[index].sunState) = (nil, nil, .downAllDay)
      }
      let lines = try labels("w-sunlight", in: text([SampleReport.report(.tenDays, days: days)]))
      #expect(lines.joined(separator: " ").contains("does not rise") && lines.count == count, "\(lines)")
    }
  }

  @Test func arrowsFlyWithTheWind() throws {
    var day = AwkwardReport.tenDays.report.days[0]
    day.wind = Wind(speed: Speed(10, .metersPerSecond), direction: .west)
    let drawing = text([SampleReport.report(.fiveDays, days: [day])])
    let arrow = try elements("g", in: drawing, where: "*[@class='w-arrow']").first
    // Drawn pointing up: a west wind blows to the east, which is a quarter to the right; 270 + 180 is that.
    #expect(try #require(arrow?.attribute("transform")).contains("rotate(450)"))
  }

  @Test func nightsAreThoseOfThePlace() throws {
    // At the end of April the sun is down in Stockholm from about 20:30 to 5:10, in Abisko from about 21:10 to 4:20.
    func share(_ report: Report) throws -> Double {
      let drawing = text([report])
      func width(_ style: String) throws -> Double {
        try elements("rect", in: drawing, where: "@class='\(style)'").reduce(0) {
          $0 + ($1.attribute("width").flatMap { Double($0) } ?? 0)
        }
      }
      return try width("w-night") / width("w-day")
    }
    let (south, north) = (try share(AwkwardReport.hours.report), try share(AwkwardReport.frost.report))
    #expect(south > 0.3 && south < 0.42)
    #expect(north < south - 0.03)
    var nowhere = AwkwardReport.hours.report
    nowhere.place = Place()
    #expect(try share(nowhere) == 0)
  }

  @Test func severalPlacesStandBelowEachOther() throws {
    let drawing = text([AwkwardReport.tenDays.report, AwkwardReport.evening.report, AwkwardReport.tokyo.report])
    let inner = try elements("svg", in: drawing, where: "parent::*")
    #expect(inner.count == 3)
    let tops = inner.compactMap { $0.attribute("y").flatMap { Double($0) } }
    let heights = inner.compactMap { $0.attribute("height").flatMap { Double($0) } }
    #expect(tops == [0, heights[0], 2 * heights[0]])
    let root = try #require(try Document(xml: Array(drawing.utf8)).root)
    #expect(root.attribute("height").flatMap { Double($0) } == heights.reduce(0, +))
    #expect(root.attribute("width") == "960")
    let ids = try Document(xml: Array(drawing.utf8)).nodes("//@id").map { $0.text }
    #expect(ids.count == Set(ids).count)
  }
}
