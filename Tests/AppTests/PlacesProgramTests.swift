import Foundation
import Support
import Testing

/// Places by name, through the real program.
struct PlacesProgramTests {
  @Test func namesATown() async throws {
    let outcome = try await Program.run(["places", "stockholm"])
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    #expect(
      outcome.output == """
        NAME       REGION     COUNTRY  PEOPLE   COORDINATES      TYPE
        Stockholm  Stockholm  Sweden   1515017  59.3294,18.0687  -a "Stockholm"

        """)
  }

  @Test(arguments: [("london", "London, Ontario"), ("paris", "Paris, TX"), ("Mt Vernon", "Mount Vernon, WA")])
  func listsAllTownsOfAName(name: String, other: String) async throws {
    let outcome = try await Program.run(["places", name])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("-a \"\(other)\""))
  }

  @Test(arguments: ["Peking", "ARN", "home", "xyzzy"])
  func asksAboutWhatIsNoName(name: String) async throws {
    let outcome = try await Program.run(["places", name])
    #expect(outcome.status == 68)
    #expect(outcome.output.isEmpty)
  }

  @Test func listsThePlacesOfTheConfigurationWithoutAName() async throws {
    let home = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let file = home.appendingPathComponent("config.yaml")
    try Data("places: {work: SWXX2372, home: Malmö}\n".utf8).write(to: file)
    let outcome = try await Program.run(["places", "--config", file.path], home: home)
    #expect(outcome.status == 0)
    #expect(outcome.output == "home: Malmö\nwork: SWXX2372\n")
    #expect(try await Program.run(["places"]).status == 64)
  }

  @Test func namesTheNearestTownWithItsDistance() async throws {
    let outcome = try await Program.run(["places", "-33.87,151.21"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Sydney, New South Wales, Australia  0.3 km"))
  }

  @Test func listsThePlacesOfTheConfigurationFirst() async throws {
    let home = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let file = home.appendingPathComponent("config.yaml")
    try Data("places:\n  paris: {WeatherCom: SWXX2372, coordinates: \"48.85,2.35\"}\n".utf8).write(to: file)
    let outcome = try await Program.run(["places", "Paris", "--config", file.path], home: home)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "paris: 48.85,2.35, WeatherCom: SWXX2372 (place of the configuration)")
    #expect(lines.last?.hasPrefix("Paris") == true)
  }

  @Test func saysWhichNamesAreNear() async throws {
    let outcome = try await Program.run(["places", "Gothenbrug"])
    #expect(outcome.status == 68)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("did you mean Gothenburg"))
  }

  @Test(arguments: ["95,18", "59,33,18,07", "59.33 18.07"])
  func coordinatesThatAreNoneAreNoName(words: String) async throws {
    let outcome = try await Program.run(["places", words])
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("weatherterm: error: '\(words)' cannot be coordinates: "))
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  @Test func listsCandidatesInPlaceOfAForecast() async throws {
    let outcome = try await Program.run(["-p", "WeatherCom", "-a", "Springfield", "-td"])
    #expect(outcome.status == 68)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("weatherterm: error: there are "))
    #expect(outcome.error.contains("39.8017,-89.6437"))
    #expect(outcome.error.contains(#" -a "Springfield, IL""#))
  }

  @Test func saysWhichTownAForecastIsFor() async throws {
    let page = Program.checkout.appendingPathComponent("Tests/Fixtures/WeatherCom/saved-page/page.html").path
    let outcome = try await Program.run(["-p", "WeatherCom", "-a", "STOCKHOLM", "-td", "-o", "json", "--replay", page])
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("note: the forecast is for Stockholm, Sweden (59.3294,18.0687)"))
    #expect(outcome.output.contains(#""query": "STOCKHOLM""#) || outcome.output.contains(#""query":"STOCKHOLM""#))
  }

  @Test func namesParsersThatCoverAPlaceOutsideOfASite() async throws {
    for area in ["Stockholm", "59.33,18.07"] {
      let outcome = try await Program.run(["-p", "BOM", "-a", area, "-td"])
      #expect(outcome.status == 68)
      #expect(outcome.output.isEmpty)
      #expect(outcome.error.hasPrefix("weatherterm: error: BOM has no area for \(area)"))
      #expect(outcome.error.contains("OpenMeteo, SMHI, WeatherCom"))
      #expect(!outcome.error.contains("WeatherGov"))
      #expect(!outcome.error.contains("EnvironmentCanada"))
    }
  }

  @Test(arguments: [
    ("WeatherGov", "48.85,2.35"), ("WeatherGov", "Paris"), ("WeatherGovXML", "48.85,2.35"), ("WeatherGovXML", "Paris"),
    ("WeatherGovPage", "48.85,2.35"), ("WeatherGovPage", "Paris"), ("EnvironmentCanada", "48.85,2.35"),
    ("EnvironmentCanada", "Paris"), ("SMHI", "48.85,2.35"), ("SMHI", "Paris"), ("BOM", "48.85,2.35"), ("BOM", "Paris"),
  ])
  func aPlaceOutsideIsRefusedBeforeTheSiteIsAsked(parser: String, area: String) async throws {
    // Nobody listens there.
    let outcome = try await Program.run(["-p", parser, "-a", area, "-5d", "--base-url", "http://127.0.0.1:1"])
    #expect(outcome.status == 68)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.split(separator: "\n").count == 1)
    #expect(outcome.error.contains(area))
    #expect(outcome.error.contains("choose another parser with -p: MetNorway, OpenMeteo, "))
    for regional in ["BOM", "EnvironmentCanada", "SMHI", "WeatherGov"] where !parser.hasPrefix(regional) {
      #expect(!outcome.error.contains(" \(regional),"), "\(regional) does not cover Paris")
    }
  }

  @Test func saysWhoseDataIsBuiltIn() async throws {
    let outcome = try await Program.run(["--version", "--verbose"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("weatherterm "))
    #expect(outcome.output.contains("GeoNames (https://www.geonames.org), CC BY 4.0"))
    #expect(try await !Program.run(["--version"]).output.contains("GeoNames"))
  }
}
