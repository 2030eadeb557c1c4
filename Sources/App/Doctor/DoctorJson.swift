import Basics
import Output
import Weather
import Web

/// The output of `doctor -o json`, schema `weatherterm/doctor/1`: each key with its schema and its value. Every key is always
/// present; null is unknown.
enum DoctorJson {
  private static let schema = "weatherterm/doctor/1"

  /// A report as JSON.
  static func text(of report: DoctorReport) -> String { JsonValue.object(keys, of: report).text() + "\n" }

  /// The JSON Schema (draft 2020-12).
  static var schemaText: String {
    guard case .object(let root) = JsonValue.object("What 'weatherterm doctor -o json' prints.", keys) else {
      return ""
    }
    let head: JsonValue.Pairs = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .string(schema)),
    ]
    let parts: JsonValue = [
      "light": ["enum": .names(Light.allCases.map(\.name))], "moment": .moment,
      "field": .object("A field over answers, or over the rows of a page.", field),
    ]
    return JsonValue.object(head + root + [("$defs", parts)]).text() + "\n"
  }

  private static let keys: [JsonKey<DoctorReport>] = [
    JsonKey("schema", ["const": .string(schema)]) { _ in .string(schema) },
    JsonKey("version", .value("The program's version.", "string")) { _ in .string(Version.number) },
    JsonKey("time", .reference("moment", "When it was looked.")) { .time($0.time) },
    JsonKey("light", .reference("light", "The worst light of all.")) { .string($0.light.name) },
    JsonKey("status", .value("The exit status.", "integer", minimum: 0, maximum: 255)) {
      .number(Double($0.status.rawValue))
    },
    JsonKey("machine", .list(.object("One thing that a run needs of the machine.", check))) {
      .array($0.machine.map { .object(check, of: $0) })
    },
    JsonKey("network", .orNull(.list(.object("A host; null where none was asked.", host)))) {
      $0.network.map { .array($0.map { .object(host, of: $0) }) } ?? .null
    },
    JsonKey("parsers", .list(.object("A parser that has answers or a site file.", parser))) { report in
      .array(report.parsers.map { .object(parser, of: Moment(report, $0)) })
    },
    JsonKey("page", .orNull(.object("The page that was replayed.", page))) { report in
      report.page.map { .object(page, of: Moment(report, $0)) } ?? .null
    },
  ]

  /// A part of a report, with the clock's offset for times.
  private struct Moment<Part: Sendable>: Sendable {
    let part: Part
    let offset: Int

    init(_ report: DoctorReport, _ part: Part) { (self.part, offset) = (part, report.time.offset) }

    init(_ other: Moment<some Sendable>, _ part: Part) { (self.part, offset) = (part, other.offset) }

    func time(_ seconds: Int?) -> JsonValue {
      .time(seconds.map { LocalTime(secondsSince1970: $0, offset: offset) })
    }
  }

  private static let check: [JsonKey<Check>] = [
    JsonKey("name", .value("What it is.", "string")) { .string($0.name) },
    JsonKey("light", .reference("light")) { .string($0.light.name) },
    JsonKey("text", .value("What was found, and what to do.", "string")) { .string($0.text) },
  ]

  private static let host: [JsonKey<HostCheck>] = [
    JsonKey("host", .value("Its name, with its port where that is not the usual one.", "string")) { .string($0.host) },
    JsonKey("light", .reference("light")) { .string($0.light.name) },
    JsonKey("text", .value("What was found, and what to do.", "string")) { .string($0.text) },
    JsonKey("status", .value("The status of its answer.", "integer", "null")) {
      .number($0.probe.status.map(Double.init))
    },
    JsonKey("name", .value("Seconds until its name was known.", "number", "null", minimum: 0)) {
      .number($0.probe.times.name)
    },
    JsonKey("connection", .value("Seconds until it was connected.", "number", "null", minimum: 0)) {
      .number($0.probe.times.connection)
    },
    JsonKey("tls", .value("Seconds until TLS was set up.", "number", "null", minimum: 0)) {
      .number($0.probe.times.tls)
    },
    JsonKey("answer", .value("Seconds until it answered.", "number", "null", minimum: 0)) {
      .number($0.probe.times.answer)
    },
  ]

  private static let parser: [JsonKey<Moment<ParserCheck>>] = [
    JsonKey("name", .value("The parser's name.", "string")) { .string($0.part.name) },
    JsonKey("file", .value("The user's site file.", "string", "null")) { .text($0.part.file) },
    JsonKey("repaired", .value("Whether its selectors were learned and nobody has accepted them yet.", "boolean")) {
      .boolean($0.part.isRepaired)
    },
    JsonKey("light", .reference("light")) { .string($0.part.light.name) },
    JsonKey("text", .value("How it is, in a sentence.", "string")) { .string($0.part.text) },
    JsonKey("answers", .value("How many new answers are counted.", "integer", minimum: 0)) {
      .number(Double($0.part.answers))
    },
    JsonKey("since", .orNull(.reference("moment", "Since when they are counted."))) { $0.time($0.part.since) },
    JsonKey("last", .orNull(.reference("moment", "When the last one came."))) { $0.time($0.part.last) },
    JsonKey("fields", .list(.reference("field"))) { moment in
      .array(moment.part.fields.map { .object(field, of: Moment(moment, $0)) })
    },
    JsonKey("unusedLayouts", .list(.value("A layout of which no answer had a value: section and name.", "string"))) {
      .names($0.part.unusedLayouts)
    },
  ]

  private static let page: [JsonKey<Moment<PageCheck>>] = [
    JsonKey("parser", .value("The parser that read it.", "string")) { .string($0.part.parser) },
    JsonKey("page", .value("The kind of page that it was read as.", "string")) { .string($0.part.page) },
    JsonKey("light", .reference("light")) { .string($0.part.light.name) },
    JsonKey("layouts", .list(.value("A layout that gave values.", "string"))) { .names($0.part.layouts) },
    JsonKey("fields", .list(.reference("field"))) { moment in
      .array(moment.part.fields.map { .object(field, of: Moment(moment, $0)) })
    },
    JsonKey("error", .value("Why there is no forecast.", "string", "null")) { .text($0.part.failure?.message) },
  ]

  private static let field: [JsonKey<Moment<FieldCheck>>] = [
    JsonKey("page", .value("The kind of question: today, days, hours.", "string")) { .string($0.part.page) },
    JsonKey("rows", ["enum": .names(RowKinds.each.map(\.word))]) { .string($0.part.rows.word) },
    JsonKey("field", .value("The field's key.", "string")) { .string($0.part.field.key) },
    JsonKey("light", .orNull(.reference("light", "Null for one that is missing as it may be."))) {
      .text($0.part.light?.name)
    },
    JsonKey("found", .value("In how many answers, or rows, it is.", "integer", minimum: 0)) {
      .number(Double($0.part.found))
    },
    JsonKey("total", .value("Of how many.", "integer", minimum: 0)) { .number(Double($0.part.total)) },
    JsonKey("layout", .value("The layout that gives it.", "string", "null")) { .text($0.part.way?.layout) },
    JsonKey("selector", .value("The selector that gives it.", "string", "null")) { .text($0.part.way?.selector) },
    JsonKey("depth", .value("The selector's place among those of the field.", "integer", "null", minimum: 1)) {
      .number($0.part.depth.map(Double.init))
    },
    JsonKey("depths", .value("How many the field has.", "integer", "null", minimum: 1)) {
      .number($0.part.depths.map(Double.init))
    },
    JsonKey(
      "since", .orNull(.reference("moment", "Since when it is found so; where it is missing, when it was last there."))
    ) {
      $0.time($0.part.since)
    },
  ]
}
