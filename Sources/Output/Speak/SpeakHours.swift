import Basics
import Weather

/// What is said of hours: nobody wants to hear each of them, so those of the same words are told together.
struct SpeakHours {
  /// The heading, then a line for each stretch.
  let lines: [String]

  /// The sentences about a report's hours.
  init(_ report: Report, _ words: SpeakWords) {
    var stretches: [[HourForecast]] = []
    for hour in report.hours {
      if let last = stretches.last?.last, last.description == hour.description, last.time.day == hour.time.day {
        stretches[stretches.count - 1].append(hour)
      } else {
        stretches.append([hour])
      }
    }
    var day: CalendarDay?
    var lines = ["The weather in \(words.name(of: report)), hour by hour\(words.unit(of: report))."]
    for hours in stretches {
      guard let first = hours.first, let last = hours.last else { continue }
      let name = first.time.day == day ? "" : SpeakDays.name(of: first.time.day, report.today, words) + ", "
      day = first.time.day
      let stepEnd = RowSpan.end(of: last.time, hours: last.hours)
      let (begin, end) = (words.values.clock(first.time), words.values.clock(stepEnd ?? last.time))
      let when = hours.count > 1 || stepEnd != nil ? "from \(begin) to \(end)" : "at \(begin)"
      lines.append("\(name)\(when): \(Self.text(hours, words))".sentence)
    }
    self.lines = lines
  }

  private static func text(_ hours: [HourForecast], _ words: SpeakWords) -> String {
    let chance = hours.compactMap { $0.precipitationChance }.max()
    let rain = words.rain(chance, Precipitation.sum(of: hours.map { $0.precipitation }), hours.first?.description)
    let parts = [words.description(hours.first?.description), temperature(hours, words), rain]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// `10 degrees`, or from the first to the last where they differ: `10 to 7 degrees`.
  private static func temperature(_ hours: [HourForecast], _ words: SpeakWords) -> String {
    let known = hours.compactMap { $0.temperature }
    guard let first = known.first, let last = known.last else { return "temperature unknown" }
    let (from, to) = (words.number(first.value), words.number(last.value))
    return from == to ? words.degrees(last) : "\(from) to \(words.degrees(last))"
  }
}
