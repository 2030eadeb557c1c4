import ArgumentParser
import Output
import Scraping

/// `weatherterm schema`: the JSON Schema of the json contract, of site files, or of what `doctor` prints.
struct SchemaCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of what '-o json' prints, of site files, or of 'doctor -o json'.")

  private static let names = ["forecast", "site", "doctor"]

  @Argument(
    help: ArgumentHelp("forecast; site for the format of site files; doctor.", valueName: "NAME"),
    completion: .list(SchemaCommand.names))
  var name = "forecast"

  func text(environment: [String: String]) throws -> String {
    switch name {
    case "forecast": return ForecastSchema.text
    case "site": return try SiteFileSchema.text()
    case "doctor": return DoctorJson.schemaText
    default: throw UsageError.unknownName(UnknownName(what: "schema", text: name, known: Self.names))
    }
  }
}
