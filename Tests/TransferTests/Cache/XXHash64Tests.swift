import Testing

@testable import Transfer

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

  @Test func hashesAllLengthsOfInput() {
    #expect(XXHash64.text((0...255).map { UInt8($0) }) == "1facbe8406cd904b")
    #expect(XXHash64.text(UInt8.min...UInt8.max) == "1facbe8406cd904b")
  }
}
