import Foundation
import Support
import Testing

@testable import Web

struct UnpackerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let text = String(repeating: "26° and sunny ", count: 30_000)

  /// A body whose base64 has these bytes.
  private func response(_ bytes: [UInt8], _ encoding: String, maxBody: Int = 16 << 20) throws -> [UInt8] {
    let text = Data(bytes).base64EncodedString()
    let path = try folder.har(
      entry(
        "https://h/x", headers: #"[{"name": "Content-Encoding", "value": "\#(encoding)"}]"#,
        content: #"{"text": "\#(text)", "encoding": "base64"}"#))
    return try ReplaySession(Recording(path: path, maxBody: maxBody)).response(to: TransferRequest(url: "https://h/x"))
      .body
  }

  @Test func aBodyThatIsStillPackedIsUnpacked() throws {
    let path = try folder.write("plain", Self.text.utf8)
    #expect(try response(try SessionTests.packed("gzip -c \(path)"), "gzip") == Array(Self.text.utf8))
    #expect(try response(try SessionTests.packed("gzip -c \(path) | gzip -c"), "gzip, x-gzip") == Array(Self.text.utf8))
  }

  @Test func brotliIsUnpackedToo() throws {
    // "26°" in one block that is stored as it is (RFC 7932).
    let packed: [UInt8] = [0x8B, 0x01, 0x80, 0x32, 0x36, 0xC2, 0xB0, 0x03]
    #expect(try response(packed, "br") == Array("26°".utf8))
  }

  @Test(arguments: ["gzip", "br", "deflate", "zstd", "identity", "", "compress"])
  func aBodyThatTheBrowserUnpackedStays(encoding: String) throws {
    #expect(try response(Array(Self.text.utf8), encoding) == Array(Self.text.utf8))
  }

  @Test(arguments: ["br", "deflate"]) func aLegacyTextIsNotTakenForPacked(encoding: String) throws {
    let latin = Array("<html>26".utf8) + [0xB0] + Array(" and sunny</html>".utf8)
    #expect(try response(latin, encoding) == latin)
  }

  @Test(arguments: ["br", "compress", "zstd"]) func whatCannotBeUnpackedIsSaid(encoding: String) throws {
    do {
      _ = try response([0x28, 0xB5, 0x2F, 0xFD] + (0..<100).map { UInt8($0 * 7 % 256) }, encoding)
      Issue.record("it was taken")
    } catch let error as TransferError {
      guard case .notARecording(_, .encoded("https://h/x", [encoding], _)) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func aBodyThatIsCutOffIsSaid() throws {
    let path = try folder.write("plain", Self.text.utf8)
    let packed = try SessionTests.packed("gzip -c \(path)")
    for count in [5, 10, 20, packed.count / 2, packed.count - 9, packed.count - 1] {
      #expect(throws: TransferError.noBody(url: "https://h/x", .cutOff), "\(count)") {
        try response(Array(packed.prefix(count)), "gzip")
      }
    }
    // Nothing of the size of nothing is whole.
    #expect(try response(try SessionTests.packed("printf '' | gzip -c"), "gzip") == [])
  }

  @Test func aBombIsNotUnpacked() throws {
    let packed = try SessionTests.packed("head -c 3000000 /dev/zero | gzip -c")
    #expect(throws: TransferError.bodyTooLarge(url: "https://h/x", limit: 1 << 20)) {
      try response(packed, "gzip", maxBody: 1 << 20)
    }
  }
}
