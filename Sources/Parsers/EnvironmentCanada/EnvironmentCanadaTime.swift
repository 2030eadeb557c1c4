internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The times of a file.
enum EnvironmentCanadaTime {
  /// The time at a path, by the place's clocks; the file gives each by them and by UTC.
  static func read(_ path: String, in node: Node) -> LocalTime? {
    let nodes = (try? node.nodes(path)) ?? []
    guard let chosen = nodes.first(where: { $0.attribute("zone") != "UTC" }) ?? nodes.first,
      let hours = Cell(chosen.attribute("UTCOffset"))?.plainNumber, abs(hours) <= 15,
      let stamp = chosen.children(named: "timeStamp").first?.text
    else { return nil }
    return read(stamp, offset: Int(hours * 3600))
  }

  /// `20260207070400` or `202602071300` at an offset.
  static func read(_ digits: String, offset: Int) -> LocalTime? {
    guard digits.utf8.count == 12 || digits.utf8.count == 14, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    func part(_ start: Int, _ count: Int) -> Int { Int(digits.dropFirst(start).prefix(count)) ?? 0 }
    guard let day = CalendarDay(year: part(0, 4), month: part(4, 2), day: part(6, 2)), part(8, 2) < 24, part(10, 2) < 60
    else { return nil }
    return LocalTime(day, seconds: part(8, 2) * 3600 + part(10, 2) * 60, offset: offset)
  }
}
