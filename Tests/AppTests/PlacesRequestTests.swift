import Testing

@testable import App

/// `weatherterm places …`, as typed.
struct PlacesRequestTests {
  @Test func takesANameInOneWordOrMore() throws {
    #expect(try PlacesRequest(["places", "stockholm"])?.words == "stockholm")
    #expect(try PlacesRequest(["places", "New", "York,", "NY"])?.words == "New York, NY")
    #expect(try PlacesRequest(["places", "-33.87,151.21"])?.words == "-33.87,151.21")
  }

  @Test func takesAConfigurationBeforeAndBehind() throws {
    #expect(try PlacesRequest(["--config", "f", "places", "home"])?.config == "f")
    #expect(try PlacesRequest(["places", "home", "--config=f"])?.config == "f")
    #expect(throws: UsageError.repeated(.config)) {
      try PlacesRequest(["--config", "f", "places", "home", "--config", "g"])
    }
    #expect(throws: UsageError.needsValue(.config)) { try PlacesRequest(["places", "home", "--config"]) }
  }

  @Test func asksForTheConfigurationsPlacesWithoutAName() throws {
    #expect(try PlacesRequest(["places"])?.words.isEmpty == true)
  }

  @Test func leavesTheRestAlone() throws {
    #expect(try PlacesRequest([]) == nil)
    #expect(try PlacesRequest(["parsers"]) == nil)
    #expect(try PlacesRequest(["-a", "places"]) == nil)
    #expect(try PlacesRequest(["places", "--help"]) == nil)
  }

  @Test func refusesWhatIsNoPlace() {
    #expect(throws: UsageError.noPlace) { try PlacesRequest(["places", " "]) }
    #expect(throws: UsageError.unknownPlacesOption("-x")) { try PlacesRequest(["places", "-x"]) }
  }
}
