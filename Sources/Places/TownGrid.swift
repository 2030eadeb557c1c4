private import Foundation
internal import Weather

/// Spatial index of towns with at least 15,000 inhabitants: cells of two by two degrees, row by row from the
/// south-west.
struct TownGrid {
  let table: GazetteerTable

  private static let cell = 2.0
  private static let rows = 90
  private static let columns = 180
  private static let kilometersPerDegree = 6371.0 * Double.pi / 180

  /// The towns nearest to a point, nearest first.
  ///
  /// Searches within one degree, then two, four and so on; whatever lies within the circle is nearer than anything
  /// outside.
  func nearest(to point: Coordinates, count: Int) -> [(town: Int, kilometers: Double)] {
    guard count > 0 else { return [] }
    var radius = 1.0
    while true {
      let found = towns(within: radius, of: point)
        .map { (town: $0, kilometers: point.kilometers(to: table.coordinates($0))) }
        .sorted { ($0.kilometers, $0.town) < ($1.kilometers, $1.town) }
      let inside = found.prefix { $0.kilometers <= radius * Self.kilometersPerDegree }
      if inside.count >= count || radius > 180 { return Array(found.prefix(count)) }
      radius *= 2
    }
  }

  /// The towns in all cells that a circle touches; its radius is in degrees of arc.
  private func towns(within radius: Double, of point: Coordinates) -> [Int] {
    let (south, north) = (point.latitude - radius, point.latitude + radius)
    var reach = 180.0
    if south > -90, north < 90 {
      // The meridians that the circle touches.
      reach = asin(min(1, sin(radius * .pi / 180) / cos(point.latitude * .pi / 180))) * 180 / .pi
    }
    var columns = Set(0..<Self.columns)
    if reach < 180 - Self.cell {
      let (west, east) = (point.longitude - reach + 180, point.longitude + reach + 180)
      columns = Set(
        (Int((west / Self.cell).rounded(.down))...Int((east / Self.cell).rounded(.down)))
          .map { ($0 + Self.columns) % Self.columns })
    }
    let (first, last) = (row(south), row(north))
    return (first...last).flatMap { row in columns.flatMap { towns(ofCell: row * Self.columns + $0) } }
  }

  private func row(_ latitude: Double) -> Int {
    min(max(0, Int(((latitude + 90) / Self.cell).rounded(.down))), Self.rows - 1)
  }

  private func towns(ofCell cell: Int) -> Range<Int> {
    // Larger towns come first in a cell, then villages.
    let offset = table.cells.start + 8 * cell
    return table.long(offset)..<table.long(offset + 4)
  }
}
