/// Binary serialization, read by ``RecordReader``: numbers as 8 bytes in little-endian order; texts, bytes and lists
/// preceded by their count.
public struct RecordWriter: Sendable {
  /// The bytes written so far.
  public internal(set) var bytes: [UInt8] = []

  /// Creates an empty writer.
  public init() {}

  /// Appends a number.
  public mutating func add(_ number: Int) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
  }

  /// Appends a text.
  public mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// Appends bytes.
  public mutating func add(_ data: [UInt8]) {
    add(data.count)
    bytes += data
  }

  mutating func add<Element>(_ list: [Element], _ write: (inout Self, Element) -> Void) {
    add(list.count)
    for element in list { write(&self, element) }
  }
}

/// Reads the output of ``RecordWriter``.
public struct RecordReader: Sendable {
  /// The data are truncated or hold an impossible value.
  public struct Damage: Error {}

  private let bytes: [UInt8]
  private var index: Int

  /// Creates a reader that starts at an offset.
  public init(_ bytes: [UInt8], from index: Int = 0) {
    self.bytes = bytes
    self.index = index
  }

  /// True if everything has been read.
  public var isAtEnd: Bool { index == bytes.count }

  /// Reads a number, which must be in a range.
  public mutating func number(in range: ClosedRange<Int> = .min ... .max) throws(Damage) -> Int {
    guard bytes.count - index >= 8 else { throw Damage() }
    var bits: UInt64 = 0
    for shift in 0..<8 { bits |= UInt64(bytes[index + shift]) << UInt64(shift * 8) }
    index += 8
    let number = Int(truncatingIfNeeded: bits)
    guard range.contains(number) else { throw Damage() }
    return number
  }

  /// Reads the count of items that take at least one byte each.
  public mutating func count() throws(Damage) -> Int { try number(in: 0...max(0, bytes.count - index - 8)) }

  /// Reads bytes.
  public mutating func data() throws(Damage) -> [UInt8] {
    let count = try count()
    defer { index += count }
    return Array(bytes[index..<index + count])
  }

  /// Reads a text, which must be valid UTF-8.
  public mutating func text() throws(Damage) -> String {
    guard let text = String(validating: try data(), as: UTF8.self) else { throw Damage() }
    return text
  }

  mutating func list<Element>(_ read: (inout Self) throws -> Element) throws -> [Element] {
    try (0..<count()).map { _ in try read(&self) }
  }
}
