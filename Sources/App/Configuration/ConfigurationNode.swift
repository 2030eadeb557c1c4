import Yams

/// A value of the configuration together with where it stands, so that what is wrong can be pointed at.
struct ConfigurationNode {
  /// The file's path.
  let file: String
  /// The keys that lead here, as `http.timeout`.
  let key: String
  /// The line that the key, or the value itself, stands on.
  let line: Int
  private let node: Node

  /// Reads YAML; nil for a text that says nothing. Scalars stay text, whatever they look like.
  static func root(_ text: String, file: String) throws(ConfigurationError) -> ConfigurationNode? {
    do {
      guard let node = try Yams.compose(yaml: text, .basic), node.scalar?.string.isEmpty != true else { return nil }
      return ConfigurationNode(file: file, key: "", line: node.mark?.line ?? 1, node: node)
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let key = keys.first ?? ""
      throw .duplicate(file: file, line: secondLine(of: key, from: context.mark.line, in: text), key: key)
    } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _)
    {
      throw .malformed(file: file, line: mark.line, reason: problem)
    } catch YamlError.reader(let problem, _, _, _) {
      throw .malformed(file: file, line: nil, reason: problem)
    } catch {
      throw .malformed(file: file, line: nil, reason: "\(error)")
    }
  }

  /// The map's values by their keys, which have to be among `known`; all keys where that is nil.
  func map(_ known: [String]?) throws(ConfigurationError) -> [(name: String, value: ConfigurationNode)] {
    guard case .mapping(let mapping) = node else {
      throw wrong("give it keys and values, as config.yaml.example shows")
    }
    var values: [(name: String, value: ConfigurationNode)] = []
    for (name, value) in mapping {
      guard case .scalar(let scalar) = name else { throw wrong("a key has to be a word") }
      let path = key.isEmpty ? scalar.string : "\(key).\(scalar.string)"
      let line = scalar.mark?.line ?? value.mark?.line ?? self.line
      if let known, !known.contains(scalar.string) {
        throw .unknownKey(
          file: file, line: line, key: path, known: known.map { key.isEmpty ? $0 : "\(key).\($0)" })
      }
      values.append((scalar.string, ConfigurationNode(file: file, key: path, line: line, node: value)))
    }
    return values
  }

  /// The scalar's text.
  func text() throws(ConfigurationError) -> String {
    guard case .scalar(let scalar) = node else { throw wrong("give it one value") }
    guard !scalar.string.allSatisfy({ $0.isWhitespace }) else { throw wrong("give it a value, or leave the key out") }
    return scalar.string
  }

  /// The items of a list, each with its own line.
  func items() throws(ConfigurationError) -> [ConfigurationNode] {
    guard case .sequence(let sequence) = node else { throw wrong("give it a list, such as [one, another]") }
    return sequence.map { ConfigurationNode(file: file, key: key, line: $0.mark?.line ?? line, node: $0) }
  }

  /// The texts of a list.
  func list() throws(ConfigurationError) -> [String] {
    try items().map { item throws(ConfigurationError) in try item.text() }
  }

  /// Whether this is a map.
  var isMap: Bool { node.mapping != nil }

  /// Whether this is a list.
  var isList: Bool { node.sequence != nil }

  /// The error that this value is wrong, and why.
  func wrong(_ reason: String) -> ConfigurationError {
    .wrongValue(file: file, line: line, key: key.isEmpty ? "the whole file" : key, reason: reason)
  }

  /// What the text stands for.
  func choice<Value>(_ choice: Choice<Value>) throws(ConfigurationError) -> Value {
    let text = try text()
    do throws(UnknownName) { return try choice(text) } catch { throw wrong(error) }
  }

  /// The error that a name is not one of those there are.
  func wrong(_ name: UnknownName) -> ConfigurationError {
    wrong("\(name.sentence)\(name.sentence.hasSuffix("?") ? " Choose" : ", choose") from \(name.list)")
  }

  /// The line on which a key of the map that begins at `first` stands for the second time; `first` where it is not
  /// found.
  private static func secondLine(of key: String, from first: Int, in text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let hits = lines.indices.filter { index in
      let line = lines[index].drop { $0 == " " }
      return index + 1 >= first && ["\(key):", "\"\(key)\":", "'\(key)':"].contains { line.hasPrefix($0) }
    }
    return hits.count > 1 ? hits[1] + 1 : first
  }
}
