import Foundation
import Testing
import Weather

@testable import Output

/// The texts of the forms in every language that has a catalogue.
struct TranslationTests {
  static let languages = Language.codes.filter { $0 != "en" }

  /// An entry of the template: its context, its text, and the text for many.
  struct Entry {
    var context: String?
    var text: String
    var many: String?
  }

  static let template: [Entry] = {
    let file = URL(filePath: #filePath).appending(path: "../../../po/weatherterm.pot").standardized
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n\n").dropFirst().map { block in
      func value(_ keyword: String) -> String? {
        block.split(separator: "\n").first { $0.hasPrefix("\(keyword) \"") }
          .map { String($0.dropFirst(keyword.count + 2).dropLast()) }
      }
      return Entry(context: value("msgctxt"), text: value("msgid") ?? "", many: value("msgid_plural"))
    }
  }()

  @Test func twentyFourLanguagesAreThere() {
    let wanted = "en ar cs da de el es fi fr he hi it ja ko nb nl pl pt ru sv tr uk zh_Hans zh_Hant"
    #expect(Set(wanted.split(separator: " ").map(String.init)).isSubset(of: Language.codes))
    #expect(Self.template.count > 200)
  }

  @Test(arguments: languages) func everyTextIsTranslated(language: String) throws {
    let text = try #require(catalogue(language))
    let read = Catalogue(text)
    for entry in Self.template {
      let forms = try #require(read.forms(of: entry.text, in: entry.context), "\(entry.text)")
      for form in forms { #expect(Self.placeholders(form) == Self.placeholders(entry.text), "\(form)") }
      // Every number has a form.
      if entry.many != nil { for count in 0...200 { #expect(forms.indices.contains(read.rule.form(of: count))) } }
    }
  }

  private static func placeholders(_ text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "}" }) }
      .sorted()
  }

  @Test(arguments: [
    ("n != 1", [0: 1, 1: 0, 2: 1]), ("n > 1", [0: 0, 1: 0, 2: 1]), ("0", [0: 0, 7: 0]),
    (
      "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
      [1: 0, 2: 1, 5: 2, 11: 2, 12: 2, 21: 0, 22: 1, 112: 2]
    ),
    (
      "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
      [0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 103: 3]
    ),
    ("!(n == 1)", [1: 0, 2: 1]), ("n * 2 - 1 < n + 1", [1: 1, 3: 0]), ("n / 0", [1: 0]), ("", [1: 0]), ("(", [1: 0]),
  ])
  func pluralRules(expression: String, forms: [Int: Int]) {
    let rule = PluralRule(expression)
    for (count, form) in forms { #expect(rule.form(of: count) == form, "\(count)") }
  }

  @Test func aCatalogueIsReadAsGettextReadsIt() {
    let catalogue = Catalogue(
      #"""
      msgid ""
      msgstr ""
      "Language: xx\n"
      "Plural-Forms: nplurals=2; plural=(n > 1);\n"

      msgctxt "a"
      msgid "one"
      msgstr "eins"

      msgid "one"
      msgstr ""

      #, fuzzy
      msgid "guessed"
      msgstr "geraten"

      msgid "long "
      "text"
      msgstr "lan"
      "ger \"Text\""

      msgid "{count} day"
      msgid_plural "{count} days"
      msgstr[0] "{count} Tag"
      msgstr[1] "{count} Tage"
      """#)
    #expect(catalogue.forms(of: "one", in: "a") == ["eins"])
    #expect(catalogue.forms(of: "one", in: nil) == nil)
    #expect(catalogue.forms(of: "guessed", in: nil) == nil)
    #expect(catalogue.forms(of: "long text", in: nil) == ["langer \"Text\""])
    #expect(catalogue.forms(of: "{count} day", in: nil) == ["{count} Tag", "{count} Tage"])
    #expect(catalogue.rule.form(of: 0) == 0)
    #expect(catalogue.rule.form(of: 2) == 1)
  }

  @Test func whatIsMissingIsEnglish() {
    let german = Phrases(language: "de")
    #expect(german("nobody has translated {this}", ["this": "that"]) == "nobody has translated that")
    #expect(german.counted("{n} frog", "{n} frogs", 2, ["n": "2"]) == "2 frogs")
    #expect(Phrases(language: "xx").isEnglish)
    // A value is no template.
    #expect(german("from {time}", ["time": "{time}"]) == "ab {time}")
  }

  @Test(arguments: [
    ("de", "de"), ("de_AT.UTF-8", "de"), ("DE", "de"), ("pt-BR", "pt"), ("no_NO", "nb"), ("nn", "nb"), ("iw", "he"),
    ("zh_CN", "zh_Hans"), ("zh", "zh_Hans"), ("zh_TW.UTF-8", "zh_Hant"), ("zh-HK", "zh_Hant"), ("zh-Hant", "zh_Hant"),
    ("zh_Hans_TW", "zh_Hans"), ("en_GB", "en"), ("sr_RS@latin", nil), ("xx", nil), ("C", nil), ("", nil),
    ("../de", nil),
  ])
  func codes(name: String, code: String?) { #expect(Language.code(of: name) == code) }

  @Test func conditionsAreTranslatedAndOthersStand() {
    var text = ValueText()
    text.phrases = Phrases(language: "de")
    #expect(text.words("Slight rain showers") == "Leichte Regenschauer")
    #expect(text.words("AM Showers") == "Vormittags Regenschauer")
    #expect(text.words("Fog then Mostly Sunny") == "Nebel, dann meist sonnig")
    #expect(text.words("Cloudy with frogs") == "Cloudy with frogs")
    #expect(text.words("Averses") == "Averses")
    #expect(text.wind(Wind(speed: Speed(20, .kilometersPerHour), direction: .eastSoutheast)) == "OSO 20 km/h")
    #expect(ValueText().words("Slight rain showers") == "Slight rain showers")
  }

  @Test func onATerminalWithoutUnicodeLatinLettersLoseTheirMarks() throws {
    let report = AwkwardReport.tenDays.report
    let german = try TableRenderer.text([report], RenderingOptions(isUnicode: false, icons: .ascii, language: "de"))
    #expect(german.contains("Luftfeuchte"))
    #expect(german.utf8.allSatisfy { $0 < 0x80 })
    for language in Self.languages where !Language.isLatin(language) {
      let text = try TableRenderer.text([report], RenderingOptions(isUnicode: false, icons: .ascii, language: language))
      #expect(text.contains("Humidity") && !text.contains("?"), "\(language)")
    }
  }

  @Test(arguments: languages, [40, 60, 80, 100, 120, 160, 200]) func linesFit(language: String, width: Int) {
    for fields in [FieldGroup.standard, FieldGroup.all] {
      let options = RenderingOptions(
        fields: fields, width: width, timeLocale: language, numberLocale: language, language: language)
      for form in [TableRenderer.self, ChartRenderer.self, LineRenderer.self] as [any Renderer.Type] {
        for awkward in AwkwardReport.allCases {
          for line in form.init(options: options).render(awkward.report, index: 0).split(separator: "\n") {
            #expect(DisplayWidth.of(line) <= width, "\(form.name), \(awkward): \(line)")
          }
        }
      }
    }
  }

  @Test(arguments: languages, [80, 100, 120, 200, nil]) func columnsStayUnderEachOther(language: String, width: Int?)
    throws
  {
    var report = AwkwardReport.tenDays.report
    for index in report.days.indices { report.days[index].humidity = Double(40 + index * 5) }
    let options = RenderingOptions(
      fields: [.humidity], width: width, isTerminal: width != nil, timeLocale: language, language: language)
    let lines = try TableRenderer.text([report], options).split(separator: "\n").dropFirst().dropLast()
    let title = Phrases(language: language)("humidity", in: "field").capitalizedAtFirst
    let ends = lines.map { line in
      let end = line.firstRange(of: title)?.upperBound ?? line.firstRange(of: "%")?.upperBound ?? line.endIndex
      return DisplayWidth.of(line[..<end])
    }
    #expect(ends.count == 11 && Set(ends).count == 1, "\(ends)")
  }

  @Test(arguments: languages) func formsForProgramsAreTheSame(language: String) throws {
    let forms: [any Renderer.Type] = [
      ClassicRenderer.self, JsonRenderer.self, NdjsonRenderer.self, CsvRenderer.self, PrometheusRenderer.self,
    ]
    let reports = AwkwardReport.allCases.map { $0.report }
    for form in forms {
      let text = form.init(options: RenderingOptions(language: language)).text(of: reports)
      #expect(text == form.init(options: RenderingOptions()).text(of: reports), "\(form.name)")
    }
    // What a program reads from a template, too: the keys, the words as the source gave them, and the class.
    let template = "{{days.0.description}} {{days.0.windDirection}} {{class}} {{units.speed}}"
    for report in reports {
      #expect(
        try LineRenderer.text([report], RenderingOptions(language: language, template: template))
          == LineRenderer.text([report], RenderingOptions(template: template)))
    }
  }

  @Test(arguments: languages) func aPageSaysItsLanguage(language: String) throws {
    let page = try HtmlRenderer.text([AwkwardReport.tenDays.report], RenderingOptions(language: language))
    let code = language.replacing("_", with: "-")
    let direction = ["ar", "he"].contains(language) ? " dir=\"rtl\"" : ""
    #expect(page.contains("<html lang=\"\(code)\"\(direction)>"))
  }

  @Test(arguments: languages) func nothingIsLeftInEnglish(language: String) throws {
    let report = AwkwardReport.tenDays.report
    let options = RenderingOptions(timeLocale: language, numberLocale: language, language: language)
    let spoken = try SpeakRenderer.text([report], options).lowercased()
    for word in ["the weather", "up to", "down to", "chance of", "degrees"] {
      #expect(!spoken.contains(word), "\(spoken)")
    }
    // A placeholder that is not filled in.
    for form in [SpeakRenderer.self, TableRenderer.self, MarkdownRenderer.self, SvgRenderer.self]
      as [any Renderer.Type]
    {
      for awkward in AwkwardReport.allCases {
        let text = form.init(options: options).render(awkward.report, index: 0)
        for name in ["{weather}", "{time}", "{number}", "{field}", "{value}", "{place}"] {
          #expect(!text.contains(name), "\(form.name), \(awkward)")
        }
      }
    }
  }
}
