import Basics
import Foundation
import Output
import Scraping
import Web

/// A ZIP archive for a bug report: the result of `doctor`, the configuration's settings and the parsers' site files, without
/// places, areas, coordinates, contact, user name, home folder and URL queries.
///
/// Pages and recordings are not included, because they always reveal a place.
struct BugReport {
  /// The texts, by their names in the archive.
  let files: [(name: String, text: String)]

  /// - Parameters:
  ///   - areas: the areas on the command line.
  ///   - config: the file that `--config` names.
  init(
    _ report: DoctorReport, _ parsers: [any ForecastParser], environment: [String: String], list: ParserList,
    config: String?, areas: [String]
  ) {
    let file = ConfigurationFile(named: config, environment: environment)
    let configuration = (try? Configuration.load(config, environment: environment, list)) ?? Configuration()
    let scrubber = Scrubber(environment: environment, configuration: configuration, areas: areas)
    // The time zone reveals a region.
    var report = report
    report.time = report.time.at(offset: 0)
    if let index = report.machine.firstIndex(where: { $0.name == "time" }) {
      report.machine[index].text = "\(report.time) (zone removed)"
    }
    report.isDetailed = true
    let text = DoctorText(style: ANSIStyle(isColored: false), width: 120, isUnicode: true).text(of: report)
    var files = [("doctor.txt", text), ("doctor.json", DoctorJson.text(of: report))]
    if let settings = file.flatMap({ try? $0.text() }) {
      files.append(("configuration.txt", Self.settings(settings)))
    }
    for case let parser as SiteFileParser in parsers where parser.userFile != nil {
      if let text = try? parser.text() { files.append(("sites/\(parser.name).yaml", Self.withoutTests(text))) }
    }
    self.files = files.map { ($0.0, scrubber.scrubbed($0.1)) }
  }

  // MARK: - Writing

  /// Shows the contents, asks for confirmation unless told not to, and writes the archive without replacing a file; returns
  /// the final message.
  func write(to path: String, asks: Bool) throws -> String {
    for (name, text) in files {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { PlainText.of(String($0)) }
      try StandardStreams.write("--- \(name)\n\(lines.joined(separator: "\n"))\n")
    }
    let names = files.map(\.name).joined(separator: ", ")
    if asks {
      guard isatty(STDIN_FILENO) == 1, StandardStreams.errorIsTerminal else { throw BundleError.needsYes }
      StandardStreams.writeError("Write \(PlainText.of(path)) with \(names) as shown above? [y/N] ")
      guard let answer = readLine()?.lowercased(), ["y", "yes"].contains(answer) else { return "nothing was written\n" }
    }
    var archive = ZipArchive()
    for (name, text) in files { archive.add(name, Array(text.utf8)) }
    do throws(FileError) { try Files.create(path, archive.data) } catch {
      throw BundleError.unwritable(path: path, reason: error.reason)
    }
    return
      "wrote \(PlainText.of(path)): \(names); no page is in it, send the recording along if its place may be known\n"
  }

  // MARK: - Removing personal data

  /// Settings without personal data; a star stands for any name.
  private static let harmless: Set = [
    "parser", "forecast", "unit", "units.*", "output", "fields", "weekend", "http.timeout", "http.connect_timeout",
    "http.max_body", "http.per_host", "parsers.*.pause", "parsers.*.max_age",
  ]

  /// The settings of a configuration, with harmless values only.
  static func settings(_ text: String) -> String {
    guard let root = try? YAMLNode(text, file: "") else { return "this is no YAML\n" }
    return lines(root).map { $0 + "\n" }.joined()
  }

  private static func lines(_ node: YAMLNode) -> [String] {
    (node.entries ?? []).flatMap { name, value -> [String] in
      if value.key == "places" { return ["places: \(value.entries?.count ?? 0) (removed)"] }
      if value.entries != nil { return lines(value) }
      let keys = value.key.split(separator: ".").map(String.init)
      let pattern = keys.count > 1 ? ([keys[0], "*"] + keys.dropFirst(2)).joined(separator: ".") : value.key
      guard harmless.contains(value.key) || harmless.contains(pattern) else { return ["\(value.key): (removed)"] }
      return ["\(value.key): \(value.items?.compactMap(\.text).joined(separator: ", ") ?? value.text ?? "")"]
    }
  }

  /// A site file without its tests, which contain areas.
  static func withoutTests(_ text: String) -> String {
    var isInTests = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if let first = line.first, !first.isWhitespace, !"#-]}".contains(first) { isInTests = line.hasPrefix("tests:") }
      return !isInTests
    }
    return lines.joined(separator: "\n")
  }
}
