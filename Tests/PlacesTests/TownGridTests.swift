import Testing
import Weather

@testable import Places

/// Towns found by where they are.
struct TownGridTests {
  private let table = GazetteerTable()
  /// The towns of 15,000 people or more: the first of each cell.
  private var large: [Int] {
    (0..<table.cells.count).flatMap { cell in
      table.long(table.cells.start + 8 * cell)..<table.long(table.cells.start + 8 * cell + 4)
    }
  }

  @Test(arguments: [
    ("59.33,18.07", "Stockholm"), ("-33.87,151.21", "Sydney"), ("21.31,-157.86", "Honolulu"),
    ("-16.43,179.4", "Labasa"), ("78.2,15.6", "Longyearbyen"), ("-54.8,-68.3", "Ushuaia"), ("0,-160", "Pago Pago"),
  ])
  func namesTheNearest(text: String, name: String) throws {
    let point = try #require(Coordinates(text))
    #expect(Gazetteer().nearest(to: point, count: 1).map(\.town.name) == [name])
  }

  /// The grid gives what a look at every town gives, at the poles and at the date line as well.
  @Test(arguments: [
    "0,0", "90,0", "-90,0", "89.5,-179.9", "12.3,180", "12.3,-180", "-17,179.99", "-17,-179.99", "48.85,2.35",
    "-45,-120", "60,-1.99999", "60,2", "35.7,139.7", "71,-8",
  ])
  func agreesWithLookingAtAll(text: String) throws {
    let point = try #require(Coordinates(text))
    let all = large.map { point.kilometers(to: table.coordinates($0)) }.sorted()
    #expect(TownGrid(table: table).nearest(to: point, count: 12).map(\.kilometers) == Array(all.prefix(12)))
  }

  @Test func givesAsManyAsAskedFor() throws {
    let point = try #require(Coordinates("59.33,18.07"))
    #expect(Gazetteer().nearest(to: point, count: 0).isEmpty)
    #expect(TownGrid(table: table).nearest(to: point, count: 100_000).count == large.count)
  }
}
