import ArgumentParser

/// What the command line asks for.
enum CommandLineRequest {
  /// A text of the library's: help, or a completion script.
  case text(String)
  /// The version; where wanted, with whose data is built in.
  case version(verbose: Bool)
  /// The places that a name may mean.
  case places(PlacesRequest)
  /// What is kept, or that it is to go.
  case cache(CacheRequest)
  /// The list of parsers, or all about the one that is named.
  case parsers(String?)
  /// The JSON Schema of the json contract.
  case schema
  /// A forecast.
  case forecast(TypedOptions)
}

extension CommandLineRequest {
  /// Reads the arguments behind the program's name.
  init(_ arguments: [String]) throws(UsageError) {
    // The library takes longer to set up than all the rest of these.
    if let request = try PlacesRequest(arguments) {
      self = .places(request)
      return
    }
    if let request = try CacheRequest(arguments) {
      self = .cache(request)
      return
    }
    if let options = try CommandLineCheck.options(arguments) {
      self =
        options.contains(.version) ? .version(verbose: options.contains(.verbose)) : .forecast(options)
      return
    }
    do {
      switch try WeathertermCommand.parseAsRoot(arguments) {
      case let command as ParsersCommand: self = .parsers(command.name)
      case is SchemaCommand: self = .schema
      case var command:
        // The library's own, which throws the text that it has to show.
        try command.run()
        self = .text("")
      }
    } catch {
      guard WeathertermCommand.exitCode(for: error).isSuccess else {
        throw .other(Self.sentence(WeathertermCommand.message(for: error)))
      }
      self = .text(WeathertermCommand.fullMessage(for: error) + "\n")
    }
  }

  /// The library's message as one line without its full stop.
  private static func sentence(_ message: String) -> String {
    let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? "the arguments cannot be read"
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }
}
