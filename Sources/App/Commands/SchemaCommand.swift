import ArgumentParser
import Output

/// `weatherterm schema`: the JSON Schema of the json contract.
struct SchemaCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of what '-o json' prints.")

  func text(environment: [String: String]) -> String { ForecastSchema.text }
}
