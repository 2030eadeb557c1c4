import Foundation
import Support
import Testing

/// Files that are named and are not there, or not what they must be.
@Suite struct WrongFilesTests {
  /// A home with files of many kinds.
  private func home() throws -> Home {
    let home = try Home()
    try home.write("picture.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 500))
    try home.write("empty.har", "")
    try home.write("blank.har", " \n")
    try home.write("cut.har", #"{"log": {"version": "1.2", "entries": [{"request""#)
    try home.write("other.har", #"{"weather": "fine"}"#)
    try home.write("none.har", #"{"log": {"entries": []}}"#)
    try home.write("folder/page.html", "<html></html>")
    try home.write("page.mhtml", "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\nno page")
    try home.write("beside/session.har", Self.har(file: "1.html"))
    try home.write("outside/session.har", Self.har(file: "../picture.png"))
    return home
  }

  private static func har(file: String) -> String {
    """
    {"log": {"entries": [{"startedDateTime": "2026-11-14T07:42:00+01:00",
     "request": {"method": "GET", "url": "https://weather.com\(Stockholm.todayPath)"},
     "response": {"status": 200, "headers": [], "content": {"_file": "\(file)"}}}]}}
    """
  }

  @Test(
    arguments: [
      ("missing", "missing cannot be read: no such file or directory"),
      ("empty.har", "empty.har is not a recording: it is empty"),
      ("blank.har", "it is empty"),
      ("cut.har", "not whole JSON"),
      ("other.har", "no HAR"),
      ("none.har", "no answer for https://weather.com\(Stockholm.todayPath)"),
      ("folder", "folder/session.har cannot be read"),
      ("page.mhtml", "without an HTML page"),
      ("beside", "1.html"),
      ("outside", "not a plain name"),
      ("picture.png", "picture.png is not a recording: it is neither a HAR nor a page"),
    ])
  func aRecordingThatIsNone(name: String, sentence: String) async throws {
    expectFailure(try await home().run(Stockholm.place + ["-td", "--replay", name]), 66, sentence)
  }

  @Test(arguments: [
    ("WeatherCom", "SWXX2372", "the page folder/page.html fits"), ("OpenMeteo", "59.33,18.07", "not JSON"),
  ])
  func aSavedPageThatIsAnotherIsNamedByItsFile(parser: String, area: String, sentence: String) async throws {
    let outcome = try await home().run(["-p", parser, "-a", area, "-td", "--replay", "folder/page.html"])
    expectFailure(outcome, 65, sentence, "folder/page.html")
    #expect(!outcome.error.contains("https://"))
  }

  @Test(
    arguments: [
      ("missing.yaml", Int32(66), "missing.yaml cannot be read: No such file or directory", "--config"),
      ("folder", 66, "folder cannot be read: Is a directory", "--config"),
      ("picture.png", 78, "picture.png", "UTF-8"),
    ])
  func aConfigurationThatCannotBeRead(name: String, status: Int32, sentence: String, more: String) async throws {
    let outcome = try await home().run(Stockholm.place + ["-td", "--config", name, "--replay", Stockholm.session])
    expectFailure(outcome, status, sentence, more)
  }

  @Test func aFolderInTheConfigurationsPlaceIsTold() async throws {
    let home = try Home()
    try home.write(".config/weatherterm/config.yaml/x", "")
    let outcome = try await home.run(Stockholm.place + ["-td", "--replay", Stockholm.session])
    expectFailure(outcome, 78, "config.yaml: cannot be read: Is a directory")
  }

  @Test(
    arguments: [
      ("parser: WeatherCom\narea: x\nunti: Celsius", "line 3: unti: did you mean unit?"),
      ("http:\n  timeuot: 2s", "line 2: http.timeuot: did you mean http.timeout?"),
      ("colour: red", "line 1: colour: there is no such key, choose from"),
      ("http: {timeout: soon}", "line 1: http.timeout: soon is no duration"),
      ("http: {max_body: 0}", "line 1: http.max_body: 0 is no size"),
      ("http: 5", "line 1: http: give it keys and values"),
      ("area: [a, b]", "line 1: area: give it one value"),
      ("area: {a: b}", "line 1: area: give it one value"),
      ("area:", "line 1: area: give it a value"),
      ("weekend: Friday", "line 1: weekend: give it a list"),
      ("weekend: [Fryday]", "line 1: weekend: there is no weekday Fryday: did you mean Friday?"),
      ("unit: Kelvin", "line 1: unit: there is no unit Kelvin"),
      ("parser: WetherCom", "line 1: parser: there is no parser WetherCom: did you mean WeatherCom?"),
      ("forecast: tomorrow", "line 1: forecast: there is no forecast tomorrow"),
      ("output: jsno", "did you mean json?"),
      ("unit: Celsius\nunit: Celsius", "line 2: unit: stands here twice"),
      ("http:\n\ttimeout: 2s", "line 2: this is no YAML"),
      ("places: {home", "this is no YAML"),
      ("- a\n- b", "line 1: the whole file: give it keys and values"),
      ("just words", "the whole file: give it keys and values"),
      ("parsers: {WeatherCom: {base_url: ftp://x}}", "parsers.WeatherCom.base_url: give it an http or https address"),
      ("places: {home: {timeZone: Europe/Stokholm, WeatherCom: x}}", "there is no time zone Europe/Stokholm"),
    ])
  func aConfigurationThatIsWrong(text: String, sentence: String) async throws {
    let home = try Home(configuration: text)
    let outcome = try await home.run(Stockholm.place + ["-td", "--replay", "missing"])
    expectFailure(outcome, 78, ".config/weatherterm/config.yaml: ", sentence)
  }
}
