import Foundation
import Support
import Testing

/// Pages in other encodings than UTF-8 show the same forecast.
@Suite struct CharsetTests {
  /// Today's page of Stockholm, as it would be served now or as it was recorded, in an encoding and with its own `meta`
  /// changed to this.
  private func page(_ encoding: String.Encoding, meta: String = "", isRecorded: Bool = false) throws -> [UInt8] {
    let path = Stockholm.todayPath
    let page = isRecorded ? try Stockholm.recordedPage(path) : try Stockholm.page(path)
    let text = String(decoding: page ?? [], as: UTF8.self).replacing(/<meta charset=[^>]*>/, with: meta)
    return Array(try #require(text.data(using: encoding)))
  }

  private func run(_ body: [UInt8], _ type: String) async throws -> Program.Outcome {
    let server = try LoopbackServer { _ in .init(200, ["Content-Type: \(type)"], body: body) }
    return try await Home().today(server.url(""))
  }

  @Test func theHeadersCharsetIsRead() async throws {
    let body = try page(.windowsCP1252, meta: "<meta charset=utf-8>")
    #expect(body.contains { $0 >= 0x80 })
    for charset in ["iso-8859-1", "Windows-1252"] {
      let outcome = try await run(body, "text/html; charset=\(charset)")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try await outcome.output == Stockholm.shown("-td"))
    }
  }

  @Test func thePagesOwnCharsetIsRead() async throws {
    let outcome = try await run(page(.windowsCP1252, meta: "<meta charset='iso-8859-1'>"), "text/html")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try await outcome.output == Stockholm.shown("-td"))
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian]) func utf16IsRead(
    encoding: String.Encoding
  ) async throws {
    let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    let outcome = try await run(mark + page(encoding), "text/html; charset=utf-8")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try await outcome.output == Stockholm.shown("-td"))
  }

  @Test func aContradictionIsRefused() async throws {
    let body = try page(.windowsCP1252)
    expectFailure(try await run(body, "text/html; charset=utf-8"), 65, "utf-8")
    expectFailure(try await run(body, "text/html; charset=no-such"), 65, "no-such")
  }

  @Test func textInARecordingIsTextWhateverItSays() async throws {
    let home = try Home()
    let text = String(decoding: try page(.utf8, meta: "<meta charset=shift_jis>", isRecorded: true), as: UTF8.self)
    let json = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    try home.write(
      "text.har",
      """
      {"log": {"entries": [{"startedDateTime": "2026-11-14T07:42:00+01:00",
       "request": {"method": "GET", "url": "https://weather.com\(Stockholm.todayPath)"},
       "response": {"status": 200, "headers": [{"name": "Content-Type", "value": "text/html; charset=gbk"}],
        "content": {"text": \(json)}}}]}}
      """)
    for arguments in [["--replay", "text.har", "--record", "cut"], ["--replay", "cut"]] {
      let outcome = try await home.run(Stockholm.place + ["-td"] + arguments)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try await outcome.output == Stockholm.recorded("-td"))
    }
  }

  @Test func aPageSavedAsMHTMLIsRead() async throws {
    let home = try Home()
    let page = Data(try page(.windowsCP1252, isRecorded: true)).base64EncodedString(options: .lineLength76Characters)
    let message = """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://weather.com\(Stockholm.todayPath)
      Date: Sat, 14 Nov 2026 07:42:00 +0100
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="----x"

      ------x
      Content-Type: text/html; charset=iso-8859-1
      Content-Transfer-Encoding: base64
      Content-Location: https://weather.com\(Stockholm.todayPath)

      \(page)
      ------x--

      """
    try home.write("page.mhtml", message.replacing(/\r?\n/, with: "\r\n"))
    let outcome = try await home.run(Stockholm.place + ["-td", "--replay", "page.mhtml"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try await outcome.output == Stockholm.recorded("-td"))
    expectFailure(
      try await home.run(["-p", "OpenMeteo", "-a", "59.33,18.07", "-td", "--replay", "page.mhtml"]), 66,
      "api.open-meteo.com")
  }
}
