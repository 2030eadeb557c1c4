/// Writes values one behind the other, as ``RecordReader`` reads them: numbers as 8 bytes, the lowest first; texts and
/// bytes with their count before them.
public struct RecordWriter: Sendable {
  /// What is written so far.
  public private(set) var bytes: [UInt8] = []
  /// What stands behind that: the bytes that are written last, where they are too many to be copied.
  private(set) var tail: [UInt8] = []

  /// A writer that has written nothing yet.
  public init() {}

  /// A writer that goes on behind bytes, with room for so many more: pages are large, and growing would copy them.
  init(behind bytes: [UInt8], room: Int) {
    self.bytes.reserveCapacity(bytes.count + room)
    self.bytes += bytes
  }

  /// How much is written, in bytes.
  var count: Int { bytes.count + tail.count }

  /// Writes bytes behind which nothing is written any more; they are not copied.
  mutating func add(last data: [UInt8]) {
    add(data.count)
    tail = data
  }

  /// Writes a number over the 8 bytes at an offset.
  mutating func put(_ number: Int, at offset: Int) {
    for shift in 0..<8 { bytes[offset + shift] = UInt8(truncatingIfNeeded: number >> (shift * 8)) }
  }

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
}
