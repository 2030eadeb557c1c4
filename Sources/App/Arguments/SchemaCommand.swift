import ArgumentParser

/// `weatherterm schema`, as typed.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of what '-o json' prints.")
}
