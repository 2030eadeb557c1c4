/// Random changes to a body like those caused by truncation, proxies and faulty releases; reproducible by seed.
public struct Mutation: Sendable {
  private var random: SeededGenerator

  /// Creates a generator.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The body with one to three changes.
  public mutating func mutated(_ body: [UInt8]) -> [UInt8] {
    var bytes = body
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: for _ in 0..<Int.random(in: 1...8, using: &random) { flip(&bytes) }
    case 1: bytes.removeSubrange(slice(bytes, upTo: 300))
    case 2:
      let copied = Array(bytes[slice(bytes, upTo: 2000)])
      bytes.insert(contentsOf: copied, at: place(bytes))
    case 3, 4, 5: replaceNumber(&bytes)
    case 6: renameWord(&bytes)
    case 7, 8: replaceValue(&bytes)
    default: bytes.insert(contentsOf: pick(Self.oddTexts).utf8, at: place(bytes))
    }
  }

  private static let numbers = [
    "-1", "0", "9999", "-9999", "1e308", "-1e308", "1e400", "1e-400", "99999999999999999999", "-9223372036854775808",
    "4294967296", "NaN", "Infinity", "", "null", "0.5", "\"12\"", "--", "00", "1.2.3", "1969", "12:60", "٣", "½",
  ]
  private static let values = [
    "null", "[]", "{}", "\"\"", "true", "false", "[null]", "-0", "\"null\"", "\"N/A\"", "[[1]]", "{\"value\":null}",
    "9007199254740993", "\"2026-02-30T25:61:00Z\"", "\"+99:99\"", "\"Europe/Nowhere\"",
  ]
  private static let oddTexts = [
    "\u{1B}[31m", "\u{202E}", "\0", "\u{FEFF}", "&nbsp;", "&#0;", "&#xD800;", "<![CDATA[", "]]>", "<!--", "-->", "<",
    ">",
    "\"", "\\", "\\u0000", "\\uD800", "<script>", "</script>", "{", "}", "[", "]", ",", "'", "\u{1F326}", "e\u{301}",
  ]

  private mutating func flip(_ bytes: inout [UInt8]) {
    bytes[bytes.indices.randomElement(using: &random) ?? 0] = UInt8.random(in: 0...255, using: &random)
  }

  /// Replaces a run of digits.
  private mutating func replaceNumber(_ bytes: inout [UInt8]) {
    replace(pick(Self.numbers), in: &bytes) { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
  }

  /// Changes a letter of a word: a key, tag, class or unit.
  private mutating func renameWord(_ bytes: inout [UInt8]) {
    let start = place(bytes)
    let isLetter: (UInt8) -> Bool = { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    guard let index = bytes[start...].firstIndex(where: isLetter) else { return }
    bytes[index] = UInt8.random(in: 0x61...0x7A, using: &random)
  }

  /// Replaces the text after a colon, equals sign or tag.
  private mutating func replaceValue(_ bytes: inout [UInt8]) {
    let start = place(bytes)
    let opens = Set(":>=".utf8)
    let closes = Set(",}]< ".utf8)
    guard let open = bytes[start...].firstIndex(where: opens.contains) else { return }
    let close = bytes[(open + 1)...].firstIndex(where: closes.contains) ?? bytes.endIndex
    bytes.replaceSubrange((open + 1)..<close, with: Array(pick(Self.values).utf8))
  }

  /// Replaces the first matching run of bytes after a random position.
  private mutating func replace(_ text: String, in bytes: inout [UInt8], where isPart: (UInt8) -> Bool) {
    let start = place(bytes)
    guard let first = bytes[start...].firstIndex(where: isPart) else { return }
    let end = bytes[first...].firstIndex { !isPart($0) } ?? bytes.endIndex
    bytes.replaceSubrange(first..<end, with: Array(text.utf8))
  }

  private mutating func place(_ bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &random) }

  private mutating func slice(_ bytes: [UInt8], upTo length: Int) -> Range<Int> {
    let start = place(bytes)
    return start..<min(bytes.count, start + Int.random(in: 1...length, using: &random))
  }

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
}
