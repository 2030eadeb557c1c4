extension ConfigurationNode {
  /// A length of time: `500ms`, `2s`, `5m`, `1h`, or a bare number of seconds; a year at most.
  func duration(least: Duration) throws(ConfigurationError) -> Duration {
    let text = try text()
    guard let duration = DurationText.duration(text) else {
      throw wrong("\(text) is no duration, write it as 500ms, 2s, 5m or 1h")
    }
    if duration < least { throw wrong("\(text) is too short, give it more than 0") }
    return duration
  }

  /// A number of bytes: `16MiB`, `1MB`, `512k`, or a bare number.
  func size() throws(ConfigurationError) -> Int {
    let text = try text()
    let units: [(name: String, bytes: Double)] = [
      ("", 1), ("b", 1), ("k", 1e3), ("kb", 1e3), ("kib", 1024), ("m", 1e6), ("mb", 1e6), ("mib", 1_048_576),
      ("g", 1e9),
      ("gb", 1e9), ("gib", 1_073_741_824),
    ]
    guard let (number, unit) = DurationText.split(text),
      let scale = units.first(where: { $0.name == unit.lowercased() })?.bytes,
      (1...Double(Int32.max)).contains(number * scale)
    else { throw wrong("\(text) is no size below 2 GiB, write it as 16MiB, 1MB or a number of bytes") }
    return Int(number * scale)
  }

  /// A text that may stand in a header: no control character, so that it cannot end the line.
  func headerText() throws(ConfigurationError) -> String {
    let text = try text()
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      throw wrong("leave out the line break or control character")
    }
    return text
  }
}
