import ArgumentParser
import Output
import Scraping

/// `weatherterm schema`: the JSON Schema of the json contract, or of site files.
struct SchemaCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of what '-o json' prints, or of site files.")

  private static let names = ["forecast", "site"]

  @Argument(
    help: ArgumentHelp("forecast, or site for the format of site files.", valueName: "NAME"),
    completion: .list(SchemaCommand.names))
  var name = "forecast"

  func text(environment: [String: String]) throws -> String {
    switch name {
    case "forecast": return ForecastSchema.text
    case "site": return try SiteFileSchema.text()
    default: throw UsageError.unknownName(UnknownName(what: "schema", text: name, known: Self.names))
    }
  }
}
