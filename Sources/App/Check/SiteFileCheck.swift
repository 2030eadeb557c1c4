import Basics
import Foundation
import Scraping
import Weather

/// Checks one site file: its faults, else its tests and what they found.
struct SiteFileCheck {
  let parser: any ExtensibleParser

  /// What is to be printed, and the status that the program ends with because of this file.
  func output(updates: Bool) async -> (lines: [String], status: ExitStatus) {
    let definition: SiteDefinition
    do throws(DefinitionErrors) {
      try parser.siteFile.open()
      definition = try parser.siteFile.defined().definition
    } catch {
      return (error.all.map(\.description), .configuration)
    }
    guard !definition.tests.isEmpty else { return ([noTests], .done) }
    let run = SiteTestRun(parser: parser)
    var results: [SiteTestResult] = []
    for test in definition.tests { results.append(await run.result(of: test)) }
    var lines = results.flatMap { result in
      let name = "\(parser.name) \(result.test.session) \(result.test.kind)"
      return ["\(result.faults.isEmpty ? "ok  " : "FAIL")  \(name)"] + result.faults.map { "      \($0)" }
    }
    lines += fields(definition, results)
    var status = results.map(\.status.rawValue).max().flatMap(ExitStatus.init) ?? .done
    if updates { status = update(definition, results, &lines) }
    return (lines, status)
  }

  private var noTests: String {
    guard let file = parser.siteFile.userFile else {
      return "\(parser.name) is built in and has no tests in its file; "
        + "'weatherterm parsers show \(parser.name)' prints the file, for one of your own"
    }
    return "\(file) has no tests: record an answer with "
      + "'weatherterm -p \(parser.name) -a AREA -10d --record \(folder(of: file))\(parser.name)/SESSION', add the lines "
      + "'tests:' and '  - {session: SESSION, area: AREA}' to the file, and let "
      + "'weatherterm parsers check \(parser.name) --update' write what was found"
  }

  // MARK: - Fields

  private func fields(_ definition: SiteDefinition, _ results: [SiteTestResult]) -> [String] {
    let forecasts = results.flatMap(\.forecasts)
    if forecasts.isEmpty { return [] }
    let fields = FoundFields(definition, ownLayouts: ownLayouts(definition), forecasts)
    let rows = fields.findings.map { finding in
      [
        finding.section, finding.field, "\(finding.found) of \(finding.rows)",
        finding.selector.isEmpty ? "made of other values" : PlainText.of(finding.selector),
      ]
    }
    return [""] + TextTable.lines([["SECTION", "FIELD", "ROWS", "SELECTOR"]] + rows)
      + (fields.missing.isEmpty ? [] : ["found by no test: \(fields.missing.joined(separator: ", "))"])
  }

  /// How many layouts the file itself has; those of what it extends come behind them.
  private func ownLayouts(_ definition: SiteDefinition) -> [SiteDefinition.Section.Kind: Int] {
    if definition.extends == nil { return definition.sections.mapValues(\.count) }
    let root = (try? parser.siteFile.text()).flatMap { try? YAMLNode($0, file: "") }
    return (root?.entries ?? []).reduce(into: [:]) { counts, entry in
      if let kind = SiteDefinition.Section.Kind(rawValue: entry.name) { counts[kind] = entry.value.items?.count ?? 1 }
    }
  }

  // MARK: - Taking over what was found

  /// Writes what was found into the tests that failed or expect nothing; gives the status of what is left.
  private func update(
    _ definition: SiteDefinition, _ results: [SiteTestResult], _ lines: inout [String]
  ) -> ExitStatus {
    let changed = results.filter { result in
      result.report != nil && result.test.fails == nil && (!result.faults.isEmpty || result.test.expect.isEmpty)
    }
    let left = results.filter { result in
      !result.faults.isEmpty && !changed.contains { $0.test.position == result.test.position }
    }
    lines.append("")
    if let file = parser.siteFile.userFile, !changed.isEmpty {
      do {
        guard try write(changed, definition, to: file) else {
          lines.append("\(file): its tests are written in a way that cannot be changed here; change them by hand")
          return .data
        }
      } catch {
        lines.append("\(file) cannot be written: \((error as? FileError)?.reason ?? error.localizedDescription)")
        return .output
      }
      lines.append("\(file): wrote what was found into \(changed.count == 1 ? "one test" : "\(changed.count) tests")")
    } else if left.isEmpty {
      lines.append("nothing to update")
    }
    if left.isEmpty { return .done }
    lines.append(
      "not updated, since there is no forecast to take over: "
        + left.map { "\($0.test.session) \($0.test.kind)" }.joined(separator: ", "))
    return left.map(\.status.rawValue).max().flatMap(ExitStatus.init) ?? .data
  }

  /// Replaces the file; false where the new text would not say what it should, so that nothing is written.
  private func write(_ changed: [SiteTestResult], _ definition: SiteDefinition, to file: String) throws -> Bool {
    guard let text = try? TestsEditor.rewritten(try parser.siteFile.text(), changed),
      let reread = try? SiteDefinition(yaml: text, file: file, extending: { _ in definition })
    else { return false }
    let wanted = definition.tests.map { test in
      changed.first { $0.test.position == test.position }.map { TestsEditor.updated($0) } ?? test
    }
    func placeless(_ tests: [SiteDefinition.Test]) -> [SiteDefinition.Test] {
      tests.map { test in
        var test = test
        test.position = nil
        return test
      }
    }
    guard placeless(reread.tests) == placeless(wanted) else { return false }
    // A link stays one: the file that it leads to is replaced.
    let target = Files.isRegular(file) ? file : URL(fileURLWithPath: file).resolvingSymlinksInPath().path
    let draft = "\(folder(of: target)).\(parser.name).\(getpid()).new"
    do {
      let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
      try Files.create(draft, Array(text.utf8))
      if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: draft) }
      try Files.move(draft, to: target)
    } catch {
      Files.remove(draft)
      throw error
    }
    return true
  }

  private func folder(of file: String) -> String { file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" }
}
