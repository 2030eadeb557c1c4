import Testing

@testable import Web

struct XXHash64Tests {
  @Test(
    arguments: [
      // Of the reference implementation.
      ("", "ef46db3751d8e999"), ("a", "d24ec4f1a98c6e5b"), ("abc", "44bc2cf5ad770999"),
      ("Nobody inspects the spammish repetition", "fbcea83c8a378bf1"),
    ])
  func hashesAsTheReferenceDoes(text: String, hash: String) {
    #expect(XXHash64.text(text.utf8) == hash)
  }

  @Test func piecesHashAsTheirWhole() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for first in [0, 1, 31, 32, 33, 64, 100, 299] {
      for second in [0, 1, 30, 31, 32, 65] {
        var hash = XXHash64()
        let (a, b) = (first, min(300, first + second))
        for piece in [bytes[..<a], bytes[a..<b], bytes[b...]] { hash.add(piece) }
        #expect(hash.value == XXHash64.hash(bytes))
      }
    }
  }

  @Test func hashesAllLengthsOfInput() {
    #expect(XXHash64.text((0...255).map { UInt8($0) }) == "1facbe8406cd904b")
    #expect(XXHash64.text(UInt8.min...UInt8.max) == "1facbe8406cd904b")
  }
}
