import Markup
import Testing
import Weather

@testable import Output

struct HtmlRendererTests {
  private func text(_ reports: [Report], _ options: RenderingOptions = RenderingOptions()) -> String {
    var options = options
    options.severalReports = reports.count > 1
    return HtmlRenderer(options: options).text(of: reports)
  }

  private func page(_ reports: [Report]) throws -> Document { try Document(html: Array(text(reports).utf8)) }

  @Test(arguments: [AwkwardReport.tenDays, .unknown, .today, .frost, .tokyo, .hostile])
  func writesWholePages(_ report: AwkwardReport) throws {
    try ExpectedOutput.check(text([report.report]), "\(report.rawValue).html")
  }

  @Test(arguments: AwkwardReport.allCases)
  func runsNothingAndAsksForNothing(_ report: AwkwardReport) throws {
    let page = try page([report.report])
    #expect(try page.nodes("//script | //link | //img | //iframe | //object | //*[@src]").isEmpty)
    #expect(try page.nodes("//@*[starts-with(name(), 'on')]").isEmpty)
    #expect(try page.nodes("//a[not(starts-with(@href, 'https://'))]").isEmpty)
    #expect(!text([report.report]).contains("@import"))
    let urls = text([report.report]).components(of: "url(")
    #expect(urls.allSatisfy { $0.hasPrefix("#") })
  }

  @Test(arguments: AwkwardReport.allCases)
  func pointsAtNothingThatIsNotThere(_ report: AwkwardReport) throws {
    let page = try page([report.report, AwkwardReport.hours.report])
    let ids = try page.nodes("//@id").map { $0.text }
    #expect(ids.count == Set(ids).count)
    for name in ["aria-labelledby", "aria-describedby"] {
      #expect(try page.nodes("//@\(name)").allSatisfy { ids.contains($0.text) })
    }
  }

  @Test func everyDayIsARowWithItsHeads() throws {
    let page = try page([AwkwardReport.tenDays.report])
    #expect(try page.nodes("//tbody/tr").count == 10)
    let heads = try page.nodes("//thead//th").count
    #expect(try page.nodes("//tbody/tr[count(*) = \(heads)]/th[@scope='row']").count == 10)
    #expect(try page.string("//tbody/tr[2]")?.contains("Showers") == true)
    #expect(try page.string("//title") == "Weather: Stockholm, Sweden")
  }

  @Test func hoursStandUnderTheirDays() throws {
    let page = try page([AwkwardReport.hours.report])
    let days = try page.nodes("//tbody/tr[@class='group']/th").map { $0.text }
    #expect(days == ["Sunday, April 25", "Monday, April 26", "Tuesday, April 27"])
    #expect(try page.nodes("//tbody/tr[not(@class)]").count == AwkwardReport.hours.report.hours.count)
  }

  @Test func theUnknownIsMarkedAndUnknownColumnsAreLeftOut() throws {
    let page = try page([AwkwardReport.unknown.report])
    #expect(try page.string("//tbody/tr[1]/td[1]") == "--")
    #expect(try page.exists("//tbody/tr[1]/td[1]/abbr[@title='unknown']"))
    #expect(try page.nodes("//thead//th[starts-with(., 'UV')]").isEmpty)
    #expect(try page.nodes("//thead//th[starts-with(., 'Humidity')]").count == 1)
  }

  @Test func nowIsShownWhereItWasAsked() throws {
    let shown = try page([AwkwardReport.today.report])
    #expect(try shown.string("//section[@class='now']/p[@class='temperature']") == "10°C")
    #expect(try shown.exists("//section//*[@class='w-moon']"))
    var report = AwkwardReport.today.report
    report.current = nil
    #expect(try page([report]).exists("//p[.='The source does not say what the weather is now.']"))
  }

  @Test func severalPlacesShareAPageAndAFailureSaysWhy() throws {
    let failed = SampleReport.report(
      .tenDays, name: nil, failure: ReportFailure(status: 69, message: "The site <refuses>."))
    let page = try page([AwkwardReport.tenDays.report, failed])
    #expect(try page.nodes("//article").count == 2)
    #expect(try page.nodes("//h1").map { $0.text } == ["Weather"])
    #expect(try page.nodes("//h2").map { $0.text } == ["Stockholm, Sweden", "SWXX2372"])
    #expect(try page.string("//article[2]/p[@class='failure']") == "No forecast: The site <refuses>.")
    #expect(try page.nodes("//article[2]//table").isEmpty)
  }

  @Test func oldAnswersAreMarked() throws {
    var report = AwkwardReport.tenDays.report
    report.source.stale = true
    report.source.age = 7200
    #expect(try page([report]).exists("//header//strong[.='(2 h old)']"))
  }

  @Test func chosenFieldsAreTheOnlyOnes() throws {
    func heads(_ fields: [FieldGroup], _ report: AwkwardReport = .tenDays) throws -> [String] {
      try Document(html: Array(text([report.report], RenderingOptions(fields: fields)).utf8))
        .nodes("//thead//th").map { $0.text }
    }
    let kept = ["Day", "Conditions", "High °C", "Low °C"]
    #expect(try heads([]) == kept)
    #expect(try heads([.gust, .sun]) == kept + ["Gusts km/h", "Sunrise", "Sunset"])
    #expect(try heads([.rain]) == kept + ["Chance of precipitation", "Precipitation mm"])
    #expect(try heads(FieldGroup.standard) == heads(FieldGroup.all))
    #expect(try heads([.wind], .hours) == ["Time", "Conditions", "Temperature °C", "Wind m/s"])
    func now(_ fields: [FieldGroup]) throws -> [String] {
      try Document(html: Array(text([AwkwardReport.today.report], RenderingOptions(fields: fields)).utf8))
        .nodes("//section//dt").map { $0.text }
    }
    #expect(try now([.pressure]) == ["Pressure", "Observed"])
    #expect(try now(FieldGroup.standard).count == 6)
  }

  @Test(arguments: [RowKinds.day, .hour])
  func everyFieldOfTheCatalogueHasAColumn(_ kind: RowKinds) throws {
    let wind: [Field] = [.windDirection, .windDegrees]
    let expected = kind.fields.filter { !wind.contains($0) }.map { $0 == .description ? "Conditions" : $0.title }
    var values = FieldValues()
    for field in kind.fields { values[field] = value(of: field) }
    var report = kind == .day ? AwkwardReport.tenDays.report : AwkwardReport.hours.report
    if kind == .day { report.days[0].values = values } else { report.hours[0].values = values }
    let heads = try page([report]).nodes("//thead//th/text()[1]")
      .map { $0.text.split(separator: " ").joined(separator: " ") }
    #expect(Set(heads.dropFirst()) == Set(expected))
  }

  /// Any value of a field.
  private func value(of field: Field) -> FieldValue {
    switch field.kind {
    case .measured(let quantity): .measured(Measured(7, quantity.units[0]))
    case .share, .number, .bearing: .number(7)
    case .direction: .direction(.north)
    case .words: .words("Sunny")
    case .time: .time(SampleReport.clock)
    }
  }
}

extension String {
  /// What stands behind each occurrence of a text.
  fileprivate func components(of separator: String) -> [Substring] { Array(split(separator: separator).dropFirst()) }
}
