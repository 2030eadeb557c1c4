/// Reads what ``RecordWriter`` wrote; nil for anything that does not fit.
public struct RecordReader: Sendable {
  private let bytes: [UInt8]
  private var index: Int

  /// A reader of what stands behind so many bytes.
  public init(_ bytes: [UInt8], from index: Int = 0) {
    self.bytes = bytes
    self.index = min(max(0, index), bytes.count)
  }

  /// Whether all is read.
  public var isAtEnd: Bool { index == bytes.count }

  /// The next number.
  public mutating func number() -> Int? {
    guard bytes.count - index >= 8 else { return nil }
    var number: UInt64 = 0
    for shift in 0..<8 { number |= UInt64(bytes[index + shift]) << UInt64(shift * 8) }
    index += 8
    return Int(truncatingIfNeeded: number)
  }

  /// The next moment, in seconds since 1970-01-01T00:00:00Z, of the next thirty thousand years.
  public mutating func moment() -> Int? { number().flatMap { (0...1 << 40).contains($0) ? $0 : nil } }

  /// The next count of things that take a byte each at least.
  public mutating func count() -> Int? {
    guard let count = number(), count >= 0, count <= bytes.count - index else { return nil }
    return count
  }

  /// The next bytes.
  public mutating func data() -> [UInt8]? {
    guard let count = count() else { return nil }
    defer { index += count }
    return Array(bytes[index..<index + count])
  }

  /// The next text; nil where it is not UTF-8.
  public mutating func text() -> String? { data().flatMap { String(validating: $0, as: UTF8.self) } }
}
