import Basics
import Foundation
import Support
import Testing

@testable import Web

@Suite struct RecorderTests {
  static let clock = LocalTime(secondsSince1970: 1_619_344_020, offset: 7200)
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func response(
    _ url: String, status: Int = 200, type: String? = nil, body: [UInt8] = Array("x".utf8), redirects: [Redirect] = []
  ) -> TransferResponse {
    let headers = type.map { [HeaderField(name: "Content-Type", value: $0)] } ?? []
    return TransferResponse(
      url: url, status: status, headers: headers, body: body, started: LocalTime(secondsSince1970: 5, offset: 0),
      redirects: redirects)
  }

  @Test func whatWasRecordedIsReplayed() throws {
    let recorder = try Recorder(directory: folder.path + "/new/session", clock: Self.clock)
    let redirects = [
      Redirect(url: "http://h/a", status: 301, headers: [HeaderField(name: "Location", value: "b")]),
      Redirect(url: "http://h/b", status: 302, headers: [HeaderField(name: "location", value: "https://h/c d")]),
    ]
    let bytes: [UInt8] = [0xFF, 0, 10, 13]
    let asked = [
      (
        TransferRequest(url: "http://h/a"),
        response("https://h/c%20d", type: "text/html; charset=utf-8", body: bytes, redirects: redirects)
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
      #expect(replayed.redirects == expected.redirects)
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
    #expect(replayed.redirects.map(\.url) == live.redirects.map(\.url))
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
      name: "rec/session.har", creator: "weatherterm")
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
    #expect(throws: TransferError.noBody(url: "https://h/a", .failed(comment: error.description))) {
      try session.response(to: TransferRequest(url: "https://h/a"))
    }
  }

  @Test func aRecordingCanBeWrittenOverTheOneItReplays() throws {
    _ = try folder.write("7.html", "<html>it".utf8)
    _ = try folder.har(
      entry("https://h/a", content: #"{"_file": "7.html"}"#), entry("https://ads.example/b"), creator: "weatherterm")
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
        guard case .cannotWrite(directory, _) = error else { Issue.record("\(error)"); continue }
        #expect(error.category == .recordingOutput)
      }
    }
    let recorder = try Recorder(directory: folder.path, clock: Self.clock)
    recorder.note(TransferRequest(url: "https://h/1"), response("https://h/1"))
    try FileManager.default.createDirectory(atPath: folder.path + "/session.har/x", withIntermediateDirectories: true)
    #expect(throws: TransferError.self) { try recorder.write() }
    #expect(folder.files == ["file", "session.har"])
  }

  /// The names and contents of all files in the folder.
  private func contents() throws -> [String: [UInt8]] {
    try Dictionary(
      uniqueKeysWithValues: folder.files.map {
        ($0, Array(try Data(contentsOf: URL(filePath: "\(folder.path)/\($0)"))))
      })
  }

  @Test func whatIsNotFinishedLeavesTheOlderSessionWhole() throws {
    let older = try Recorder(directory: folder.path, clock: Self.clock)
    older.note(TransferRequest(url: "https://h/1"), response("https://h/1", type: "text/html", body: Array("old".utf8)))
    try older.write()
    let before = try contents()
    do {
      let broken = try Recorder(directory: folder.path, clock: Self.clock)
      for number in 1...5 { broken.note(TransferRequest(url: "https://h/\(number)"), response("https://h/\(number)")) }
      #expect(folder.files.count == 3, "the new bodies lie in a folder of their own")
      let again = try ReplaySession(Recording(path: folder.path)).response(to: TransferRequest(url: "https://h/1"))
      #expect(again.body == Array("old".utf8))
    }
    #expect(try contents() == before)
  }

  @Test func whatAKilledRunHasLeftGoesWithTheNext() throws {
    let left = folder.path + "/.weatherterm-recording-abc123"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    _ = try folder.write(".weatherterm-recording-abc123/0", "half".utf8)
    // A folder that is new may be another run's that is about to lock it.
    _ = try Recorder(directory: folder.path, clock: Self.clock)
    #expect(FileManager.default.fileExists(atPath: left + "/0"))
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -61)], ofItemAtPath: left)
    let running = try Recorder(directory: folder.path, clock: Self.clock)
    running.note(TransferRequest(url: "https://h/1"), response("https://h/1"))
    #expect(!FileManager.default.fileExists(atPath: left))
    let other = try Recorder(directory: folder.path, clock: Self.clock)
    other.note(TransferRequest(url: "https://h/2"), response("https://h/2"))
    try other.write()
    try running.write()
    #expect(folder.files == ["1.bin", "session.har"])
    #expect(throws: Never.self) {
      try ReplaySession(Recording(path: folder.path)).response(to: TransferRequest(url: "https://h/1"))
    }
  }

  @Test(arguments: ["a browser", "weatherterm-pages"]) func theSessionOfAnotherIsNotTouched(creator: String) throws {
    _ = try folder.write("1.html", "mine".utf8)
    _ = try folder.har(entry("https://h/a", content: #"{"_file": "1.html"}"#), creator: creator)
    let before = try contents()
    #expect(throws: TransferError.self) { try Recorder(directory: folder.path, clock: Self.clock) }
    #expect(try contents() == before)
  }

  @Test func whatIsNoSessionIsNotTouched() throws {
    _ = try folder.write("session.har", "my notes".utf8)
    #expect(throws: TransferError.self) { try Recorder(directory: folder.path, clock: Self.clock) }
    #expect(try folder.text("session.har") == "my notes")
    try FileManager.default.removeItem(atPath: folder.path + "/session.har")
    #expect(mkfifo(folder.path + "/session.har", 0o600) == 0)
    #expect(throws: TransferError.self) { try Recorder(directory: folder.path, clock: Self.clock) }
    #expect(folder.files == ["session.har"])
  }

  @Test func aFileThatTheSessionNamesIsOnlyItsOwnByItsName() throws {
    let names = ["01.html", "1.html.bak", "3.doc", "thesis.txt"]
    for name in names { _ = try folder.write(name, "mine".utf8) }
    let entries = names.map { entry("https://h/\($0)", content: #"{"_file": "\#($0)"}"#) }
    _ = try folder.har(entries.joined(separator: ","), creator: "weatherterm")
    try Recorder(directory: folder.path, clock: Self.clock).write()
    #expect(folder.files == names[..<3] + ["session.har", "thesis.txt"])
  }

  @Test func secretsAreNotRecorded() throws {
    let recorder = try Recorder(directory: folder.path, clock: Self.clock)
    let headers = [
      HeaderField(name: "Set-Cookie", value: "id=verysecret"), HeaderField(name: "Authorization", value: "verysecret"),
      HeaderField(name: "Location", value: "https://me:verysecret@h/there"), HeaderField(name: "X-Kept", value: "yes"),
    ]
    let redirect = Redirect(url: "https://me:verysecret@h/a", status: 302, headers: headers)
    var answer = response("https://me:verysecret@h/there", redirects: [redirect])
    answer.headers = headers
    recorder.note(TransferRequest(url: "https://me:verysecret@h/a"), answer)
    recorder.note(
      TransferRequest(url: "https://h/b"),
      failed: .network(url: "https://h/b", code: 7, text: "no http://me:verysecret@proxy"))
    try recorder.write()
    let text = try folder.text("session.har")
    #expect(!text.contains("verysecret") && text.contains("X-Kept"))
  }

  @Test func aTextOfARecordingStaysOne() throws {
    // Text in a HAR is decoded already, whatever the header and the page say; a file of it is not.
    let browser = try folder.har(
      entry(
        "https://h/a", headers: #"[{"name": "Content-Type", "value": "text/html; charset=windows-1252"}]"#,
        content: #"{"text": "26\u00b0"}"#), name: "browser.har")
    let request = TransferRequest(url: "https://h/a")
    let first = try ReplaySession(Recording(path: browser)).response(to: request)
    #expect(first.isText)
    let recorder = try Recorder(directory: folder.path + "/cut", clock: Self.clock)
    recorder.note(request, first)
    try recorder.write()
    let second = try ReplaySession(Recording(path: folder.path + "/cut")).response(to: request)
    #expect(second.body == first.body)
    #expect(second.contentType == "text/html; charset=utf-8")
  }
}
