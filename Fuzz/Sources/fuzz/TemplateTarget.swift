import Output
import Parsers
import Scraping
import Trials
import Weather

/// Fuzzes templates of the form `line`, with a daily and an hourly report.
struct TemplateTarget: FuzzTarget {
  let name = "template"
  private let reports: [Report]

  /// Uses the first daily and hourly report of the fixtures.
  init(fixtures: String) {
    let trials = Trial.all(
      of: allParsers.filter { $0.name == "OpenMeteo" }.flatMap { FixtureRun.all(of: $0, in: fixtures) })
    let all = trials.compactMap { trial -> Report? in
      if case .read(let report) = trial.outcome(trial.body) { report.plain } else { nil }
    }
    reports = [all.first { !$0.days.isEmpty }, all.first { !$0.hours.isEmpty }].compactMap { $0 }
    if reports.count < 2 { broken("the fixtures hold no report of days and one of hours") }
  }

  var seeds: [[UInt8]] {
    [
      "{{place.name}}: {{current.temperature}}°", "{{#days}}{{date}} {{high}}/{{low}}\n{{/days}}",
      "{{^current}}--{{/current}}{{#hours}}{{#first()}}{{time}}{{/first()}}{{temperature}}{{^last()}}, {{/last()}}{{/hours}}",
      "{{icon}} {{line}} {{short}} {{{tooltip}}} {{&class}}", "{{! a word }}{{=<% %>=}}<% line %>", "waybar", "tmux",
      "{{#days}}{{#days}}{{#days}}{{#days}}x{{/days}}{{/days}}{{/days}}{{/days}}",
      "{{units.temperature}}{{source.url}}",
      "{{uppercased(place.name)}} {{count(days)}} {{reversed(days)}}",
    ].map { Array($0.utf8) }
  }

  func take(_ bytes: [UInt8]) {
    let template = String(decoding: bytes, as: UTF8.self)
    for report in reports {
      let options = RenderingOptions(
        width: bytes.count % 3 == 0 ? 40 : nil, isUnicode: bytes.count % 2 == 0, template: template)
      if let fault = LineRenderer.fault(in: options) {
        if fault.description.isEmpty { broken("an error without a word") }
        continue
      }
      let text = LineRenderer(options: options).render(report, index: 0)
      if text.utf8.last != 0x0A { broken("no line's end") }
      let isPlain = !bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }
      if isPlain, text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A }) { broken("control characters: \(text)") }
    }
  }
}
