import ArgumentParser
import Basics
import Scraping
import Web

/// `weatherterm parsers new FILE|URL [NAME.yaml]`: a first site file for a page.
struct NewParserCommand: AsyncSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a first site file for a page, with a recording beside it.",
    discussion: """
      weatherterm parsers new page.html
      weatherterm parsers new "https://site.example/59.33,18.07.json" MySite.yaml

      The page is HTML, JSON, XML, RSS or CSV, saved or asked for once. What can be
      told from it is written with a comment on each guess; what is not sure is
      commented out, and what you have to fill in is marked. Without a name the file
      is named after the page. Nothing that is there is overwritten.
      """)

  @ParentCommand var main: WeathertermCommand

  @Argument(help: ArgumentHelp("A saved page, or an address.", valueName: "FILE|URL"), completion: .file())
  var page: String?

  @Argument(
    help: ArgumentHelp("The site file to be written.", valueName: "NAME.yaml"), completion: .file(extensions: ["yaml"]))
  var file: String?

  func output(environment: [String: String]) async throws -> (text: String, status: ExitStatus) {
    guard let page, !page.isEmpty else { throw NewSiteError.needsPage }
    let site = try NewSite(page, file: file)
    var transfer = try Configuration.load(main.session.config, environment: environment).http
    transfer.certificates = CertificateVariables(environment)
    let (draft, body, type) = try await site.draft(transfer)
    try site.write(draft, body: body, type: type)
    return (Self.report(of: draft, in: site.file).map { PlainText.of($0) + "\n" }.joined(), .done)
  }

  /// What was found, and what to do next.
  private static func report(of draft: SiteDraft, in file: String) -> [String] {
    var lines = ["\(file): \(draft.contents)"]
    lines += TextTable.lines(draft.found.map { ["  \($0.section)", $0.fields.joined(separator: ", ")] })
    if draft.found.isEmpty {
      lines.append(
        "nothing that repeats with dates and weather in it was found: say in the file where rows and fields stand")
    }
    if draft.unsure > 0 { lines.append("\(draft.unsure) more guesses are commented out") }
    if !draft.missingUnits.isEmpty {
      lines.append(
        "no unit stands on the page for \(draft.missingUnits.joined(separator: ", ")): say it under units in the file")
    }
    return lines + [
      "next: fill in the lines marked FILL IN, look at the guesses, then",
      "  weatherterm parsers check \(file)",
      "  weatherterm --parser-file \(file) -p \(ParserList.name(of: file) ?? "") -a \"\(draft.area)\" \(draft.option) "
        + "--replay \(file.dropLast(5))/\(SiteDraft.session)",
    ]
  }
}
