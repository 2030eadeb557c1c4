import Foundation
import Testing
import Weather

@testable import Output

struct LineTemplateTests {
  private func text(_ template: String, _ report: Report, _ options: RenderingOptions = RenderingOptions()) throws
    -> String
  {
    var options = options
    options.template = template
    #expect(LineRenderer.fault(in: options) == nil)
    return try LineRenderer.text([report], options)
  }

  private func fault(_ template: String) -> TemplateError? {
    do throws(TemplateError) {
      _ = try LineTemplate(template)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("{{place.name}}: {{current.temperature}}", "Stockholm, Sweden: 9.6"),
    ("{{round(current.temperature)}} {{json(current.temperature)}}", "10 9.6"),
    ("{{arrow(current.windDirection)}}{{arrow(days.0.windDirection)}}", "↗↓"),
    ("{{icon(days.0)}}{{icon(days.0.description)}}", "☁️☁️"),
    ("{{time(current.observed)}} {{date(current.observed)}} {{weekday(days.0.date)}}", "22:05 Apr 25 Sun"),
    ("{{current.dewPoint}} {{json(current.dewPoint)}} {{round(current.dewPoint)}} {{days.7.high}}", "-- null -- --"),
    ("{{#current.humidity}}{{.}}%{{/current.humidity}}{{^current.uvIndex}} no UV{{/current.uvIndex}}", "53% no UV"),
    (
      "{{#source.stale}}old{{/source.stale}}{{^source.stale}}fresh{{/source.stale}} {{json(source.stale)}}",
      "fresh false"
    ),
    (
      "{{json(place.name)}} {{{place.name}}} {{&place.name}}",
      "\"Stockholm, Sweden\" Stockholm, Sweden Stockholm, Sweden"
    ),
    ("{{! a comment }}{{=<% %>=}}<% class %>", "mostlyClear"),
    ("{{count(days)}} {{short}}", "1 Stockholm 🌙 10°C"),
    ("a\nb {{units.speed}}\n", "a\nb --"),
  ])
  func tagsAreReplaced(template: String, expected: String) throws {
    #expect(try text(template, AwkwardReport.today.report) == expected + "\n")
  }

  @Test func listsAreGoneThroughAndDrawn() throws {
    let report = AwkwardReport.tenDays.report
    #expect(
      try text("{{#days}}{{weekday(date)}}{{^last()}}, {{/last()}}{{/days}}", report).hasPrefix("Sun, Mon, Tue, "))
    #expect(try text("{{sparkline(days.high)}}", report) == "▆▄▇█▇▃▁▆▄▇\n")
    #expect(try text("{{sparkline(days.humidity)}}|{{sparkline(days.cloudCover)}}", report).hasSuffix("|\n"))
    #expect(try text("{{#hours}}x{{/hours}}{{^hours}}none{{/hours}}", report) == "none\n")
  }

  @Test func numbersFollowTheLocaleButNotInJSON() throws {
    let swedish = RenderingOptions(timeLocale: "sv_SE", numberLocale: "sv_SE")
    #expect(
      try text(
        "{{current.temperature}} {{json(current.temperature)}} {{weekday(days.0.date)}}", AwkwardReport.today.report,
        swedish)
        == "9,6 9.6 sön\n")
  }

  @Test func textIsNotEscapedUnlessAskedFor() throws {
    let report = AwkwardReport.hostile.report
    #expect(try text("{{place.name}}", report) == "<b onload=\"x\">A & B</b>\n")
    #expect(try text("{{pango(place.name)}}", report) == "&lt;b onload=\"x\"&gt;A &amp; B&lt;/b&gt;\n")
    var tagged = report
    tagged.place.name = "#[fg=red]%{F#f00}"
    #expect(try text("{{tmux(place.name)}}", tagged) == "##[fg=red]%{F##f00}\n")
    #expect(try text("{{polybar(place.name)}}", tagged) == "#[fg=red]% {F#f00}\n")
  }

  @Test(arguments: AwkwardReport.allCases)
  func presetsForProgramsAreJSONInOneLine(_ report: AwkwardReport) throws {
    for (preset, keys) in [
      ("waybar", ["class", "text", "tooltip"]), ("i3bar", ["full_text", "instance", "markup", "name", "short_text"]),
    ] {
      for width in [nil, 20] {
        let text = try text(preset, report.report, RenderingOptions(width: width, isColored: true))
        #expect(text.split(separator: "\n").count == 1)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String]
        #expect(object?.keys.sorted() == keys)
        #expect(!(object ?? [:]).values.contains { $0.isEmpty || $0.contains("\u{1B}") })
      }
    }
    for preset in ["tmux", "polybar"] {
      #expect(try text(preset, report.report).split(separator: "\n").count == 1)
    }
  }

  @Test func whatTheWeatherIsCanBeStyled() throws {
    #expect(try text("WAYBAR", AwkwardReport.today.report).contains(#""class": "mostlyClear"}"#))
    #expect(try text("waybar", AwkwardReport.empty.report).contains(#""class": "unknown"}"#))
    #expect(try text("waybar", AwkwardReport.hostile.report).contains("&lt;b onload"))
  }

  @Test func wrongTemplatesAreRefusedInASentence() {
    #expect(fault("waybra") == .noTag("waybra", presets: ["waybar", "tmux", "polybar", "i3bar"]))
    #expect(fault("") != nil)
    #expect(fault("{{}}") == .emptyTag)
    #expect(fault("{{ }}") == .emptyTag)
    #expect(fault("{{>other}}") == .partial(">other"))
    #expect(fault("{{<other}}{{$x}}y{{/x}}{{/other}}") == .partial("<other"))
    #expect(fault("{{$x}}y{{/x}}") == .partial("$x"))
    #expect(fault("{{=<% %>=}}<%$x%>y<%/x%>") == .partial("$x"))
    #expect(fault(String(repeating: "{{line}}", count: 3000)) == .tooLong(limit: 16_384))
    guard case .unknownKey("curent", _)? = fault("{{curent.temperature}}") else { Issue.record("no such key"); return }
    #expect(fault("{{curent}}")?.description.contains("choose from: current, ") == true)
    #expect(fault("{{tempreture}}")?.description.contains("choose from: temperature, ") == true)
    guard case .unknownFilter("rund", _)? = fault("{{rund(line)}}") else { Issue.record("no such filter"); return }
    #expect(fault("{{#days}}{{round()}}{{/days}}") == .noValue(filter: "round"))
    #expect(fault("{{days.-1.high}}") != nil)
    for template in [
      "{{#days}}x", "{{days", "{{days}}{{/days}}", "{{#days}}{{/hours}}", "{{round(line}}", "{{%X}}{{line}}",
      "{{line}} {{", "{{{line}}", "{{! note", "{{=<% %>=}}<%line",
    ] {
      guard case .malformed(let line, let column, _)? = fault(template) else {
        Issue.record("\(template) is taken")
        continue
      }
      #expect(line == 1 && column >= 1 && column <= template.count + 1)
    }
  }

  @Test(arguments: [
    ("{{temperature}}", "temperature", ["units.temperature", "current.temperature", "hours.0.temperature"]),
    ("{{#days}}{{high}}{{/days}}{{low}}", "low", ["days.0.low"]),
    ("{{#days}}{{dewPoint}}{{/days}}", "dewPoint", ["current.dewPoint", "hours.0.dewPoint"]),
    ("{{^current}}{{humidity}}{{/current}}", "humidity", ["current.humidity", "days.0.humidity", "hours.0.humidity"]),
    ("{{current.high}}", "current.high", ["days.0.high"]), ("{{#days}}{{.line}}{{/days}}", ".line", ["line"]),
    ("{{=<% %>=}}<%sunrise%>", "sunrise", ["days.0.sunrise"]), ("{{message}}", "message", ["error.message"]),
  ])
  func aKeyInTheWrongPlaceIsRefused(template: String, path: String, places: [String]) {
    #expect(fault(template) == .misplacedKey(path, places: places))
    #expect(fault(template)?.description.contains("write \(places.joined(separator: " or "))") == true)
  }

  @Test(arguments: [
    "{{#current}}{{temperature}}{{/current}}", "{{#days}}{{high}} {{place.name}} {{.low}} {{.}}{{/days}}",
    "{{#first(days)}}{{high}}{{/first(days)}}", "{{round(first(days.high))}}",
    "{{#reversed(hours)}}{{time}}{{/reversed(hours)}}",
    "{{#error}}{{status}} {{message}}{{/error}}", "{{#days}}{{#humidity}}{{.}}{{high}}{{/humidity}}{{/days}}",
    "{{=<% %>=}}<%#days%><%high%><%/days%><%={{ }}=%>{{line}}", "{{# days }}{{ high }}{{/ days }}",
  ])
  func aKeyInItsPlaceIsTaken(template: String) { #expect(fault(template) == nil) }

  @Test func aFilterOfListsWantsAList() {
    #expect(fault("{{first(current)}}") == .noList("current", filter: "first"))
    #expect(fault("{{count(days.0)}}") == .noList("days.0", filter: "count"))
    #expect(fault("{{last()}}") == .outsideLists("last"))
    #expect(fault("{{#current}}{{last()}}{{/current}}") == .outsideLists("last"))
  }

  @Test func noListIsGoneThroughWithinItself() throws {
    for template in [
      "{{#days}}{{#days}}x{{/days}}{{/days}}", "{{# days }}{{#reversed(days)}}x{{/reversed(days)}}{{/ days }}",
      "{{=<% %>=}}<%#days%><%#hours%><%#days%>x<%/days%><%/hours%><%/days%>",
      "{{#days}}{{=| |=}}|#days|x|/days||/days|",
    ] { #expect(fault(template) == .listWithinItself("days")) }
    #expect(fault("{{#days}}a{{/days}}{{#days}}b{{#hours}}c{{/hours}}{{/days}}{{#hours}}d{{/hours}}") == nil)
    #expect(fault("{{#days}}{{high}}{{#first(days)}}{{low}}{{/first(days)}}{{/days}}") == nil)
  }

  @Test func aFormWithoutTemplatesSaysSo() {
    #expect(JsonRenderer.fault(in: RenderingOptions(template: "x")) == .takesNone(form: "json", other: "line"))
    #expect(JsonRenderer.fault(in: RenderingOptions()) == nil)
  }

  @Test func everyPresetIsATemplateThatCouldBeTyped() {
    for preset in LinePreset.allCases { #expect(fault(preset.template) == nil) }
  }
}
