import Markup
import Scraping
import Testing
import Weather

/// Answers that name the point they are for.
@Suite struct AnsweredPlaceTests {
  private func facts(grid: Double?) -> SiteFacts {
    SiteFacts(
      title: "Site", homePage: "", hosts: [], areaForms: [], areaHelp: "", coverage: "", attribution: "", terms: "",
      gridKilometers: grid, days: 1)
  }

  private func isTaken(_ answered: [String], for asked: String?, grid: Double? = 10) throws -> Bool {
    var forecast = Forecast()
    forecast.url = "https://site.example/f"
    forecast.answeredPoints = try answered.map { try #require(Coordinates($0)) }
    let outcome = Result { () throws(ScrapingError) in
      try forecast.checkAnsweredPoints(for: asked.flatMap { Coordinates($0) }, facts: facts(grid: grid))
    }
    guard case .failure(let error) = outcome else { return true }
    guard case .otherPlace("Site", _, _, "https://site.example/f") = error else { throw error }
    return false
  }

  @Test func aCellOfTheGridIsNear() throws {
    #expect(try isTaken(["48.8,2.4"], for: "48.86,2.35"))
    #expect(try isTaken([], for: "48.86,2.35"))
    #expect(try isTaken(["59.33,18.07"], for: nil))
    #expect(try isTaken(["59.33,18.07"], for: "48.86,2.35", grid: nil))
  }

  @Test func anotherTownIsFar() throws {
    #expect(try !isTaken(["59.33,18.07"], for: "48.86,2.35"))
    #expect(try !isTaken(["59.33,18.07"], for: "59.86,17.64"))
    #expect(try !isTaken(["48.86,2.35", "59.33,18.07"], for: "48.86,2.35"))
    // The other hemisphere's point of the same digits: a lost sign.
    #expect(try !isTaken(["33.87,151.21"], for: "-33.87,151.21"))
    #expect(try !isTaken(["38.89,77.04"], for: "38.89,-77.04"))
  }

  @Test func howFarIsFarIsTheGridsMeasure() throws {
    // 0.5° of latitude is 55.6 km.
    #expect(try isTaken(["50.5,10"], for: "50,10", grid: 28))
    #expect(try !isTaken(["50.5,10"], for: "50,10", grid: 25))
  }

  @Test func neighborsAcrossThe180thMeridianAndRoundAPoleAreNear() throws {
    #expect(try isTaken(["-16.5,-179.95"], for: "-16.5,179.95"))
    #expect(try isTaken(["90,120"], for: "90,-60"))
    #expect(try isTaken(["-89.95,-170"], for: "-89.95,10"))
    #expect(try !isTaken(["-16.5,-179.95"], for: "-16.5,0.05"))
  }

  @Test func longitudesMayBeCountedAllTheWayRound() {
    #expect(Coordinates(latitude: 21, eastward: 202.25) == Coordinates(latitude: 21, longitude: -157.75))
    #expect(Coordinates(latitude: 21, eastward: 180) == Coordinates(latitude: 21, longitude: 180))
    #expect(Coordinates(latitude: 21, eastward: 541) == nil)
    #expect(Coordinates(latitude: 91, eastward: 10) == nil)
  }

  @Test(arguments: [
    (#"{"geometry": {"type": "Point", "coordinates": [18.07, 59.33, 12]}}"#, "59.33,18.07"),
    (#"{"geometry": {"type": "Point", "coordinates": [[18.07, 59.33]]}}"#, "59.33,18.07"),
    (#"{"geometry": {"type": "Polygon", "coordinates": [[[10,50],[10,52],[12,52],[12,50],[10,50]]]}}"#, "51,11"),
    (
      #"{"geometry": {"type": "Polygon", "coordinates": [[[179,50],[179,52],[-179,52],[-179,50],[179,50]]]}}"#, "51,180"
    ),
    (#"{"geometry": {"type": "Point", "coordinates": [202.25, 21.3]}}"#, "21.3,-157.75"),
    (#"{"geometry": null}"#, ""), (#"{"geometry": {"coordinates": []}}"#, ""),
    (#"{"geometry": {"coordinates": "x"}}"#, ""),
    (#"{"geometry": {"coordinates": [18.07]}}"#, ""), (#"{"geometry": {"coordinates": [18.07, 95]}}"#, ""), ("{}", ""),
  ])
  func readsWhereAFeatureLies(json: String, point: String) throws {
    #expect(GeoJSONPoint.coordinates(try JSON(parsing: Array(json.utf8))) == Coordinates(point))
  }
}
