import Basics
import Testing
import Weather

struct PlainTextTests {
  @Test(arguments: [
    ("Mostly Cloudy", "Mostly Cloudy"),
    ("Zürich 雨 🌧️ é", "Zürich 雨 🌧️ é"),
    ("", ""),
    // C0, C1, DEL.
    ("a\u{0}b\u{7}c\u{8}d\u{7F}e\u{84}f\u{9C}g", "abcdefg"),
    ("a\tb\nc\r\nd\u{B}e\u{85}f\u{2028}g\u{2029}h", "a b c  d e f g h"),
    // Control sequences, in both spellings.
    ("\u{1B}[31;1mred\u{1B}[0m", "red"),
    ("\u{9B}2Jgone", "gone"),
    ("\u{1B}[?25lhidden \u{1B}[1 qcursor", "hidden cursor"),
    // Titles, links and other strings, ended by BEL, ST or its one-character spelling.
    ("\u{1B}]0;title\u{7}x", "x"),
    ("\u{1B}]8;;http://e.org\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
    ("\u{9D}2;t\u{9C}x\u{90}q\u{1B}\\y\u{1B}_z\u{9C}", "xy"),
    // Other escapes.
    ("\u{1B}(Bx\u{1B}cy\u{1B}7z", "xyz"),
    // What never ends swallows nothing but itself.
    ("\u{1B}]0;Rain and more", "0;Rain and more"),
    ("tail\u{1B}", "tail"),
    ("tail\u{1B}[", "tail"),
    ("tail\u{1B}[31", "tail"),
    ("a\u{1B}[31\u{1B}[0mb", "ab"),
    ("a\u{1B}åb", "aåb"),
    // Bidirectional overrides, isolates and marks.
    ("\u{202E}evil\u{202C} \u{2066}a\u{2069}\u{200E}\u{200F}\u{061C}b", "evil ab"),
  ])
  func controlsGo(text: String, plain: String) {
    #expect(PlainText.of(text) == plain)
  }

  @Test func everyTextOfAReportIsMadePlain() {
    let dirty = "\u{1B}[31mx\u{202E}\u{7}"
    let now = LocalTime(secondsSince1970: 0, offset: 0)
    var place = Place()
    place.name = dirty
    place.timeZone = dirty
    var current = CurrentConditions()
    current.description = dirty
    var day = DayForecast(date: now.day)
    day.description = dirty
    var hour = HourForecast(time: now)
    hour.description = dirty
    let plain = Report(
      query: dirty, question: .today,
      source: Source(parser: dirty, name: dirty, url: dirty, fetched: now, attribution: dirty), place: place,
      units: ReportUnits(), current: current, days: [day], hours: [hour], today: now.day,
      failure: ReportFailure(status: 65, message: dirty)
    ).plain
    let texts = [
      plain.query, plain.source.parser, plain.source.name, plain.source.url, plain.source.attribution, plain.place.name,
      plain.place.timeZone, plain.current?.description, plain.days[0].description, plain.hours[0].description,
      plain.failure?.message,
    ]
    #expect(texts == Array(repeating: "x", count: 11))
    #expect(plain.failure?.status == 65)
  }
}
