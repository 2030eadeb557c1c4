internal import Yams

/// A value of a YAML file together with where it stands, so that what is wrong can be pointed at. Scalars stay text,
/// whatever they look like.
public struct YAMLNode {
  /// The file's path.
  public let file: String
  /// The keys that lead here, as `http.timeout`; empty for the whole file.
  public let key: String
  /// The line that the key, or the item of a list, stands on, counted from 1.
  public let line: Int
  /// The column of the same.
  public let column: Int
  private let node: Yams.Node

  /// Reads a file's text; nil for one that says nothing.
  public init?(_ text: String, file: String) throws(YAMLError) {
    if text.utf8.count > Self.longest { throw .malformed(line: nil, column: nil, reason: "it is larger than 1 MiB") }
    // Some editors begin a file with a byte order mark.
    let isMarked = text.unicodeScalars.first == "\u{FEFF}"
    let text = isMarked ? String(text.unicodeScalars.dropFirst()) : text
    do {
      let parser = try Parser(yaml: text, resolver: .basic)
      guard let node = try parser.singleRoot(), node.scalar?.string.isEmpty != true else { return nil }
      self.init(file: file, key: "", mark: nil, node: node)
      var count = 0
      // Nodes know their anchors only as long as the parser lives.
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

  /// Whether nothing is said: no text, `~` or `null` without quotes.
  public var isNull: Bool { node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false }

  /// A list's items; nil for all else.
  public var items: [YAMLNode]? {
    node.sequence?.map { YAMLNode(file: file, key: key, mark: nil, node: $0) }
  }

  /// A map's values by their keys, in the order of the file; nil for all else. A key that is no scalar is empty.
  public var entries: [(name: String, value: YAMLNode)]? {
    node.mapping?.map { name, value in
      let word = name.scalar?.string ?? ""
      let path = key.isEmpty ? word : "\(key).\(word)"
      return (word, YAMLNode(file: file, key: path, mark: name.mark, node: value))
    }
  }

  /// The longest file, in bytes.
  static let longest = 1 << 20
  /// The values that an anchor may stand for, and a whole file, when each alias is written out.
  private static let limits = (anchor: 1000, file: 200_000)

  /// Counts the values when each alias is written out, and throws where they are too many: a few lines of aliases of aliases
  /// stand for billions.
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

  /// Where a key of the map that begins at `first` stands for the second time; `first` where it is not found.
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

/// Why a text is no YAML file of ours.
public enum YAMLError: Error, Hashable, Sendable {
  /// It is no YAML, or holds too much.
  case malformed(line: Int?, column: Int?, reason: String)
  /// A key that is there twice.
  case duplicateKey(String, line: Int, column: Int)
}
