import Output
import Scraping
import Testing
import Weather

@testable import App

struct CommandLineOptionsTests {
  private func options(_ words: String...) throws -> CommandLineOptions {
    guard case .forecast(let options) = try Command(words) else { throw UsageError.other("no forecast") }
    return options
  }

  private func error(_ words: String...) -> UsageError? {
    do { _ = try Command(words) } catch { return error }
    return nil
  }

  /// The name that is none, and the nearest of those there are.
  private func unknown(_ words: String...) -> (name: UnknownName?, nearest: String?) {
    do { _ = try Command(words) } catch {
      switch error {
      case .unknownName(let name), .badFields(.unknown(let name)):
        return (name, String(name.list.prefix { $0 != "," }))
      default: break
      }
    }
    return (nil, nil)
  }

  @Test(arguments: ["WeatherCom", "weathercom", "WEATHERCOM", "WeatherComParser", "weathercomparser"])
  func aParserHasItsNameInAnyCase(name: String) throws {
    #expect(try options("-p", name).parsers.map { $0.name } == ["WeatherCom"])
  }

  @Test func severalParsersAndAreasStandInTheirOrder() throws {
    let several = try options("-a", "home", "-p", "weathercom, OpenMeteo", "-a", "São Paulo", "--areas", "-")
    #expect(several.parsers.map { $0.name } == ["WeatherCom", "OpenMeteo"])
    #expect(several.places == ["home", "São Paulo"])
    #expect(several.placeFile == "-")
    #expect(error("-p", "WeatherCom,OpenMeteo,WeatherComParser") == .repeatedParser("WeatherCom"))
    #expect(unknown("-p", "WeatherCom,OpenMeto").nearest == "OpenMeteo")
    #expect(unknown("-p", "WeatherCom,").name?.text == "")
    #expect(error("-p", "WeatherCom,OpenMeteo", "--base-url", "http://a.example") == .baseAddressOfSeveral)
  }

  @Test func theRunMayBeGivenATime() throws {
    #expect(try options("--timeout", "2s").timeout == .seconds(2))
    #expect(try options("--timeout=500ms").timeout == .milliseconds(500))
    for text in ["0", "0s", "-1", "soon", "2x"] {
      #expect(error("--timeout=\(text)") == .badDuration(text, option: "--timeout"))
    }
  }

  @Test func valuesAreUnderstood() throws {
    let all = try options(
      "-u", "celsius", "--units", "speed=m/s, pressure=HPA", "-o", "JSON", "--fields", "wind, UV,wind", "--base-url",
      "http://127.0.0.1:80/x/")
    #expect(all.unit == .metric)
    #expect(all.units == UnitSystem(.metersPerSecond, .hectopascals))
    #expect(all.output?.name == "json")
    #expect(all.fields == [.wind, .uv])
    #expect(all.baseAddress?.text == "http://127.0.0.1:80/x")
    #expect(try options("-u", "Fahrenheit").unit == .imperial)
    #expect(try options("--fields", "none").fields == [])
    #expect(try options("--fields", "All").fields == FieldGroup.all)
  }

  @Test func theOutputIsAsAskedFor() throws {
    let all = try options(
      "--days", "3", "--hours", "12", "--color", "Always", "--icons", "nerd", "--format", "-{{line}}")
    #expect(all.days == 3)
    #expect(all.hours == 12)
    #expect(all.color == .always)
    #expect(all.icons == .nerd)
    #expect(all.template == "-{{line}}")
    #expect(all.output?.name == "line")
    #expect(all.verbosity == .notes)
    #expect(try options("--verbose").verbosity == .everything)
    #expect(try options("--quiet").verbosity == .errors)
    for text in ["0", "-1", "3.5", "+3", "three"] {
      #expect(error("--days=\(text)") == .badCount(text, option: "--days"))
    }
    #expect(error("--hours", "0") == .badCount("0", option: "--hours"))
  }

  @Test(
    arguments: [
      ("-p", "WeaterCom", "parser", "WeatherCom"), ("-p", "weather", "parser", "WeatherCom"),
      ("-u", "C", "unit", "Celsius"), ("-u", "celcius", "unit", "Celsius"), ("-u", "F", "unit", "Fahrenheit"),
      ("--units", "speed=kmh", "unit of speed", "km/h"), ("--units", "sped=m/s", "quantity", "speed"),
      ("-o", "jsn", "output form", "json"), ("--fields", "wnd", "field", "wind"),
      ("--fields", "non,wind", "field", "none"),
      ("--color", "alway", "choice for --color", "always"), ("--icons", "emojy", "set of icons", "emoji"),
    ])
  func aWrongNameIsToldWithTheNearest(option: String, value: String, what: String, nearest: String) {
    let unknown = unknown(option, value)
    #expect(unknown.name?.what == what)
    #expect(unknown.nearest == nearest)
  }

  @Test func whatIsNoValueIsTold() {
    #expect(unknown("-p", "Oracle").name?.text == "Oracle")
    #expect(unknown("-u", "Kelvin").name?.known == ["Celsius", "Fahrenheit"])
    #expect(unknown("--fields", "").name?.text == "")
    #expect(error("--units", "speed") == .malformedUnit("speed"))
    #expect(error("--units", "speed=m/s,") == .malformedUnit(""))
    #expect(error("--units", "speed=m/s,speed=kn") == .repeatedQuantity("speed"))
    #expect(error("--base-url", "weather.com") == .badBaseAddress("weather.com"))
  }

  @Test(arguments: [("none,wind", "none"), ("wind, All", "All"), ("none,none", "none"), ("none,all", "none")])
  func noneAndAllStandAlone(fields: String, word: String) {
    let error = error("--fields", fields)
    #expect(error == .badFields(.notAlone(word)))
    #expect(error?.hints == [])
  }

  @Test func howSomethingIsShownSaysNothingOfWhat() throws {
    #expect(try options().isBare)
    #expect(try options("--color", "always", "--quiet", "-o", "json").isBare)
    for option in ["-td", "--areas=f", "-a=x", "-p=SMHI", "--config=f", "--replay=x", "--record=x"] {
      #expect(try !options(option).isBare)
    }
  }
}
