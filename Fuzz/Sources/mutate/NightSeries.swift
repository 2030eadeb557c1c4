import Basics
import Output
import Scraping
import Trials
import Weather

/// Shows the same clear sky in every form, and checks that all of them draw the moon, or all the sun.
struct NightSeries {
  /// Number of reports shown.
  private(set) var count = 0
  /// The errors found.
  private(set) var faults: [String] = []
  /// Number of output variants.
  let forms = NightSeries.ways.count

  /// An output form, with a template if it uses one.
  private struct Way {
    let form: String
    let template: String?
    let name: String
    /// Whether it shows hours, and whether it shows current conditions.
    let hours: Bool
    let now: Bool
  }

  private static let ways = [
    Way(form: "line", template: nil, name: "line", hours: false, now: true),
    Way(form: "line", template: "{{icon}}", name: "{{icon}}", hours: false, now: true),
    Way(form: "line", template: "{{icon(current)}}", name: "{{icon(current)}}", hours: false, now: true),
    Way(form: "line", template: "{{#hours}}{{icon(.)}}{{/hours}}", name: "{{icon(.)}}", hours: true, now: false),
    Way(form: "table", template: nil, name: "table", hours: true, now: true),
    Way(form: "chart", template: nil, name: "chart", hours: true, now: true),
    Way(form: "html", template: nil, name: "html", hours: true, now: true),
    Way(form: "svg", template: nil, name: "svg", hours: true, now: true),
  ]

  /// Takes the place and sun times from each fixture's report.
  init(_ runs: [FixtureRun]) {
    var seen: Set<String> = []
    for trial in Trial.all(of: runs) where trial.changed == 0 {
      guard case .read(let report) = trial.outcome(trial.body),
        seen.insert(
          "\(trial.run.name.split(separator: " ")[0]) \(report.question.parts.rawValue) \(report.question.days)"
        ).inserted
      else { continue }
      if report.question == .hourly { hours(report, trial) } else if report.question == .today { now(report, trial) }
    }
  }

  /// Night within three hours of midnight, day around noon, except in tropical and polar places.
  private mutating func hours(_ report: Report, _ trial: Trial) {
    guard let first = report.hours.first?.time else { return }
    for start in [0, 11] {
      var changed = report
      changed.hours = (0..<4).map { index in
        var hour = HourForecast(
          time: LocalTime(first.day + 1, seconds: (start + index) * 3600, offset: first.offset))
        hour.description = "Clear"
        hour.temperature = Temperature(5 + Double(index), .celsius)
        return hour
      }
      compare(changed, "\(trial.run.name), hours from \(start):00", Self.ways.filter(\.hours))
    }
  }

  /// Current conditions at several times of day, with and without sun times.
  private mutating func now(_ report: Report, _ trial: Trial) {
    guard let day = report.days.first else { return }
    let offset = report.current?.observed?.offset ?? report.source.fetched.offset
    for hour in [1, 4, 7, 12, 17, 20, 23] {
      for isTold in [true, false] where isTold == false || day.sunrise != nil {
        var changed = report
        var current = report.current ?? CurrentConditions()
        current.description = "Clear"
        current.temperature = Temperature(5, .celsius)
        current.observed = LocalTime(day.date, seconds: hour * 3600 + 600, offset: offset)
        changed.current = current
        changed.days[0].description = nil
        if !isTold { (changed.days[0].sunrise, changed.days[0].sunset) = (nil, nil) }
        let sun = isTold ? "with" : "without"
        compare(
          changed, "\(trial.run.name), now at \(hour):10 \(sun) the sun's times", Self.ways.filter(\.now))
      }
    }
  }

  /// Checks that all variants agree; those without an icon are ignored.
  private mutating func compare(_ report: Report, _ name: String, _ ways: [Way]) {
    count += 1
    var moons: [String] = []
    var suns: [String] = []
    for way in ways {
      guard let form = allRenderers.first(where: { $0.name == way.form }) else { continue }
      let options = RenderingOptions(width: 100, icons: .emoji, template: way.template)
      let text = form.init(options: options).text(of: [report.plain])
      if text.contains("🌙") || text.contains("class=\"w-moon\"") { moons.append(way.name) }
      if text.contains("☀") || text.contains("class=\"w-sun\"") { suns.append(way.name) }
    }
    if !moons.isEmpty, !suns.isEmpty {
      faults.append(
        "\(name): a clear sky has the moon in \(moons.joined(separator: ", ")) and the sun in "
          + suns.joined(separator: ", "))
    }
  }
}
