import Basics
import Foundation
import Support
import Testing

@testable import Web

@Suite struct RecordingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func failure(_ path: String) -> TransferError? {
    do {
      _ = try Recording(path: path)
      return nil
    } catch { return error }
  }

  private func entries(_ path: String) throws -> [RecordedEntry] {
    guard case .entries(let entries) = try Recording(path: path).content else { return [] }
    return entries
  }

  @Test func aFolderHoldsASession() throws {
    _ = try folder.har(entry("https://weather.com/a"))
    #expect(try entries(folder.path).map(\.url) == ["https://weather.com/a"])
    #expect(try entries(folder.path + "/").count == 1)
  }

  @Test func aByteOrderMarkAndBlanksAreAllowed() throws {
    let har = Array(
      try folder.text((try folder.har(entry("https://weather.com/a"))).components(separatedBy: "/").last ?? "").utf8)
    #expect(try entries(folder.write("marked.har", [0xEF, 0xBB, 0xBF] + har)).count == 1)
    #expect(try entries(folder.write("blank.har", Array("\n \t".utf8) + har)).count == 1)
  }

  @Test func onlyEntriesThatCanAnswerCount() throws {
    let path = try folder.har(
      entry("https://weather.com/options", method: "OPTIONS"),
      entry("https://weather.com/post", method: "POST"),
      entry("https://weather.com/aborted", status: 0, content: #"{"text": "x"}"#),
      entry("https://weather.com/unchanged", status: 304, content: #"{"text": "x"}"#),
      entry("https://weather.com/cached", status: 304, content: "{}"),
      entry("https://weather.com/bodiless", content: #"{"size": 0, "mimeType": "text/html"}"#),
      entry("https://weather.com/evicted", content: #"{"size": 500, "text": ""}"#),
      entry("https://weather.com/nowhere", status: 302, content: "{}"),
      entry("https://weather.com/moved", status: 301, content: "{}", redirect: "/page"),
      entry(
        "https://weather.com/found", status: 302, headers: #"[{"name": "lOcAtIoN", "value": "/page"}]"#, content: "{}"),
      entry("https://weather.com/missing", status: 404),
      entry("https://weather.com/page"))
    #expect(try entries(path).first?.status == 200, "what the site confirmed is an answer")
    #expect(
      try entries(path).map { $0.url.split(separator: "/").last } == ["unchanged", "moved", "found", "missing", "page"])
  }

  @Test func whatBrowsersLeaveOutIsNotMissed() throws {
    let odd = [
      #"{"request": {"method": "GET", "url": "data:text/html,x"}, "response": {"status": 200, "content": {"text": "x"}}}"#,
      #"{"request": {"method": "GET", "url": "https://weather.com/a"}, "response": {"status": 200, "content": {"text": "a"}}}"#,
      #"{"request": {"method": "GET"}}"#, "{}", "null", "7",
      #"{"request": {"method": "GET", "url": "wss://weather.com/s"}, "response": {"status": 101, "content": {"text": "x"}}}"#,
      #"{"request": {"method": "GET", "url": "https://weather.com/b"}, "response": {"status": 200, "content": null}}"#,
      #"{"request": {"method": "GET", "url": "https://weather.com/c"}, "response": {"status": 200, "headers": [{"name": "X"}, {"name": "Y", "value": "z"}], "content": {"text": "c"}, "redirectURL": null}, "startedDateTime": 5, "_initiator": {"type": "other"}}"#,
      #"{"request": {"method": "GET", "url": "https://weather.com/d"}, "response": {"status": 200, "content": {"text": "\ud800"}}}"#,
    ]
    let path = try folder.write("odd.har", #"{"log": {"pages": [], "entries": [\#(odd.joined(separator: ","))]}}"#.utf8)
    let entries = try entries(path)
    #expect(entries.prefix(2).map(\.url) == ["https://weather.com/a", "https://weather.com/c"])
    #expect(entries[0].started == nil)
    #expect(entries[1].headers == [HeaderField(name: "Y", value: "z")])
  }

  @Test func bodies() throws {
    _ = try folder.write("1.bin", [0xFF, 0x00, 0x41])
    let path = try folder.har(
      entry("https://h/text", content: #"{"text": "26\u00b0 \"x\"", "mimeType": "text/html; charset=iso-8859-1"}"#),
      entry("https://h/base64", content: #"{"text": "/wBB", "encoding": "base64"}"#),
      entry("https://h/file", content: #"{"_file": "1.bin"}"#))
    let recording = try Recording(path: path)
    let bodies = try entries(path).map { try recording.body(of: $0) }
    #expect(bodies == [Array("26° \"x\"".utf8), [0xFF, 0x00, 0x41], [0xFF, 0x00, 0x41]])
  }

  @Test(arguments: [
    "../secret", "/etc/passwd", "sub/1.html", ".hidden", "..", ".", "", "missing.html", "link", "sub", "a\\\\b",
  ])
  func bodyFilesAreBesideTheRecording(name: String) throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/sub", withIntermediateDirectories: true)
    _ = try folder.write("sub/1.html", "x".utf8)
    _ = try folder.write(".hidden", "x".utf8)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "/etc/passwd")
    let path = try folder.har(entry("https://h/file", content: #"{"_file": "\#(name)"}"#))
    let error = failure(path)
    guard case .notARecording(path, _) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(error?.category == .recordingInput)
  }

  @Test func badBase64IsSaid() throws {
    let path = try folder.har(entry("https://h/x", content: #"{"text": "abc", "encoding": "base64"}"#))
    let session = ReplaySession(try Recording(path: path))
    #expect(
      throws: TransferError.notARecording(path: path, .notBase64(url: "https://h/x"))
    ) {
      try session.response(to: TransferRequest(url: "https://h/x"))
    }
  }

  @Test(arguments: [
    "", " \n", "{", #"{"log": {"entries": ["#, "{}", #"{"log": {}}"#, #"{"temperature": 7}"#,
    #"{"log": {"entries": {}}}"#,
  ])
  func notARecording(text: String) throws {
    let path = try folder.write("x.har", text.utf8)
    guard case .notARecording(path, _) = failure(path) else { Issue.record("\(text) was taken"); return }
  }

  @Test func whatCannotBeRead() throws {
    guard case .cannotRead(_, .system(ENOENT)) = failure(folder.path + "/missing.har") else {
      Issue.record("a missing file was read")
      return
    }
    guard case .cannotRead(let path, _) = failure(folder.path) else { Issue.record("an empty folder was read"); return }
    #expect(path == folder.path + "/session.har")
  }

  @Test(arguments: ["\"200\"", "200.0", "\"200 OK\""]) func aStatusMayBeWrittenInManyWays(status: String) throws {
    _ = try folder.har(entry("https://h/a", status: 7777))
    let path = try folder.write("status.har", folder.text("session.har").replacing("7777", with: status).utf8)
    #expect(try entries(path).map(\.status) == [200])
  }

  @Test(arguments: [true, false]) func aHARMayBeInUTF16(isLittleEndian: Bool) throws {
    _ = try folder.har(entry("https://h/a", text: "26° \u{1F327}"))
    let bytes = "\u{FEFF}\(try folder.text("session.har"))".utf16.flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittleEndian ? [low, high] : [high, low]
    }
    let recording = try Recording(path: folder.write("wide.har", bytes))
    guard case .entries(let entries) = recording.content else { Issue.record("no HAR"); return }
    #expect(try entries.map { try recording.body(of: $0) } == [Array("26° \u{1F327}".utf8)])
  }

  @Test func aHARIsBounded() throws {
    let many = try folder.write(
      "many.har", (#"{"log": {"entries": ["# + String(repeating: "1,", count: 2_000_001)).utf8)
    guard case .notARecording(many, .tooManyValues) = failure(many) else {
      Issue.record("too many values were read"); return
    }
    let large = try folder.write("large.har", "{".utf8)
    #expect(truncate(large, 1 << 40) == 0)
    guard case .cannotRead(_, .tooLarge(_)) = failure(large) else { Issue.record("a terabyte was read"); return }
  }

  @Test(arguments: ["text", "base64", "_file"]) func bodiesAreBounded(kind: String) throws {
    _ = try folder.write("1.html", [UInt8](repeating: 0x41, count: 2001))
    let content = [
      "text": #"{"text": "\#(String(repeating: "A", count: 2001))"}"#,
      "base64": #"{"text": "\#(String(repeating: "QUFB", count: 667))", "encoding": "base64"}"#,
      "_file": #"{"_file": "1.html"}"#,
    ]
    let path = try folder.har(entry("https://h/x", content: content[kind] ?? ""))
    let request = TransferRequest(url: "https://h/x")
    #expect(throws: TransferError.bodyTooLarge(url: "https://h/x", limit: 2000)) {
      try ReplaySession(Recording(path: path, maxBody: 2000)).response(to: request)
    }
    #expect(try ReplaySession(Recording(path: path, maxBody: 2001)).response(to: request).body.count == 2001)
  }

  @Test func userNamesAreNotRead() throws {
    let path = try folder.har(entry("https://me:secret@h/a"))
    #expect(try entries(path).map(\.url) == ["https://h/a"])
  }
}
