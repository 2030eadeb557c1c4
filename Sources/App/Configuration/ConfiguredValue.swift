import Basics
import Scraping

/// Typed access to configuration values; errors name the file, line and key.
extension YAMLNode {
  /// Parses a configuration; nil if it is empty.
  static func configuration(_ text: String, file: String) throws(ConfigurationError) -> YAMLNode? {
    do throws(YAMLError) { return try YAMLNode(text, file: file) } catch {
      switch error {
      case .duplicateKey(let key, let line, _): throw .duplicate(file: file, line: line, key: key)
      case .malformed(let line, _, let reason): throw .malformed(file: file, line: line, reason: reason)
      }
    }
  }

  /// A map's entries, whose keys must be in `known` unless that is nil.
  func map(_ known: [String]?) throws(ConfigurationError) -> [(name: String, value: YAMLNode)] {
    guard let entries else { throw wrong(.noMap) }
    for (name, value) in entries {
      if name.isEmpty { throw wrong(.noWord) }
      if let known, !known.contains(name) { throw value.unknownKey(known, in: self) }
    }
    return entries
  }

  /// A scalar that is not blank.
  func word() throws(ConfigurationError) -> String {
    guard let text else { throw wrong(.noScalar) }
    guard !text.allSatisfy({ $0.isWhitespace }) else { throw wrong(.blank) }
    return text
  }

  func list() throws(ConfigurationError) -> [YAMLNode] {
    guard let items else { throw wrong(.noList) }
    return items
  }

  /// The texts of a list.
  func words() throws(ConfigurationError) -> [String] {
    try list().map { item throws(ConfigurationError) in try item.word() }
  }

  func wrong(_ fault: ConfigurationError.ValueFault) -> ConfigurationError {
    .wrongValue(file: file, line: line, key: key, fault)
  }

  /// The error for a key that occurs twice.
  var duplicate: ConfigurationError { .duplicate(file: file, line: line, key: key) }

  /// The error for a key that the map must not have.
  func unknownKey(_ known: [String], in map: YAMLNode) -> ConfigurationError {
    .unknownKey(
      file: file, line: line, key: key, known: known.map { map.key.isEmpty ? $0 : "\(map.key).\($0)" })
  }

  /// The choice with a given name, by default this value's text.
  func choice<Value>(_ choice: Choice<Value>, of name: String? = nil) throws(ConfigurationError) -> Value {
    let text = if let name { name } else { try word() }
    do throws(UnknownName) { return try choice(text) } catch { throw wrong(.unknownName(error)) }
  }

  /// The parser with a name.
  func parser(_ name: String, of known: ParserList) throws(ConfigurationError) -> any ForecastParser {
    do throws(UnknownName) { return try known(name) } catch { throw wrong(.unknownName(error)) }
  }

  /// A duration: `500ms`, `2s`, `5m`, `1h`, or a bare number of seconds; at most a year.
  func duration(least: Duration) throws(ConfigurationError) -> Duration {
    let text = try word()
    guard let duration = DurationText.duration(text) else { throw wrong(.badDuration(text)) }
    if duration < least { throw wrong(.tooShort(text)) }
    return duration
  }

  /// A size in bytes: `16MiB`, `1MB`, `512k`, or a bare number.
  func size() throws(ConfigurationError) -> Int {
    let text = try word()
    guard let (number, unit) = DurationText.split(text), let scale = Self.scale(unit.lowercased()),
      (1...Double(Int32.max)).contains(number * scale)
    else { throw wrong(.badSize(text)) }
    return Int(number * scale)
  }

  /// The factor of a size unit: `k`, `kb`, `kib` and so on, `b`, or none.
  private static func scale(_ unit: String) -> Double? {
    if unit.isEmpty || unit == "b" { return 1 }
    let powers: [Substring: Int] = ["k": 1, "m": 2, "g": 3]
    let bases: [Substring: Double] = ["": 1000, "b": 1000, "ib": 1024]
    guard let power = powers[unit.prefix(1)], let base = bases[unit.dropFirst()] else { return nil }
    return (0..<power).reduce(1) { scale, _ in scale * base }
  }

  /// A text without control characters, so that it cannot end a header line.
  func headerText() throws(ConfigurationError) -> String {
    let text = try word()
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { throw wrong(.controlCharacter) }
    return text
  }
}
