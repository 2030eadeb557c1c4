/// What is in a file of the cache: whose it is, and its content, with a sum over both.
///
/// A file begins with ``magic``, then the XXH64 of all that follows as 8 bytes, then the key's text and the content as
/// ``RecordWriter`` writes them.
enum CacheEntry {
  private static let magic = Array("weatherterm cache 1\n".utf8)
  private static let sumSize = 8

  /// The pieces of a file whose content is what `write` writes. Pages are large: what is written last is not copied.
  static func pieces(for key: CacheKey, _ write: (inout RecordWriter) -> Void) -> [[UInt8]] {
    let head = magic + [UInt8](repeating: 0, count: sumSize)
    var record = RecordWriter(behind: head, room: key.text.utf8.count + 1024)
    record.add(key.text)
    let start = record.count
    record.add(0)
    write(&record)
    record.put(record.count - start - 8, at: start)
    var hash = XXHash64()
    hash.add(record.bytes[head.count...])
    hash.add(record.tail)
    record.put(Int(truncatingIfNeeded: hash.value), at: magic.count)
    return [record.bytes, record.tail]
  }

  /// The content of a file; nil where it is damaged, cut off, of another version, or about something else.
  static func content(_ bytes: [UInt8], for key: CacheKey) -> [UInt8]? {
    guard let (text, content) = read(bytes), text == key.text else { return nil }
    return content
  }

  /// The key's text and the content of a file.
  static func read(_ bytes: [UInt8]) -> (key: String, content: [UInt8])? {
    guard bytes.count >= magic.count + sumSize, bytes.starts(with: magic) else { return nil }
    var reader = RecordReader(bytes, from: magic.count)
    guard let sum = reader.number(), sum == Int(truncatingIfNeeded: XXHash64.hash(bytes[(magic.count + sumSize)...])),
      let text = reader.text(), let content = reader.data(), reader.isAtEnd
    else { return nil }
    return (text, content)
  }
}
