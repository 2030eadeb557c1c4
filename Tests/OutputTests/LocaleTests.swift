import Testing
import Weather

@testable import Output

/// The forms for people in locales of many kinds.
struct LocaleTests {
  private static let locales = [
    "en_US", "C", "POSIX", "de_DE", "fr_FR", "ja_JP", "ar_EG", "pt_BR", "sv_SE", "he_IL", "hi_IN", "th_TH", "zh_TW",
  ]

  private func options(_ locale: String, width: Int? = nil) -> RenderingOptions {
    RenderingOptions(fields: [.humidity], width: width, timeLocale: locale, numberLocale: locale)
  }

  @Test(arguments: locales) func columnsStayUnderEachOther(locale: String) throws {
    var report = AwkwardReport.tenDays.report
    report.days[3].low = Temperature(-12.5, .celsius)
    for width in [nil, 60, 80, 120] {
      var options = options(locale, width: width)
      options.isTerminal = width != nil
      let lines = try TableRenderer.text([report], options).split(separator: "\n").dropFirst().dropLast()
      // Cells at the right edge end below their title.
      let ends = lines.map { line -> Int in
        let end = line.firstRange(of: "%")?.upperBound ?? line.firstRange(of: "Humidity")?.upperBound ?? line.endIndex
        return DisplayWidth.of(line[..<end])
      }
      #expect(lines.count == 11)
      #expect(Set(ends).count == 1, "\(locale), \(String(describing: width)): \(ends)")
    }
  }

  @Test(arguments: locales, [20, 40, 60, 80, 120, 200]) func linesFit(locale: String, width: Int) throws {
    for awkward in [AwkwardReport.tenDays, .today, .frost, .tokyo] {
      let options = options(locale, width: width)
      for text in [
        try TableRenderer.text([awkward.report], options), try ChartRenderer.text([awkward.report], options),
        try LineRenderer.text([awkward.report], options), try SpeakRenderer.text([awkward.report], options),
      ] {
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
      }
    }
  }

  @Test(arguments: locales) func noMarkOfDirectionTurnsALine(locale: String) throws {
    let marks: Set<Unicode.Scalar> = ["\u{61C}", "\u{200E}", "\u{200F}"]
    var report = AwkwardReport.tenDays.report
    report.days[0].low = Temperature(-12.5, .celsius)
    for form in [
      TableRenderer.self, ChartRenderer.self, LineRenderer.self, SpeakRenderer.self, HtmlRenderer.self,
      SvgRenderer.self,
    ] as [any Renderer.Type] {
      let text = form.init(options: options(locale)).text(of: [report])
      #expect(!text.unicodeScalars.contains { marks.contains($0) }, "\(form.name)")
    }
  }

  @Test(arguments: [
    ("de_DE", "Mittwoch: ", "Montag, 3. Mai: ", "Mi 28. Apr."),
    ("fr_FR", "Mercredi: ", "Lundi 3 mai: ", "mer. 28 avr."),
    ("pt_BR", "Quarta-feira: ", "Segunda-feira, 3 de maio: ", "qua. 28 de abr."),
    ("C", "Wednesday: ", "Monday, May 3: ", "Wed Apr 28"), ("xx_YY", "Wednesday: ", "Monday, May 3: ", "Wed Apr 28"),
    ("ja_JP", "水曜日: ", "5月3日 月曜日: ", "水 4月28日"), ("ar_EG", "الأربعاء: ", "الاثنين، ٣ مايو: ", "أربعاء ٢٨ أبريل"),
  ])
  func daysHaveTheirNames(locale: String, weekday: String, date: String, short: String) throws {
    let spoken = try SpeakRenderer.text([AwkwardReport.tenDays.report], options(locale)).split(separator: "\n")
    #expect(spoken[4].hasPrefix(weekday), "\(spoken[4])")
    #expect(spoken[9].hasPrefix(date), "\(spoken[9])")
    #expect(try TableRenderer.text([AwkwardReport.tenDays.report], options(locale)).contains("\n\(short) "))
  }

  @Test func datesAndNumbersHaveLocalesOfTheirOwn() throws {
    var report = AwkwardReport.fifteenDays.report
    report.days[3].precipitation = Precipitation(2.5, .millimeters)
    report.days[3].precipitationChance = nil
    let german = try SpeakRenderer.text([report], RenderingOptions(numberLocale: "de_DE")).split(separator: "\n")
    #expect(german[4].hasPrefix("Wednesday: ") && german[4].contains(" 2,5 millimetres"))
    let french = try SpeakRenderer.text([report], RenderingOptions(timeLocale: "fr_FR")).split(separator: "\n")
    #expect(french[4].hasPrefix("Mercredi: ") && french[4].contains(" 2.5 millimetres"))
  }
}
