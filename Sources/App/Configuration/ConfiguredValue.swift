import Basics
import Scraping

/// Values of the configuration: what is wrong is thrown with the file, the line and the key.
extension YAMLNode {
  /// Reads a configuration's text; nil for an empty one.
  static func configuration(_ text: String, file: String) throws(ConfigurationError) -> YAMLNode? {
    do throws(YAMLError) { return try YAMLNode(text, file: file) } catch {
      switch error {
      case .duplicateKey(let key, let line, _): throw .duplicate(file: file, line: line, key: key)
      case .malformed(let line, _, let reason): throw .malformed(file: file, line: line, reason: reason)
      }
    }
  }

  /// The map's values by their keys, which have to be among `known`; any keys where that is nil.
  func map(_ known: [String]?) throws(ConfigurationError) -> [(name: String, value: YAMLNode)] {
    guard let entries else { throw wrong(.noMap) }
    for (name, value) in entries {
      if name.isEmpty { throw wrong(.noWord) }
      if let known, !known.contains(name) { throw value.unknownKey(known, in: self) }
    }
    return entries
  }

  /// The scalar's text, which is not blank.
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

  /// The error that the key stands twice.
  var duplicate: ConfigurationError { .duplicate(file: file, line: line, key: key) }

  /// The error that a map has no such key as this value's.
  func unknownKey(_ known: [String], in map: YAMLNode) -> ConfigurationError {
    .unknownKey(
      file: file, line: line, key: key, known: known.map { map.key.isEmpty ? $0 : "\(map.key).\($0)" })
  }

  /// What a name stands for; the value's own text where none is given.
  func choice<Value>(_ choice: Choice<Value>, of name: String? = nil) throws(ConfigurationError) -> Value {
    let text = if let name { name } else { try word() }
    do throws(UnknownName) { return try choice(text) } catch { throw wrong(.unknownName(error)) }
  }

  /// The parser of a name.
  func parser(_ name: String, of known: ParserList) throws(ConfigurationError) -> any ForecastParser {
    do throws(UnknownName) { return try known(name) } catch { throw wrong(.unknownName(error)) }
  }

  /// A length of time: `500ms`, `2s`, `5m`, `1h`, or a bare number of seconds; a year at most.
  func duration(least: Duration) throws(ConfigurationError) -> Duration {
    let text = try word()
    guard let duration = DurationText.duration(text) else { throw wrong(.badDuration(text)) }
    if duration < least { throw wrong(.tooShort(text)) }
    return duration
  }

  /// A number of bytes: `16MiB`, `1MB`, `512k`, or a bare number.
  func size() throws(ConfigurationError) -> Int {
    let text = try word()
    guard let (number, unit) = DurationText.split(text), let scale = Self.scale(unit.lowercased()),
      (1...Double(Int32.max)).contains(number * scale)
    else { throw wrong(.badSize(text)) }
    return Int(number * scale)
  }

  /// The bytes of a unit: `k`, `kb` and `kib` and the like, `b`, or nothing.
  private static func scale(_ unit: String) -> Double? {
    if unit.isEmpty || unit == "b" { return 1 }
    let powers: [Substring: Int] = ["k": 1, "m": 2, "g": 3]
    let bases: [Substring: Double] = ["": 1000, "b": 1000, "ib": 1024]
    guard let power = powers[unit.prefix(1)], let base = bases[unit.dropFirst()] else { return nil }
    return (0..<power).reduce(1) { scale, _ in scale * base }
  }

  /// A text that may stand in a header: no control character, so that it cannot end the line.
  func headerText() throws(ConfigurationError) -> String {
    let text = try word()
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { throw wrong(.controlCharacter) }
    return text
  }
}
