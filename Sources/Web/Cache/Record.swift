/// Writes values one behind the other, as ``RecordReader`` reads them: numbers as 8 bytes, the lowest first; texts, bytes and
/// lists with their count before them.
public struct RecordWriter: Sendable {
  /// What is written so far.
  public internal(set) var bytes: [UInt8] = []

  /// A writer that has written nothing yet.
  public init() {}

  /// Writes a number.
  public mutating func add(_ number: Int) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
  }

  /// Writes a text.
  public mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// Writes bytes.
  public mutating func add(_ data: [UInt8]) {
    add(data.count)
    bytes += data
  }

  mutating func add<Element>(_ list: [Element], _ write: (inout Self, Element) -> Void) {
    add(list.count)
    for element in list { write(&self, element) }
  }
}

/// Reads what ``RecordWriter`` wrote.
public struct RecordReader: Sendable {
  /// The bytes are cut off or hold an impossible value.
  public struct Damage: Error {}

  private let bytes: [UInt8]
  private var index: Int

  /// A reader of the bytes from an offset on.
  public init(_ bytes: [UInt8], from index: Int = 0) {
    self.bytes = bytes
    self.index = index
  }

  /// Whether all is read.
  public var isAtEnd: Bool { index == bytes.count }

  /// The next number, which has to lie in a range.
  public mutating func number(in range: ClosedRange<Int> = .min ... .max) throws(Damage) -> Int {
    guard bytes.count - index >= 8 else { throw Damage() }
    var bits: UInt64 = 0
    for shift in 0..<8 { bits |= UInt64(bytes[index + shift]) << UInt64(shift * 8) }
    index += 8
    let number = Int(truncatingIfNeeded: bits)
    guard range.contains(number) else { throw Damage() }
    return number
  }

  /// The next count of things that take a byte each at least.
  public mutating func count() throws(Damage) -> Int { try number(in: 0...max(0, bytes.count - index - 8)) }

  /// The next bytes.
  public mutating func data() throws(Damage) -> [UInt8] {
    let count = try count()
    defer { index += count }
    return Array(bytes[index..<index + count])
  }

  /// The next text, in valid UTF-8.
  public mutating func text() throws(Damage) -> String {
    guard let text = String(validating: try data(), as: UTF8.self) else { throw Damage() }
    return text
  }

  mutating func list<Element>(_ read: (inout Self) throws -> Element) throws -> [Element] {
    try (0..<count()).map { _ in try read(&self) }
  }
}
