import ArgumentParser
import Basics
import Scraping

/// `weatherterm parsers check [NAME|FILE …]`: runs the tests of site files on their recordings.
struct CheckParsersCommand: AsyncSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run the tests of site files on their recordings, and tell which selector found what.",
    discussion: """
      weatherterm parsers check
      weatherterm parsers check MySite
      weatherterm parsers check folder/MySite.yaml --update

      Without a name all files of your own are checked. A test is an entry below
      'tests:'; its recording lies beside the file in Name/SESSION. Nothing is asked
      over the network.
      """)

  @ParentCommand var main: WeathertermCommand

  @Argument(
    help: ArgumentHelp("Parsers with a site file, or paths of site files.", valueName: "NAME|FILE"),
    completion: .file(extensions: ["yaml"]))
  var names: [String] = []

  @Flag(help: "Write what was found into the tests that failed, and into those that expect nothing.") var update = false

  var words: [String] {
    ["--update", "--parser-file"] + main.session.parserFile.map { "--parser-file=\($0)" }
  }

  func output(environment: [String: String]) async throws -> (text: String, status: ExitStatus) {
    let list = try Self.list(environment: environment, files: main.session.parserFile)
    let parsers =
      names.isEmpty
      ? list.all.compactMap { $0 as? SiteFileParser }.filter { $0.userFile != nil }
      : try names.map { try Self.parser($0, in: list) }
    var lines = names.isEmpty ? list.misnamed.map { "Not a parser because of its file's name: \($0)" } : []
    if parsers.isEmpty {
      lines.append(
        "there are no site files in \(list.folders.joined(separator: ", ")); name one with --parser-file FILE")
    }
    var status = ExitStatus.done
    for parser in parsers {
      let (checked, outcome) = await SiteFileCheck(parser: parser).output(updates: update)
      lines += (lines.isEmpty ? [] : [""]) + checked
      // The worst of all: a broken file, then a missing recording, then a failed test.
      if outcome.rawValue > status.rawValue { status = outcome }
    }
    return (lines.map { PlainText.of($0) + "\n" }.joined(), status)
  }

  private static func list(environment: [String: String], files: [String]) throws(UsageError) -> ParserList {
    if files.contains("") { throw .emptyFileName("--parser-file") }
    if let file = files.first(where: { ParserList.name(of: $0) == nil }) { throw .badParserFile(file) }
    return ParserList(environment: environment, files: files)
  }

  /// The parser of a name, or of the path of a site file.
  private static func parser(_ text: String, in list: ParserList) throws(UsageError) -> any ExtensibleParser {
    if text.contains("/") || text.hasSuffix(".yaml") {
      if ParserList.name(of: text) == nil { throw .badParserFile(text) }
      return list.parser(ofFile: text)
    }
    return try list.siteFileParser(text)
  }
}

extension ParserList {
  /// The parser of a name that was typed behind a command, which has to have a site file.
  func siteFileParser(_ name: String) throws(UsageError) -> any ExtensibleParser {
    let parser = try required(name)
    guard let parser = parser as? any ExtensibleParser else {
      throw .noSiteFile(parser.name, others: names.filter { (try? self($0)) is any ExtensibleParser })
    }
    return parser
  }
}
