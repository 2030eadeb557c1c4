import Basics
import Testing
import Weather

@testable import Output

struct LineRendererTests {
  private var stockholm: Report {
    var now = CurrentConditions()
    now.temperature = Temperature(10, .celsius)
    now.description = "Partly Cloudy"
    now.observed = LocalTime("2021-04-25T15:00:00+02:00")
    var day = SampleReport.day("2021-04-25", high: 12, low: 3, "Rain Late")
    day.precipitationChance = 40
    day.sunrise = LocalTime("2021-04-25T05:12:00+02:00")
    day.sunset = LocalTime("2021-04-25T20:33:00+02:00")
    return SampleReport.report(.today, current: now, days: [day])
  }

  @Test func drawsAwkwardReports() throws {
    try ExpectedOutput.check(try LineRenderer.gallery(), "line.txt")
  }

  @Test(
    arguments: [
      (.emoji, "Stockholm ⛅ 10°C ↑ 12° ↓ 3° 💧40%\n"), (.unicode, "Stockholm ◑ 10°C ↑ 12° ↓ 3° ☂40%\n"),
      (.nerd, "Stockholm \u{E302} 10°C ↑ 12° ↓ 3° \u{E371}40%\n"),
      (.ascii, "Stockholm % 10°C ↑ 12° ↓ 3° rain 40%\n"),
    ] as [(IconSet, String)])
  func aLineTellsTheDay(icons: IconSet, line: String) throws {
    #expect(try LineRenderer.text([stockholm], RenderingOptions(icons: icons)) == line)
  }

  @Test func signsFallBackToASCII() throws {
    var report = stockholm
    report.place.name = "Malmö"
    report.days[0].low = Temperature(-3, .celsius)
    let options = RenderingOptions(isUnicode: false, timeLocale: "sv_SE", numberLocale: "sv_SE")
    #expect(try LineRenderer.text([report], options) == "Malmo % 10C ^ 12C v -3C rain 40%\n")
  }

  @Test func byNightThereIsNoSun() throws {
    var report = stockholm
    report.current?.description = "Clear"
    #expect(try LineRenderer.text([report]).contains(" ☀️ "))
    report.current?.observed = LocalTime("2021-04-25T21:00:00+02:00")
    #expect(try LineRenderer.text([report]).contains(" 🌙 "))
    // Without the sun's times the place tells.
    report.days[0].sunset = nil
    report.current?.observed = LocalTime("2021-04-25T20:00:00+02:00")
    (report.place.latitude, report.place.longitude) = (59.33, 18.07)
    #expect(try LineRenderer.text([report]).contains(" ☀️ "))
    report.current?.observed = LocalTime("2021-04-25T21:00:00+02:00")
    #expect(try LineRenderer.text([report]).contains(" 🌙 "))
  }

  @Test func theUnknownIsShownAsWords() throws {
    var report = stockholm
    report.current?.description = "Plague of locusts"
    report.current?.temperature = nil
    report.days = []
    #expect(try LineRenderer.text([report]) == "Stockholm Plague of locusts --° ↑ --° ↓ --° 💧--\n")
  }

  @Test(arguments: AwkwardReport.allCases, [1, 20, 40, 60, 80, 120, 200])
  func noLineIsLongerThanTheTerminal(_ report: AwkwardReport, width: Int) throws {
    for icons in IconSet.allCases {
      let text = try LineRenderer.text([report.report], RenderingOptions(width: width, icons: icons))
      #expect(text.hasSuffix("\n"))
      let line = text.dropLast()
      #expect(!line.contains("\n") && DisplayWidth.of(line) <= width, "\(line)")
      #expect(DisplayWidth.of(line) > 0)
    }
    let template = RenderingOptions(
      width: width, template: "{{place.name}} {{sparkline(hours.temperature)}}\n{{short}}")
    for line in try LineRenderer.text([report.report], template).split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= width)
    }
  }

  @Test func whatIsNoTerminalTakesAllOfIt() throws {
    let whole = try LineRenderer.text([AwkwardReport.tenDays.report])
    #expect(whole.count > 100)
    let piped = RenderingOptions(width: 20, isTerminal: false)
    #expect(try LineRenderer.text([AwkwardReport.tenDays.report], piped) == whole)
  }

  @Test func coloursChangeNothingElse() throws {
    let colored = try LineRenderer.text([stockholm], RenderingOptions(width: 60, isColored: true))
    #expect(colored.contains("\u{1B}[38;5;"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == (try LineRenderer.text([stockholm])))
  }

  @Test func eachReportHasItsLine() throws {
    let text = try LineRenderer.text([stockholm, AwkwardReport.tokyo.report])
    #expect(text.split(separator: "\n").map { $0.split(separator: " ")[0] } == ["Stockholm", "東京"])
  }

  @Test(arguments: [("▁▅█", true), ("_=#", false)])
  func numbersAreBars(bars: String, unicode: Bool) {
    #expect(Sparkline.text([0, 5, 10], isUnicode: unicode) == bars)
    #expect(Sparkline.text([nil, 3, nil, 3], isUnicode: true) == " ▄ ▄")
    #expect(Sparkline.text([nil, nil], isUnicode: true) == "")
  }

  @Test func amountsAddUp() {
    #expect(Precipitation.sum(of: [nil, nil]) == nil)
    #expect(
      Precipitation.sum(of: [Precipitation(0.1, .millimeters), nil, Precipitation(1, .inches)])
        == Precipitation(25.5, .millimeters))
  }
}
