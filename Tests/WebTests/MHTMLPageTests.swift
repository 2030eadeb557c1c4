import Basics
import Support
import Testing

@testable import Web

struct MHTMLPageTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A page as Chrome saves it, with a picture and a frame.
  private static func message(
    encoding: String = "quoted-printable", body: String = "<html><p>26=C2=B0 =\r\nsunny</p></html>",
    type: String = "text/html; charset=utf-8", zone: String = "+0100"
  ) -> String {
    """
    From: <Saved by Blink>
    Snapshot-Content-Location: https://me:secret@weather.com/today
    Subject: =?utf-8?Q?Weather?=
    Date: Sat, 14 Nov 2026 07:42:00 \(zone)
    MIME-Version: 1.0
    Content-Type: multipart/related;
    \ttype="text/html";
    \tboundary="----Boundary--x----"


    ------Boundary--x----
    Content-Type: image/png
    Content-Transfer-Encoding: base64
    Content-Location: https://weather.com/sun.png

    PGh0bWw+

    ------Boundary--x----
    Content-Type: \(type)
    Content-ID: <frame-1@mhtml.blink>
    Content-Transfer-Encoding: \(encoding)
    Content-Location: https://weather.com/today

    \(body)
    ------Boundary--x----
    Content-Type: text/html
    Content-Location: https://ads.example/frame

    <html>another</html>
    ------Boundary--x------

    """
  }

  private func answer(_ text: String, _ url: String = "https://weather.com/today") throws -> TransferResponse {
    let session = ReplaySession(try Recording(path: folder.write("page.mhtml", text.utf8)))
    #expect(session.clock(hosts: []) != nil)
    return try session.response(to: TransferRequest(url: url))
  }

  @Test(arguments: [true, false]) func theFirstPageAnswers(hasReturns: Bool) throws {
    let message = Self.message().replacing("\r\n", with: "\n")
    let response = try answer(hasReturns ? message.replacing("\n", with: "\r\n") : message)
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(text.hasPrefix("<html><p>26° sunny</p></html>"))
    #expect(!text.contains("another") && !text.contains("Boundary"))
    #expect(response.url == "https://weather.com/today")
    #expect(response.contentType == "text/html; charset=utf-8")
    #expect(response.started.description == "2026-11-14T07:42:00+01:00")
  }

  @Test func otherTransferEncodings() throws {
    let base64 = try answer(Self.message(encoding: "base64", body: "PGh0bWw+\nMjbCsA=="))
    #expect(String(decoding: base64.body, as: UTF8.self) == "<html>26°")
    let plain = try answer(Self.message(encoding: "8bit", body: "<html>26°"))
    #expect(String(decoding: plain.body, as: UTF8.self).hasPrefix("<html>26°"))
  }

  @Test func aMessageOfOnePart() throws {
    let response = try answer("MIME-Version: 1.0\nContent-Type: text/html; charset=koi8-r\n\n<html>x")
    #expect(String(decoding: response.body, as: UTF8.self) == "<html>x")
    #expect(response.contentType == "text/html; charset=koi8-r")
  }

  @Test func whatTheBrowserDidNotKnowIsTheMachinesZone() throws {
    let time = try answer(Self.message(zone: "-0000")).started
    #expect(time.secondsSince1970 == LocalTime("2026-11-14T07:42:00Z")?.secondsSince1970)
  }

  @Test func aPageOfAnotherHostDoesNotAnswer() throws {
    #expect(throws: TransferError.noAnswer(url: "https://h/x", has: ["https://weather.com/today"])) {
      try answer(Self.message(), "https://h/x")
    }
  }

  @Test(arguments: ["saved.mhtml", "saved.MHT"]) func theContentTellsAndNotTheName(name: String) throws {
    let path = try folder.write(name, "<html>MIME-Version: 1.0".utf8)
    let response = try ReplaySession(Recording(path: path)).response(to: TransferRequest(url: "https://h/x"))
    #expect(response.body == Array("<html>MIME-Version: 1.0".utf8))
  }

  @Test(arguments: [
    "MIME-Version: 1.0\n\nno page", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--\n",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"\"\n\n--\n--\n--\n", "MIME-Version: 1.0",
  ])
  func aMessageWithoutAPage(text: String) throws {
    let path = try folder.write("none.mhtml", text.utf8)
    do {
      _ = try Recording(path: path)
      Issue.record("it was taken")
    } catch {
      guard case .notARecording(path, _) = error else { Issue.record("\(error)"); return }
    }
  }

  @Test func messagesWithinMessagesEnd() throws {
    let inner = String(repeating: "--x\nContent-Type: multipart/mixed; boundary=x\n\n", count: 50_000)
    let path = try folder.write(
      "deep.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n\(inner)".utf8)
    #expect(throws: TransferError.self) { try Recording(path: path) }
  }
}
