import Markup
import Testing

/// Finding text in bytes.
struct ByteSearchTests {
  private let bytes = Array("window.__dat window.__data={°}".utf8)

  @Test func theFirstPlaceIsFound() {
    #expect(ByteSearch.firstRange(of: "window.", in: bytes) == 0..<7)
    #expect(ByteSearch.firstRange(of: "window.", in: bytes, from: 1) == 13..<20)
    #expect(ByteSearch.firstRange(of: "window.__data=", in: bytes) == 13..<27)
    #expect(ByteSearch.firstRange(of: "°}", in: bytes) == 28..<31)
    #expect(ByteSearch.firstRange(of: "}", in: bytes, from: 30) == 30..<31)
  }

  @Test func whatIsNotThereIsNil() {
    #expect(ByteSearch.firstRange(of: "}x", in: bytes) == nil)
    #expect(ByteSearch.firstRange(of: "", in: bytes) == nil)
    #expect(ByteSearch.firstRange(of: "w", in: bytes, from: 14) == ByteSearch.firstRange(of: "w", in: bytes, from: 15))
    #expect(ByteSearch.firstRange(of: "w", in: bytes, from: 31) == nil)
    #expect(ByteSearch.firstRange(of: "w", in: bytes, from: -1) == nil)
    #expect(ByteSearch.firstRange(of: "w", in: []) == nil)
  }
}
