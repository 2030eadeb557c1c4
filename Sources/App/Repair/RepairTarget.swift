import Basics
import Foundation
import Output
import Repair
import Scraping
import Weather

/// Where a repair is written: the user's folder of site files, or a file that `-o` names.
struct RepairTarget {
  let list: ParserList
  let parser: any ExtensibleParser
  let path: String
  let isWritten: Bool
  private let older: String?

  /// - Parameters:
  ///   - parser: the parser that is extended.
  ///   - file: the file; nil for the one of the parser's name in the user's folder.
  /// - Throws: ``RepairError`` where a file is there that a person wrote.
  init(list: ParserList, parser: any ExtensibleParser, file: String?, isWritten: Bool) throws {
    self.list = list
    self.parser = parser
    self.isWritten = isWritten
    guard let path = file ?? list.folders.first.map({ "\($0)/\(parser.name).yaml" }) else { throw RepairError.noFolder }
    self.path = path
    older = Files.exists(path) ? try Self.text(of: path) : nil
    if let older, isWritten, !older.contains(RepairFile.mark) { throw RepairError.ownFile(path) }
  }

  /// The parser that a repair extends, and the file of an older repair that is to be replaced.
  static func base(
    of parser: any ExtensibleParser, _ list: ParserList
  ) throws -> (parser: any ExtensibleParser, older: String?) {
    guard let file = parser.siteFile.userFile, try text(of: file).contains(RepairFile.mark) else {
      return (parser, nil)
    }
    try parser.open()
    guard let name = parser.siteFile.definition?.extends else { return (parser, nil) }
    let base = try name == parser.name ? ParserList.builtIn.siteFileParser(name) : list.siteFileParser(name)
    return (base, file)
  }

  private static func text(of file: String) throws -> String {
    do throws(FileError) { return String(decoding: try InputFile.read(file, limit: 1 << 20), as: UTF8.self) } catch {
      throw RepairError.unreadableFile(file, reason: error.reason)
    }
  }

  // MARK: - Taking over

  /// What is to be printed; writes the file and its test where that is wanted and the parser itself reads with it.
  func take(_ result: RepairResult, explains: Bool, asJSON: Bool) async throws -> String {
    let account = RepairAccount(result: result, explains: explains)
    guard result.sections.contains(where: { $0.learned != nil }), let definition = parser.siteFile.definition else {
      return asJSON ? account.json(parser.name, file: nil, text: nil) : account.lines.map { $0 + "\n" }.joined()
    }
    let date = result.pages.first?.page.fetched.day ?? LocalTime.now().day
    let file = RepairFile(
      name: parser.name, file: ParserList.name(of: path) ?? parser.name, title: parser.facts.title, date: date,
      definition: definition, hasFileUnits: !(parser is SiteFileParser))
    var text = file.text(result.sections, older: older)
    try await check(text, definition, result)
    if isWritten {
      text = try addTest(to: text, result)
      try write(text)
    }
    if asJSON { return account.json(parser.name, file: isWritten ? path : nil, text: text) }
    let diff = UnifiedDiff.lines(older ?? "", text, from: older == nil ? "/dev/null" : path, to: path)
    let closing =
      isWritten
      ? "\(path): written; look at it, then 'weatherterm repair \(ParserList.name(of: path) ?? parser.name) --accept'"
      : "nothing is written without --write or -o FILE.yaml"
    return (account.lines + [""] + diff + ["", closing]).map { PlainText.of($0) + "\n" }.joined()
  }

  /// Reads the file as any site file, and each page with it as the parser does: what the site file refuses no selector mends.
  private func check(_ text: String, _ definition: SiteDefinition, _ result: RepairResult) async throws {
    let extended = try SiteDefinition(yaml: text, file: path, extending: { _ in definition })
    let reader = parser.reading(by: extended)
    // A run that asked for several pages is not to be had from one.
    let pages = Dictionary(grouping: result.pages, by: \.recording).values.filter { $0.count == 1 }.flatMap { $0 }
    for page in pages {
      let query = ForecastQuery(
        area: page.area, question: page.kind.question, now: page.page.fetched,
        timeZone: page.forecast?.place.timeZone ?? result.timeZone)
      do { _ = try await reader.forecast(for: query) { _ in page.page } } catch let error as ScrapingError {
        switch error {
        // They hang on the gazetteer, which is not asked here.
        case .unknownArea, .unknownPlace, .noTimeZone: continue
        default: throw RepairError.stillUnread(parser.name, reason: error.description)
        }
      }
    }
  }

  private func write(_ text: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) }
    do {
      if let folder, !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      let draft = "\(path).\(getpid()).new"
      try Files.create(draft, Array(text.utf8))
      try Files.move(draft, to: path)
    } catch {
      throw RepairError.cannotWrite(path, reason: (error as? FileError)?.reason ?? error.localizedDescription)
    }
  }

  // MARK: - The test

  /// Lays the recordings beside the file, and adds a test for each.
  private func addTest(to text: String, _ result: RepairResult) throws -> String {
    guard let name = ParserList.name(of: path) else { return text }
    let folder = (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + name
    var lines = ["", "tests:"]
    var known: Set<String> = []
    for page in result.pages {
      guard let recording = page.recording, known.insert(recording).inserted else { continue }
      let session = "repaired-\(page.page.fetched.day)-\(known.count)"
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let target = "\(folder)/\(session)"
        if Files.exists(target) { try FileManager.default.removeItem(atPath: target) }
        try FileManager.default.copyItem(atPath: recording, toPath: target)
      } catch {
        throw RepairError.cannotWrite("\(folder)/\(session)", reason: error.localizedDescription)
      }
      let kind = page.kind == .tenDays ? "" : ", for: \(page.kind.rawValue)"
      lines.append("  - {session: \(session), area: \(JsonValue.quoted(page.area))\(kind)}")
    }
    return known.isEmpty ? text : text + lines.map { $0 + "\n" }.joined()
  }
}

/// Marks a repair as looked at.
struct RepairAcceptance {
  let list: ParserList
  let name: String

  func accept() throws -> String {
    let parser = try list.required(name)
    let missing = RepairError.noRepair(parser.name, folder: list.folders.first ?? "")
    guard let path = (parser as? SiteFileParser)?.userFile else { throw missing }
    let old: String
    do throws(FileError) { old = String(decoding: try InputFile.read(path, limit: 1 << 20), as: UTF8.self) } catch {
      throw RepairError.unreadableFile(path, reason: error.reason)
    }
    guard let new = RepairFile.accepted(old) else {
      if old.contains("repaired:"), old.contains("accepted") { return "\(path): it is accepted already\n" }
      throw missing
    }
    do {
      let draft = "\(path).\(getpid()).new"
      try Files.create(draft, Array(new.utf8))
      try Files.move(draft, to: path)
    } catch {
      throw RepairError.cannotWrite(path, reason: (error as? FileError)?.reason ?? error.localizedDescription)
    }
    return UnifiedDiff.lines(old, new, from: path, to: path).map { PlainText.of($0) + "\n" }.joined()
  }
}

/// Folders for a run's own use.
enum Folders {
  /// Removes a folder with all that is in it, if it is there.
  static func remove(_ folder: String) {
    if Files.exists(folder) { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// A new one, for nobody else.
  static func temporary() -> String {
    NSTemporaryDirectory() + "weatherterm-repair-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
  }
}
