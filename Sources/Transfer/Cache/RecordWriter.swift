/// Writes values one behind the other, as ``RecordReader`` reads them: numbers as 8 bytes, the lowest first; texts and
/// bytes with their count before them.
struct RecordWriter {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes a number.
  mutating func add(_ number: Int) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
  }

  /// Writes a text.
  mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// Writes bytes.
  mutating func add(_ data: [UInt8]) {
    add(data.count)
    bytes += data
  }
}
