import Basics
import Testing
import Weather

@testable import Output

struct CsvRendererTests {
  @Test func writesAwkwardReports() throws {
    let text = try CsvRenderer.gallery(RenderingOptions(fields: FieldGroup.all))
    try ExpectedOutput.check(text.replacing("\r\n", with: "\n"), "csv.txt")
  }

  @Test func linesEndAsTheStandardHasIt() throws {
    let text = try CsvRenderer.text([AwkwardReport.tenDays.report])
    #expect(text.utf8.count { $0 == 13 } == 11)
    #expect(text.hasSuffix("\r\n"))
    #expect(text.replacing("\r\n", with: "").utf8.allSatisfy { $0 != 10 && $0 != 13 })
  }

  @Test(arguments: AwkwardReport.allCases)
  func everyLineHasAsManyCells(_ report: AwkwardReport) throws {
    let text = try CsvRenderer.text([report.report], RenderingOptions(fields: FieldGroup.all))
    let counts = Set(text.split(separator: "\r\n").map { Self.cells(String($0)).count })
    #expect(counts.count == 1)
    #expect(counts.first ?? 0 > 15)
  }

  @Test func textIsQuotedWhereItMustBeAndNeverAFormula() throws {
    var day = SampleReport.day("2021-04-25", high: -1.5, low: -2, "Rain, \"heavy\"")
    #expect(CsvCell.words("a\nb") == "\"a\nb\"")
    #expect(CsvCell.words("") == "")
    #expect(CsvCell.words("plain text") == "plain text")
    #expect(CsvCell.words(" blank") == "\" blank\"")
    for sign in ["=", "+", "-", "@"] { #expect(CsvCell.words("\(sign)1") == "'\(sign)1") }
    let text = try CsvRenderer.text(
      [SampleReport.report(.weekend, name: "=1+1", days: [day])], RenderingOptions(fields: []))
    #expect(
      text
        == "parser,place,date,high,low,description,from,age (s),stale\r\n"
        + "WeatherCom,'=1+1,2021-04-25,-1.5,-2,\"Rain, \"\"heavy\"\"\",,0,false\r\n")
    day.description = nil
    #expect(
      try CsvRenderer.text([SampleReport.report(.weekend, days: [day])], RenderingOptions(fields: [])).hasSuffix(
        ",-1.5,-2,,,0,false\r\n"))
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(1)", "\u{2212}1", "＝1+1", "＋1", "－1", "＠x", "﹦1", "﹢1", "﹣1", "﹫x",
    "\u{200B}=1", "\u{FEFF}=1", "\u{AD}+1", "\u{2060}\u{200D}-1", "\u{202E}=1", "\u{2066}＠x", "\u{61C}=1", "\u{180E}=1",
    "\u{FE0F}=1", "\u{34F}=1", "\u{3164}=1", " =1", "\u{A0}=1", "\u{3000}＝1", "\t=1", "\tx", "\rx", "\u{0}=1",
    "\u{E0020}=1",
  ])
  func whatASpreadsheetMightRunIsText(_ words: String) {
    let cell = CsvCell.words(words)
    // By scalars: a mark that combines would take the quote with it.
    let scalars = cell.unicodeScalars.drop { $0 == "\"" }
    #expect(scalars.first == "'", "\(cell)")
    #expect(Array(scalars.dropFirst().prefix(words.unicodeScalars.count)) == Array(words.unicodeScalars))
  }

  @Test(arguments: ["Rain", "5-day = fine", "a@b", "10–15 mm", "''", "\u{200B}Rain", "雨", "(=1)"])
  func otherWordsStayAsTheyAre(_ words: String) { #expect(CsvCell.words(words) == words) }

  @Test func numbersStayNumbers() {
    #expect(CsvCell.number(-1.5) == "-1.5")
    #expect(CsvCell.value(.measured(Temperature(-3, .celsius)), .metric) == "-3")
  }

  @Test func severalReportsAreOneTableInTheUnitsOfTheFirst() throws {
    var american = DayForecast(date: CalendarDay(number: 0))
    american.high = Temperature(50, .fahrenheit)
    american.wind = Wind(speed: Speed(10, .milesPerHour))
    let failed = SampleReport.report(.weekend, failure: ReportFailure(status: 69, message: "refused"))
    let text = try CsvRenderer.text(
      [
        SampleReport.report(
          .weekend, units: ReportUnits(.celsius),
          days: [SampleReport.day("2021-04-25", high: 13.9, low: 3, "Sunny")]),
        failed,
        SampleReport.report(
          .weekend, name: "Denton", units: ReportUnits(.fahrenheit, .milesPerHour),
          days: [american]),
      ], RenderingOptions(fields: [.wind]))
    #expect(
      text.replacing("\r\n", with: "\n") == """
        parser,place,date,high (C),low (C),description,windSpeed (mph),windDirection,from,age (s),stale
        WeatherCom,"Stockholm, Sweden",2021-04-25,13.9,3,Sunny,,,,0,false
        WeatherCom,Denton,1970-01-01,10,,,10,,,0,false

        """)
  }

  @Test func rowsSayWhatTheyHold() throws {
    var day = SampleReport.day("2021-04-25", high: nil, low: nil, "Rain")
    day.from = SampleReport.clock
    var hour = HourForecast(time: SampleReport.clock)
    hour.hours = 6
    let options = RenderingOptions(fields: [])
    let days = try CsvRenderer.text([SampleReport.report(.fiveDays, days: [day])], options)
    #expect(days.contains(",description,from,age"))
    #expect(days.contains(",Rain,2021-04-25T15:07:00+02:00,0,false"))
    let hours = try CsvRenderer.text([SampleReport.report(.hourly, hours: [hour])], options)
    #expect(hours.contains(",description,hours,age"))
    #expect(hours.contains(",6,0,false"))
  }

  @Test func nothingIsNothing() throws {
    #expect(try CsvRenderer.text([]) == "")
  }

  /// The cells of a line in which no cell holds a line's end.
  private static func cells(_ line: String) -> [String] {
    var (cells, cell, isQuoted) = ([String](), "", false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      default: cell.append(character)
      }
    }
    return cells + [cell]
  }
}
