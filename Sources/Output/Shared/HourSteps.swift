import Basics
import Weather

/// The lengths of the rows of hours, and the gaps between them.
enum HourSteps {
  /// The longest gap, in seconds, over which a curve may lead.
  private static let bridge = 6 * 3600
  /// The longest step, in seconds, of a source that does not say how long its rows hold.
  private static let longest = 12 * 3600

  /// A row's length in seconds, and whether something is missing before it.
  typealias Step = (length: Int, followsGap: Bool)

  /// The steps of hours: as long as the source says; else up to the next row, but no longer than the row before took, since
  /// rows may be missing. None reaches beyond the next row.
  static func of(_ hours: [HourForecast]) -> [Step] {
    let times = hours.map { $0.time.secondsSince1970 }
    var steps: [Step] = []
    for index in times.indices {
      let next = index + 1 < times.count ? times[index + 1] - times[index] : nil
      let before = index > 0 ? times[index] - times[index - 1] : nil
      let stated = hours[index].hours.map { max(1, $0) * 3600 }
      let length = stated ?? min([next, before].compactMap { $0 }.min() ?? 3600, longest)
      // Where the next row is as far away, the source's steps have grown, and nothing is missing.
      let followsGap = before.map { $0 > max(bridge, steps[index - 1].length, next ?? 0) } ?? false
      steps.append((max(1, min(length, next ?? length)), followsGap))
    }
    return steps
  }
}
