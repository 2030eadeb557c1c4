internal import Scraping
internal import Weather

/// The layouts of weather.com's markup since 2016, newest first: the tables that a redesign adds to.
///
/// Ask for the test id rather than for the class, and for the class's lasting beginning rather than for the whole of it:
/// `Prefix--name--HASH` changes its hash with every build.
enum WeatherComLayouts {
  /// Boxes that hold the conditions of the moment and today's high and low.
  static let now = [testIdNow, nowcard]

  /// Rows of days.
  static let days = [testIdDays, tableDays, cardDays]

  /// Rows of hours.
  static let hours = [testIdHours, tableHours]

  private static let temperatureValue = "*[@data-testid='TemperatureValue']"
  private static let percentageValue = "*[@data-testid='PercentageValue']"
  private static let hiLo = ".//*[contains(@class,'tempHiLoValue')][count(.//*[@data-testid='TemperatureValue'])=2]"

  /// A line of today's details, known by the name of its icon, which no language changes.
  private static func detail(_ names: String..., value: String) -> String {
    let icon = names.map { "@name='\($0)'" }.joined(separator: " or ")
    return "//*[@data-testid='WeatherDetailsListItem'][.//svg[\(icon)]]//\(value)"
  }

  private static let wxData = "*[@data-testid='wxData']"

  /// The list of today's details beside the box of the moment.
  static let details = "//*[@data-testid='TodaysDetailsModule' or @id='todayDetails']"

  /// D, since June 2020: today's box and the list of details beside it.
  static let testIdNow = WeatherComLayout(
    "test ids",
    mark: "CurrentConditionsContainer",
    rows: "//*[@data-testid='CurrentConditionsContainer']",
    fields: [
      .temperature: [
        ".//\(temperatureValue)[contains(@class,'tempValue')]",
        ".//\(temperatureValue)[not(ancestor::*[contains(@class,'tempHiLoValue')])]",
      ],
      .description: [".//*[@data-testid='wxPhrase']", ".//*[contains(@class,'phraseValue')]"],
      .high: ["(\(hiLo)//\(temperatureValue))[1]"],
      .low: [
        "(\(hiLo)//\(temperatureValue))[2]",
        ".//*[contains(@class,'tempHiLoValue')][starts-with(normalize-space(),'Night')]//\(temperatureValue)",
      ],
      .feelsLike: ["\(details)//*[@data-testid='FeelsLikeSection']//\(temperatureValue)"],
      .sunrise: ["\(details)//*[@data-testid='SunriseValue']//p", "\(details)//*[@data-testid='SunriseValue']"],
      .sunset: ["\(details)//*[@data-testid='SunsetValue']//p", "\(details)//*[@data-testid='SunsetValue']"],
      .windSpeed: [detail("wind", value: "*[@data-testid='Wind']"), detail("wind", value: wxData)],
      .windDirection: [detail("wind", value: "*[@data-testid='Wind']")],
      // The arrow beside the speed, and no ornament of the line.
      .windDegrees: [
        detail("wind", value: "*[@data-testid='Wind']//@style[contains(.,'rotate(')]"),
        detail("wind", value: "*[@name='wind-direction']/@style[contains(.,'rotate(')]"),
      ],
      .humidity: [detail("humidity", value: percentageValue), detail("humidity", value: wxData)],
      .dewPoint: [detail("dewpoint", "dew-point", value: temperatureValue)],
      .pressure: [detail("pressure", value: "*[@data-testid='PressureValue']"), detail("pressure", value: wxData)],
      .uvIndex: [detail("uv", "uv-index", value: "*[@data-testid='UVIndexValue']")],
      .visibility: [
        detail("visibility", value: "*[@data-testid='VisibilityValue']"), detail("visibility", value: wxData),
      ],
    ])

  /// A, to 2020: the box of the moment with its table.
  static let nowcard = WeatherComLayout(
    "nowcard",
    mark: "today_nowcard-container",
    rows: "//section[contains(@class,'today_nowcard-container')]",
    fields: [
      .temperature: [".//div[contains(@class,'today_nowcard-temp')]"],
      .description: [".//div[contains(@class,'today_nowcard-phrase')]"],
      .feelsLike: [".//div[contains(@class,'today_nowcard-feels')]"],
      .high: ["substring-before(substring-after(\(hiLoLine),'H'),'L')"],
      // The UV index may stand behind it.
      .low: ["substring-before(concat(substring-after(\(hiLoLine),'L'),'UV'),'UV')"],
      .windSpeed: [sidecar("Wind")],
      .windDirection: [sidecar("Wind")],
      .windGust: [sidecar("Gust"), sidecar("Wind Gust")],
      .humidity: [sidecar("Humidity")],
      .dewPoint: [sidecar("Dew Point")],
      .pressure: [sidecar("Pressure")],
      .visibility: [sidecar("Visibility")],
      .uvIndex: [sidecar("UV Index")],
    ])

  /// "H 97° / L 77°", or "H -- L 77°" in the evening, whatever the elements that it is put together from.
  private static let hiLoLine = "normalize-space(.//div[contains(@class,'today_nowcard-hilo')])"

  private static func sidecar(_ label: String) -> String {
    "//div[contains(@class,'today_nowcard-sidecar')]//tr[normalize-space(th)='\(label)']/td"
  }

  private static let detailsRow = "//details[.//*[@data-testid='DetailsSummary']]"
  private static let detailsFields: [Field: [String]] = [
    .description: [
      ".//*[@data-testid='DetailsSummary']//*[@data-testid='wxIcon']//span",
      ".//*[@data-testid='DetailsSummary']//*[@data-testid='wxPhrase']",
      ".//*[@data-testid='hourlyWxPhrase']",
    ],
    .precipitationChance: [".//*[@data-testid='DetailsSummary']//*[@data-testid='Precip']//\(percentageValue)"],
    .windSpeed: [".//summary//span[@data-testid='Wind']", "(.//*[@data-testid='Wind'])[1]"],
    .windDirection: [".//summary//span[@data-testid='Wind']", "(.//*[@data-testid='Wind'])[1]"],
    .humidity: ["(.//*[@data-testid='HumiditySection']//\(percentageValue))[1]"],
    .uvIndex: ["(.//*[@data-testid='UVIndexValue'])[1]"],
  ]

  /// D, since July 2020: days. The first humidity and UV index of a row are the day's, the second the night's.
  static let testIdDays = WeatherComLayout(
    "test ids",
    mark: "DetailsSummary",
    rows: detailsRow,
    label: "(.//*[@data-testid='DetailsSummary']//*[@data-testid='daypartName'])[1]",
    fields: detailsFields.merging([
      .high: [
        "(.//*[@data-testid='detailsTemperature']//\(temperatureValue)[not(ancestor::*[@data-testid='lowTempValue'])])[1]"
      ],
      .low: [".//*[@data-testid='lowTempValue']//\(temperatureValue)", ".//*[@data-testid='lowTempValue']"],
      .sunrise: ["(.//*[@data-testid='SunriseTime'])[1]"],
      .sunset: ["(.//*[@data-testid='SunsetTime'])[1]"],
    ]) { $1 })

  /// D, since July 2020: hours.
  static let testIdHours = WeatherComLayout(
    "test ids",
    mark: "DetailsSummary",
    rows: detailsRow,
    label: "(.//*[@data-testid='DetailsSummary']//*[@data-testid='daypartName'])[1]",
    fields: detailsFields.merging([
      .temperature: ["(.//*[@data-testid='detailsTemperature']//\(temperatureValue))[1]"],
      .feelsLike: [".//*[@data-testid='FeelsLikeSection']//\(temperatureValue)"],
      .cloudCover: [".//*[@data-testid='CloudCoverSection']//\(percentageValue)"],
      .precipitation: [".//*[@data-testid='AccumulationSection']//*[@data-testid='AccumulationValue']"],
    ]) { $1 })

  private static let tableRow = "//table[contains(@class,'twc-table')]/tbody/tr"
  private static let tableLabel = "./td[.//span[contains(@class,'date-time')]]"
  private static let tableFields: [Field: [String]] = [
    .description: ["./td[contains(@class,'description')]"],
    .precipitationChance: ["./td[contains(@class,'precip')]"],
    .windSpeed: ["./td[contains(@class,'wind')]"],
    .windDirection: ["./td[contains(@class,'wind')]"],
    .humidity: ["./td[contains(@class,'humidity')]"],
  ]

  /// C, to 2020: days. The cell of the temperatures has no separator, so its two spans are told apart by the slash.
  static let tableDays = WeatherComLayout(
    "twc-table",
    mark: "twc-table",
    rows: "\(tableRow)[not(td[contains(@class,'feels')])]",
    label: tableLabel,
    fields: tableFields.merging([
      .high: ["./td[contains(@class,'temp')]//span[contains(@class,'slash')]/preceding-sibling::*[1]"],
      .low: ["./td[contains(@class,'temp')]//span[contains(@class,'slash')]/following-sibling::*[1]"],
    ]) { $1 })

  /// C, to 2020: hours.
  static let tableHours = WeatherComLayout(
    "twc-table",
    mark: "twc-table",
    rows: "\(tableRow)[td[contains(@class,'feels')]]",
    label: tableLabel,
    fields: tableFields.merging([
      .temperature: ["./td[contains(@class,'temp')]"],
      .feelsLike: ["./td[contains(@class,'feels')]"],
    ]) { $1 })

  /// B, 2016 (days) to 2020 (weekend): cards, in an article at first and a section later.
  static let cardDays = WeatherComLayout(
    "wxcard",
    mark: "wxcard-summary",
    rows: "//*[contains(@class,'ls-mod')]//*[self::section or self::article][contains(@class,'wxcard-summary')]",
    label: ".//header[contains(@class,'weather-cell')]",
    fields: [
      .high: [".//span[contains(@class,'hi-temp')]"],
      .low: [".//span[contains(@class,'lo-temp')]"],
      .description: [
        ".//*[contains(@class,'weather-phrase')]//span[contains(@class,'phrase')]",
        ".//*[contains(@class,'weather-phrase')]",
      ],
      .precipitationChance: [".//*[contains(@class,'precip-val')]"],
      .windSpeed: [".//*[contains(@class,'wind-conditions')]"],
      .windDirection: [".//*[contains(@class,'wind-conditions')]"],
      .humidity: [".//p[contains(@class,'humidity')]"],
    ])
}

/// One layout of the site's markup, as data.
struct WeatherComLayout {
  /// What the layout is called in reports and errors.
  let name: String
  /// A text that a page in this layout must hold somewhere, so that a page without it need not be parsed to know.
  let mark: String
  /// The XPath of its rows, or of the one box that holds the moment's conditions.
  let rows: String
  private let section: SiteDefinition.Section

  /// A layout by its name, its mark, the XPath of its rows, and relative to a row those of its label and of its fields, which
  /// are tried in order.
  init(_ name: String, mark: String, rows: String, label: String? = nil, fields: [Field: [String]]) {
    self.name = name
    self.mark = mark
    self.rows = rows
    var section = SiteDefinition.Section(name, rows: [.init(rows)], date: label.map { [.init($0)] } ?? [])
    for (field, expressions) in fields {
      section.fields[field.key] = expressions.map { .init(field == .description ? Self.whole($0) : $0) }
    }
    self.section = section
  }

  /// Its reader, which is to be made once a page.
  var reader: LayoutReader { LayoutReader(section) }

  /// Words that an expression finds; none where their element holds whole boxes or other fields, as it does where its own end
  /// is broken.
  private static func whole(_ expression: String) -> String {
    "(\(expression))[1][not(.//*[@data-testid or @headers or self::p or self::td])]"
  }
}
