/// `weatherterm places NAME`, understood. It is not left to the library, to which `-33.87,151.21` is an option.
struct PlacesRequest: Equatable {
  /// The name, or coordinates; empty where the configuration's places are asked for.
  var words: String
  /// Another configuration.
  var config: String?

  /// Reads the arguments behind the program's name; nil where they ask for something else.
  init?(_ arguments: [String]) throws(UsageError) {
    var arguments = arguments[...]
    config = try Self.config(&arguments)
    guard arguments.popFirst() == "places", !arguments.contains("-h"), !arguments.contains("--help") else { return nil }
    var words: [String] = []
    while !arguments.isEmpty {
      if let file = try Self.config(&arguments) {
        if config != nil { throw .repeated(.config) }
        config = file
      } else if let word = arguments.popFirst() {
        guard !word.hasPrefix("-") || Self.isNumber(word.dropFirst()) else { throw .unknownPlacesOption(word) }
        words.append(word)
      }
    }
    self.words = words.joined(separator: " ")
    if !words.isEmpty, !self.words.contains(where: { !$0.isWhitespace }) { throw .noPlace }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    text.first.map { ("0"..."9").contains($0) || $0 == "." } ?? false
  }

  /// Takes `--config FILE` off the beginning.
  private static func config(_ arguments: inout ArraySlice<String>) throws(UsageError) -> String? {
    guard let first = arguments.first else { return nil }
    if first.hasPrefix("--config=") {
      arguments.removeFirst()
      let file = first.dropFirst("--config=".count)
      if file.isEmpty { throw .needsValue(.config) }
      return String(file)
    }
    guard first == "--config" else { return nil }
    arguments.removeFirst()
    guard let file = arguments.popFirst() else { throw .needsValue(.config) }
    return file
  }
}
