import Basics
import Scraping

/// Values of the configuration: what is wrong is thrown with the file, the line and the key.
extension YAMLNode {
  /// Reads a configuration's text; nil for one that says nothing.
  static func configuration(_ text: String, file: String) throws(ConfigurationError) -> YAMLNode? {
    do throws(YAMLError) { return try YAMLNode(text, file: file) } catch {
      switch error {
      case .duplicateKey(let key, let line, _): throw .duplicate(file: file, line: line, key: key)
      case .malformed(let line, _, let reason): throw .malformed(file: file, line: line, reason: reason)
      }
    }
  }

  /// The map's values by their keys, which have to be among `known`; all keys where that is nil.
  func map(_ known: [String]?) throws(ConfigurationError) -> [(name: String, value: YAMLNode)] {
    guard let entries else { throw wrong(.noMap) }
    for (name, value) in entries {
      if name.isEmpty { throw wrong(.noWord) }
      if let known, !known.contains(name) {
        throw .unknownKey(
          file: file, line: value.line, key: value.key, known: known.map { key.isEmpty ? $0 : "\(key).\($0)" })
      }
    }
    return entries
  }

  /// The scalar's text, which says something.
  func word() throws(ConfigurationError) -> String {
    guard let text else { throw wrong(.noScalar) }
    guard !text.allSatisfy({ $0.isWhitespace }) else { throw wrong(.blank) }
    return text
  }

  /// The items of a list, each with its own line.
  func list() throws(ConfigurationError) -> [YAMLNode] {
    guard let items else { throw wrong(.noList) }
    return items
  }

  /// The texts of a list.
  func words() throws(ConfigurationError) -> [String] {
    try list().map { item throws(ConfigurationError) in try item.word() }
  }

  /// The error that this value is wrong, and why.
  func wrong(_ fault: ConfigurationError.ValueFault) -> ConfigurationError {
    .wrongValue(file: file, line: line, key: key, fault)
  }

  /// What the text stands for.
  func choice<Value>(_ choice: Choice<Value>) throws(ConfigurationError) -> Value {
    let text = try word()
    do throws(UnknownName) { return try choice(text) } catch { throw wrong(.unknownName(error)) }
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
    let units: [(name: String, bytes: Double)] = [
      ("", 1), ("b", 1), ("k", 1e3), ("kb", 1e3), ("kib", 1024), ("m", 1e6), ("mb", 1e6), ("mib", 1_048_576),
      ("g", 1e9), ("gb", 1e9), ("gib", 1_073_741_824),
    ]
    guard let (number, unit) = DurationText.split(text),
      let scale = units.first(where: { $0.name == unit.lowercased() })?.bytes,
      (1...Double(Int32.max)).contains(number * scale)
    else { throw wrong(.badSize(text)) }
    return Int(number * scale)
  }

  /// A text that may stand in a header: no control character, so that it cannot end the line.
  func headerText() throws(ConfigurationError) -> String {
    let text = try word()
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { throw wrong(.controlCharacter) }
    return text
  }
}
