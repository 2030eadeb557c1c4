import Foundation
import Support
import Testing

import Transfer

@Suite struct RecorderTests {
  static let clock = Timestamp(secondsSince1970: 1_619_344_020, offset: 7200)
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func response(
    _ url: String, status: Int = 200, type: String? = nil, body: [UInt8] = Array("x".utf8), hops: [Hop] = []
  ) -> TransferResponse {
    let headers = type.map { [HeaderField(name: "Content-Type", value: $0)] } ?? []
    return TransferResponse(
      url: url, status: status, headers: headers, body: body, started: Timestamp(secondsSince1970: 5, offset: 0),
      hops: hops)
  }

  @Test func whatWasRecordedIsReplayed() throws {
    let recorder = try Recorder(directory: folder.path + "/new/session", clock: Self.clock)
    let hops = [
      Hop(url: "http://h/a", status: 301, headers: [HeaderField(name: "Location", value: "b")]),
      Hop(url: "http://h/b", status: 302, headers: [HeaderField(name: "location", value: "https://h/c d")]),
    ]
    let bytes: [UInt8] = [0xFF, 0, 10, 13]
    let asked = [
      (
        TransferRequest(url: "http://h/a"),
        response("https://h/c%20d", type: "text/html; charset=utf-8", body: bytes, hops: hops)
      ),
      (
        TransferRequest(url: "https://h/e?q=1", headers: ["X-Key: secret"]),
        response("https://h/e?q=1", status: 404, body: [])
      ),
      (TransferRequest(url: "https://h/f"), response("https://h/f", body: Array("first".utf8))),
      (TransferRequest(url: "https://h/f"), response("https://h/f", body: Array("second".utf8))),
    ]
    for (request, response) in asked { recorder.note(request, response) }
    try recorder.write()
    let session = ReplaySession(try Recording(path: folder.path + "/new/session"))
    #expect(session.clock(hosts: ["h"]) == Self.clock)
    for (request, expected) in asked {
      let replayed = try session.response(to: request)
      #expect(replayed.url == expected.url)
      #expect(replayed.status == expected.status)
      #expect(replayed.headers == expected.headers)
      #expect(replayed.body == expected.body)
      #expect(replayed.hops == expected.hops)
      #expect(replayed.started == Self.clock)
    }
    #expect(try !folder.text("new/session/session.har").contains("secret"))
  }

  @Test func liveAndReplayedAreTheSame() async throws {
    let server = try LoopbackServer { path in
      path == "/" ? .init(302, ["Location: next#part", "Set-Cookie: a=b"]) : .init(200, body: Array("it".utf8))
    }
    let request = TransferRequest(url: "http://127.0.0.1:\(server.port)")
    let live = try await SessionTests.session().response(to: request)
    let recorder = try Recorder(directory: folder.path, clock: Self.clock)
    recorder.note(request, live)
    try recorder.write()
    let replayed = try ReplaySession(Recording(path: folder.path)).response(to: request)
    #expect(replayed.url == live.url)
    #expect(replayed.status == live.status)
    #expect(replayed.body == live.body)
    #expect(replayed.headers == live.headers)
    #expect(replayed.hops.map(\.url) == live.hops.map(\.url))
    // Cookies may name a person.
    #expect(try !folder.text("session.har").contains("a=b"))
  }

  @Test func filesAreNamedByTheirKind() throws {
    let recorder = try Recorder(directory: folder.path, clock: Self.clock)
    let kinds = [
      ("https://h/a", "Text/HTML;charset=utf-8"), ("https://h/b", "application/problem+json"),
      ("https://h/c", "application/xml"),
      ("ftp://h/d.xml", nil), ("https://h/../../e", "../../x"), ("https://h/f", nil),
    ]
    for (url, type) in kinds { recorder.note(TransferRequest(url: url), response(url, type: type)) }
    try recorder.write()
    #expect(folder.files == ["1.html", "2.json", "3.xml", "4.xml", "5.bin", "6.bin", "session.har"])
  }

  @Test func anOlderSessionGoes() throws {
    let older = try Recorder(directory: folder.path, clock: Self.clock)
    for number in 1...3 {
      let url = "https://h/\(number)"
      older.note(TransferRequest(url: url), response(url, type: "text/html"))
    }
    try older.write()
    _ = try folder.write("2.json", "mine".utf8)
    _ = try folder.write("notes.txt", "mine".utf8)
    let newer = try Recorder(directory: folder.path, clock: Self.clock)
    newer.note(TransferRequest(url: "https://h/1"), response("https://h/1", type: "text/html", body: Array("new".utf8)))
    newer.note(TransferRequest(url: "https://h/2"), response("https://h/2", type: "application/json"))
    try newer.write()
    // What no session names is not its to overwrite.
    #expect(folder.files == ["1.html", "2.json", "3.json", "notes.txt", "session.har"])
    #expect(try folder.text("1.html") == "new")
    #expect(try folder.text("2.json") == "mine")
  }

  @Test func anOlderSessionCannotPointElsewhere() throws {
    let other = try folder.write("keep.html", "x".utf8)
    try FileManager.default.createDirectory(atPath: folder.path + "/rec", withIntermediateDirectories: true)
    _ = try folder.har(
      entry("https://h/a", content: #"{"_file": "../keep.html"}"#),
      entry("https://h/b", content: #"{"_file": "session.har"}"#),
      name: "rec/session.har")
    try Recorder(directory: folder.path + "/rec", clock: Self.clock).write()
    #expect(FileManager.default.fileExists(atPath: other))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/rec/session.har"))
  }

  @Test func failuresAreNoted() throws {
    let recorder = try Recorder(directory: folder.path, clock: Self.clock)
    let error = TransferError.network(url: "https://h/a", code: 7, text: "Failed to connect to h")
    recorder.note(TransferRequest(url: "https://h/a"), failed: error)
    try recorder.write()
    #expect(folder.files == ["session.har"])
    #expect(try folder.text("session.har").contains("Failed to connect to h"))
    let session = ReplaySession(try Recording(path: folder.path))
    #expect(throws: TransferError.noAnswer(url: "https://h/a", has: [])) {
      try session.response(to: TransferRequest(url: "https://h/a"))
    }
  }

  @Test func aRecordingCanBeWrittenOverTheOneItReplays() throws {
    _ = try folder.write("page.html", "<html>it".utf8)
    _ = try folder.har(entry("https://h/a", content: #"{"_file": "page.html"}"#), entry("https://ads.example/b"))
    let request = TransferRequest(url: "https://h/a")
    let session = ReplaySession(try Recording(path: folder.path))
    let recorder = try Recorder(directory: folder.path, clock: Self.clock)
    recorder.note(request, try session.response(to: request))
    try recorder.write()
    #expect(folder.files == ["1.bin", "session.har"])
    #expect(try ReplaySession(Recording(path: folder.path)).response(to: request).body == Array("<html>it".utf8))
  }

  @Test func whereNothingCanBeWritten() throws {
    let file = try folder.write("file", "x".utf8)
    for directory in [file, file + "/below", "/proc/session"] {
      do {
        _ = try Recorder(directory: directory, clock: Self.clock)
        Issue.record("\(directory) was taken")
      } catch {
        guard case .cannotWrite(directory, let reason) = error else { Issue.record("\(error)"); continue }
        #expect(!reason.isEmpty)
        #expect(error.category == .recordingOutput)
      }
    }
    let recorder = try Recorder(directory: folder.path, clock: Self.clock)
    try FileManager.default.createDirectory(atPath: folder.path + "/session.har/x", withIntermediateDirectories: true)
    #expect(throws: TransferError.self) { try recorder.write() }
    #expect(folder.files == ["file", "session.har"])
  }
}
