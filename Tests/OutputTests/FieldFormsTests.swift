import Basics
import Testing
import Weather

@testable import Output

/// Every field of the catalogue is in the forms that loop over it, and every group has its column.
struct FieldFormsTests {
  /// A row whose fields are all known.
  private static func filled<R: Row>(_ row: R) -> R {
    var row = row
    for field in R.kind.fields {
      row.values[field] =
        switch field.kind {
        case .measured(let quantity): .measured(Measured(40, quantity.baseUnit))
        case .share, .number, .bearing: .number(40)
        case .direction: .direction(.northeast)
        case .words: .words("words")
        case .time: .time(SampleReport.clock)
        }
    }
    return row
  }

  private static let reports = [
    SampleReport.report(
      .today, units: .metric, current: filled(CurrentConditions()),
      days: [filled(DayForecast(date: SampleReport.clock.day))]),
    SampleReport.report(.hourly, units: .metric, hours: [filled(HourForecast(time: SampleReport.clock))]),
  ]

  @Test func csvHasEveryFieldOnce() throws {
    let headers = try Self.reports.map { report in
      try #require(
        try CsvRenderer.text([report], RenderingOptions(fields: FieldGroup.all)).split(separator: "\r\n").first
      )
      .split(separator: ",").map { $0.prefix { $0 != " " } }
    }
    for header in headers { #expect(Set(header).count == header.count) }
    // The moment of the observation and the bearing are left to the forms for programs.
    let left: [Field] = [.observed, .windDegrees]
    for field in Field.all where !left.contains(field) {
      #expect(headers.contains { $0.contains { $0 == field.key } }, "\(field.key)")
    }
  }

  @Test func prometheusHasEveryFieldThatIsANumber() throws {
    let text = try PrometheusRenderer.text(Self.reports)
    let names = text.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.map { $0.split(separator: " ")[2] }
    let numbers = [RowKinds.current, .day, .hour].flatMap { $0.fields }
      .filter { $0.kind != .words && $0.kind != .direction }
    let ofTheSource = 4
    #expect(names.count == ofTheSource + numbers.count)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: FieldGroup.all)
  func classicTableAndMarkdownShowEveryGroup(_ group: FieldGroup) throws {
    let options = RenderingOptions(fields: [group])
    for report in Self.reports {
      let kind: RowKinds = report.showsHours ? .hour : .day
      guard group.fields.allSatisfy({ $0.rows.contains(kind) }) else { continue }
      #expect(!(try ClassicRenderer.text([report], options)).contains(ValueText.unknown))
      #expect(!(try TableRenderer.text([report], options)).contains(ValueText.unknown))
      #expect(!(try MarkdownRenderer.text([report], options)).contains("| \(ValueText.unknown) "))
    }
  }

  @Test func valuesOfEveryKindHaveTheirUnit() {
    var row = HourForecast(time: SampleReport.clock)
    row.temperature = Temperature(10.26, .celsius)
    row.pressure = Pressure(29.5, .inchesOfMercury)
    row.humidity = 53
    row.wind = Wind(degrees: 45)
    let text = RenderingOptions().values
    #expect(text.value(of: .temperature, in: row) == "10°")
    #expect(text.value(of: .pressure, in: row) == "29.5 inHg")
    #expect(text.value(of: .humidity, in: row) == "53%")
    #expect(text.value(of: .windDirection, in: row) == "NE")
    #expect(text.value(of: .windDegrees, in: row) == "45°")
    #expect(text.value(of: .dewPoint, in: row) == nil)
    #expect(ValueText.classic.value(of: .temperature, in: row) == "10.3°")
    #expect(ValueText.classic.value(of: .pressure, in: row) == "29.50 inHg")
  }

  @Test func todayIsTheWeatherNowOverTheDays() {
    var (now, day) = (CurrentConditions(), SampleReport.day("2021-04-25", high: 12, low: 3, "Rain"))
    now.temperature = Temperature(10, .celsius)
    now.wind = Wind(speed: Speed(5, .metersPerSecond))
    day.wind = Wind(speed: Speed(9, .metersPerSecond), gust: Speed(15, .metersPerSecond), direction: .north)
    let row = ReportRow.now(SampleReport.report(.today, current: now, days: [day]))
    #expect(row.temperature?.value == 10)
    #expect(row.high?.value == 12)
    #expect(row.description == "Rain")
    #expect(row.wind == Wind(speed: Speed(5, .metersPerSecond), gust: Speed(15, .metersPerSecond)))
  }

  @Test func theFormsThatTheProgramNamesAreFound() {
    #expect(standardRenderer().name == "classic")
    #expect(standardRenderer(takingTemplates: true).name == "line")
  }
}
