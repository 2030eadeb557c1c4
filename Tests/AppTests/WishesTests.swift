import Output
import Scraping
import Testing
import Weather

@testable import App

struct WishesTests {
  private func wishes(_ words: String...) throws -> Wishes {
    guard case .forecast(let typed) = try CommandLineRequest(words) else { throw UsageError.other("no forecast") }
    return try Wishes(typed)
  }

  private func error(_ words: String...) -> UsageError? {
    do {
      guard case .forecast(let typed) = try CommandLineRequest(words) else { return nil }
      _ = try Wishes(typed)
      return nil
    } catch { return error }
  }

  @Test(arguments: ["WeatherCom", "weathercom", "WEATHERCOM", "WeatherComParser", "weathercomparser"])
  func aParserHasItsNameInAnyCase(name: String) throws {
    #expect(try wishes("-p", name).parsers.map { $0.name } == ["WeatherCom"])
  }

  @Test func severalParsersAndAreasStandInTheirOrder() throws {
    let several = try wishes("-a", "home", "-p", "weathercom, OpenMeteo", "-a", "São Paulo", "--areas", "-")
    #expect(several.parsers.map { $0.name } == ["WeatherCom", "OpenMeteo"])
    #expect(several.areas == ["home", "São Paulo"])
    #expect(several.areaFile == "-")
    #expect(error("-p", "WeatherCom,OpenMeteo,WeatherComParser") == .repeatedParser("WeatherCom"))
    #expect(error("-p", "WeatherCom,OpenMeto")?.description == "there is no parser OpenMeto: did you mean OpenMeteo?")
    #expect(error("-p", "WeatherCom,")?.description == "there is no parser without a name")
    #expect(error("-p", "WeatherCom,OpenMeteo", "--base-url", "http://a.example") == .baseAddressOfSeveral)
  }

  @Test func theRunMayBeGivenATime() throws {
    #expect(try wishes("--timeout", "2s").timeout == .seconds(2))
    #expect(try wishes("--timeout=500ms").timeout == .milliseconds(500))
    for text in ["0", "0s", "-1", "soon", "2x"] {
      #expect(error("--timeout=\(text)") == .badDuration(.timeout, text))
    }
  }

  @Test func valuesAreUnderstood() throws {
    let all = try wishes(
      "-u", "celsius", "--units", "speed=m/s, pressure=HPA", "-o", "JSON", "--fields", "wind, UV,wind", "--base-url",
      "http://127.0.0.1:80/x/")
    #expect(all.unit == .metric)
    #expect(all.units == UnitSystem(speed: .metersPerSecond, pressure: .hectopascals))
    #expect(all.output?.name == "json")
    #expect(all.fields == [.wind, .uv])
    #expect(all.baseAddress?.text == "http://127.0.0.1:80/x")
    #expect(try wishes("-u", "Fahrenheit").unit == .imperial)
    #expect(try wishes("--fields", "none").fields == [])
    #expect(try wishes("--fields", "All").fields == FieldGroup.all)
  }

  @Test func theOutputIsAsWished() throws {
    let all = try wishes(
      "--days", "3", "--hours", "12", "--color", "Always", "--icons", "nerd",
      "--format", "-{{line}}")
    #expect(all.days == 3)
    #expect(all.hours == 12)
    #expect(all.color == .always)
    #expect(all.icons == .nerd)
    #expect(all.template == "-{{line}}")
    #expect(all.loudness == .notes)
    #expect(try wishes("--verbose").loudness == .everything)
    #expect(try wishes("--quiet").loudness == .errors)
    #expect(error("--verbose", "--quiet") == .loudAndQuiet)
    for text in ["0", "-1", "3.5", "", "+3", "three"] { #expect(error("--days=\(text)") != nil) }
    #expect(error("--hours", "0") == .badCount("0", .hours))
  }

  @Test(
    arguments: [
      (["-p", "WeaterCom"], "there is no parser WeaterCom: did you mean WeatherCom?"),
      (["-p", "weather"], "there is no parser weather: did you mean WeatherCom?"),
      (["-p", "Oracle"], "there is no parser Oracle"),
      (["-u", "C"], "there is no unit C: did you mean Celsius?"),
      (["-u", "celcius"], "there is no unit celcius: did you mean Celsius?"),
      (["-u", "F"], "there is no unit F: did you mean Fahrenheit?"),
      (["-u", "Kelvin"], "there is no unit Kelvin"),
      (["--units", "speed=kmh"], "there is no unit of speed kmh: did you mean km/h?"),
      (["--units", "sped=m/s"], "there is no quantity sped: did you mean speed?"),
      (["--units", "speed"], "speed in --units says no unit: write it as quantity=unit, such as speed=m/s"),
      (
        ["--units", "speed=m/s,"], "an empty item in --units says no unit: write it as quantity=unit, such as speed=m/s"
      ),
      (["-o", "jsn"], "there is no output form jsn: did you mean json?"),
      (["--fields", "wnd"], "there is no field wnd: did you mean wind?"),
      (["--fields", ""], "there is no field without a name"),
      (
        ["--base-url", "weather.com"],
        "weather.com cannot stand in for a site: give --base-url an http or https address, such as http://127.0.0.1:8080"
      ),
    ] as [([String], String)])
  func aWrongValueIsToldWithTheNearest(words: [String], sentence: String) {
    let error: UsageError? =
      switch words.count {
      case 2: error(words[0], words[1])
      default: nil
      }
    #expect(error?.description == sentence)
  }

  @Test func aWrongNameListsTheRightOnes() {
    #expect(error("-u", "fahrenhiet")?.hints == ["choose from: Fahrenheit, Celsius"])
    #expect(error("-o", "jsn")?.hints.first?.hasPrefix("choose from: json, ") == true)
    #expect(error("--fields", "non,wind")?.hints.first?.hasPrefix("choose from: none, ") == true)
  }

  @Test(arguments: [("none,wind", "none"), ("wind, All", "All"), ("none,none", "none"), ("none,all", "none")])
  func noneAndAllStandAlone(fields: String, word: String) {
    let error = error("--fields", fields)
    #expect(error?.description == "none and all stand alone: leave out \(word), or all else")
    #expect(error?.hints == [])
  }

  @Test func nothingSaidIsNothingWished() throws {
    #expect(try wishes().areNone)
    #expect(try !wishes("-td").areNone)
  }
}
