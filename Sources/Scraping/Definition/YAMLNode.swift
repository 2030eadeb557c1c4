internal import Yams

/// A YAML value with its position in the file, for error messages. Scalars are always text, whatever they look like.
public struct YAMLNode {
  /// The file's path.
  public let file: String
  /// The key path, such as `http.timeout`; empty for the root.
  public let key: String
  /// The line of the key, or of the list item, counted from 1.
  public let line: Int
  /// The column of the key, or of the list item, counted from 1.
  public let column: Int
  private let node: Yams.Node

  /// Parses a file's text; nil if it is empty.
  public init?(_ text: String, file: String) throws(YAMLError) {
    if text.utf8.count > Self.longest { throw .malformed(line: nil, column: nil, reason: "it is larger than 1 MiB") }
    // Some editors begin a file with a byte order mark.
    let isMarked = text.unicodeScalars.first == "\u{FEFF}"
    let text = isMarked ? String(text.unicodeScalars.dropFirst()) : text
    do {
      // Scalars stay text. The default constructor, and the default encoding, which reads the environment, take longer to
      // create than a small file takes to parse.
      let parser = try Parser(yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
      guard let node = try parser.singleRoot(), node.scalar?.string.isEmpty != true else { return nil }
      self.init(file: file, key: "", mark: nil, node: node)
      var count = 0
      // Nodes look up their anchors in the parser, which they do not retain.
      try withExtendedLifetime(parser) { try unfold(node, &count) }
    } catch let error as YAMLError {
      throw error
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let key = keys.first ?? ""
      let (line, column) = Self.secondPosition(of: key, from: context.mark, in: text)
      throw .duplicateKey(key, line: line, column: column)
    } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _)
    {
      throw .malformed(line: mark.line, column: mark.column, reason: problem)
    } catch YamlError.reader(let problem, _, _, _) {
      throw .malformed(line: nil, column: nil, reason: problem)
    } catch {
      throw .malformed(line: nil, column: nil, reason: "\(error)")
    }
  }

  private init(file: String, key: String, mark: Mark?, node: Yams.Node) {
    self.file = file
    self.key = key
    self.node = node
    line = mark?.line ?? node.mark?.line ?? 1
    column = mark?.column ?? node.mark?.column ?? 1
  }

  /// A scalar's text; nil for a map or a list.
  public var text: String? { node.scalar?.string }

  /// True for an empty value, and for `~` and `null` without quotes.
  public var isNull: Bool { node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false }

  /// A list's items; nil if this is not a list.
  public var items: [YAMLNode]? {
    node.sequence?.map { YAMLNode(file: file, key: key, mark: nil, node: $0) }
  }

  /// A map's keys and values in file order; nil if this is not a map. A key that is not a scalar is returned as an
  /// empty string.
  public var entries: [(name: String, value: YAMLNode)]? {
    node.mapping?.map { name, value in
      let word = name.scalar?.string ?? ""
      let path = key.isEmpty ? word : "\(key).\(word)"
      return (word, YAMLNode(file: file, key: path, mark: name.mark, node: value))
    }
  }

  /// Maximum file size in bytes.
  static let longest = 1 << 20
  /// Maximum number of values after expanding aliases, below one anchor and in the whole file.
  private static let limits = (anchor: 1000, file: 200_000)

  /// Counts values with aliases expanded, and throws if there are too many: a few lines of nested aliases can stand for
  /// billions.
  private func unfold(_ node: Yams.Node, _ count: inout Int) throws(YAMLError) {
    let before = count
    count += 1
    for child in node.sequence?.map({ $0 }) ?? node.mapping?.flatMap({ [$0.key, $0.value] }) ?? [] {
      try unfold(child, &count)
    }
    if count > Self.limits.file || node.anchor != nil && count - before > Self.limits.anchor {
      throw .malformed(
        line: node.mark?.line, column: node.mark?.column,
        reason: "there are too many values here, at most \(Self.limits.anchor) behind an anchor")
    }
  }

  /// The position of the second occurrence of a key in the map that begins at `first`; `first` if it is not found.
  private static func secondPosition(of key: String, from first: Mark, in text: String) -> (line: Int, column: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let hits = lines.indices.filter { index in
      let line = lines[index].drop { $0 == " " }
      return index + 1 >= first.line && ["\(key):", "\"\(key)\":", "'\(key)':"].contains { line.hasPrefix($0) }
    }
    guard hits.count > 1 else { return (first.line, first.column) }
    return (hits[1] + 1, lines[hits[1]].prefix { $0 == " " }.count + 1)
  }
}

/// Why a text could not be read as YAML.
public enum YAMLError: Error, Hashable, Sendable {
  /// Not YAML, or too large.
  case malformed(line: Int?, column: Int?, reason: String)
  /// A key that occurs twice.
  case duplicateKey(String, line: Int, column: Int)
}
