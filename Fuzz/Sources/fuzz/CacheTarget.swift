import Basics
import Foundation
import Parsers
import Trials

@testable import Web

/// Fuzzes cache files; the first byte chooses between a whole file and the contents of one with a valid checksum.
struct CacheTarget: FuzzTarget {
  let name = "cache"
  let seeds: [[UInt8]]

  private static let now = 1_795_000_000

  /// Seeds: a file, an answer, a note, two failures and a header.
  init(fixtures: String) {
    let headers = [
      HeaderField(name: "Cache-Control", value: "max-age=300, no-cache=\"x, y\""), HeaderField(name: "Age", value: "5"),
      HeaderField(name: "Expires", value: "Sat, 21 Nov 2026 12:05:00 GMT"),
      HeaderField(name: "Date", value: "Saturday, 21-Nov-26 12:00:00 GMT"), HeaderField(name: "ETag", value: "W/\"a\""),
      HeaderField(name: "Last-Modified", value: "Sat Nov 21 11:05:00 2026"),
    ]
    let started = LocalTime(secondsSince1970: Self.now, offset: 3600)
    let response = TransferResponse(
      url: "https://weather.example/a", status: 200, headers: headers, body: Array("{\"a\": 1}".utf8), started: started,
      redirects: [Redirect(url: "https://weather.example/", status: 302, headers: headers)])
    let answer = StoredResponse(response: response, received: Self.now, userAgent: "weatherterm/1.0.0")
    let content = Self.bytes { $0.add(answer) }
    seeds = [
      [0] + CacheEntry.bytes(for: CacheKey(note: "a key")) { $0.add(answer) }, [1] + content,
      [2] + Self.bytes { $0.add(StoredNote(sources: [answer], content: [1, 2, 3])) },
      [3]
        + Self.bytes { $0.add(StoredFailure(kind: .network(code: 28, text: "late"), moment: Self.now, timeout: 20)) },
      [3] + Self.bytes { $0.add(StoredFailure(kind: .answer(response), moment: Self.now, timeout: 20)) },
      [4] + headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n").utf8,
    ]
  }

  func take(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let bytes = Array(bytes[1...])
    var reader = RecordReader(bytes)
    var again = RecordWriter()
    switch kind % 5 {
    case 0:
      guard var (key, content) = CacheEntry.open(bytes), let answer = try? content.answer(), content.isAtEnd else {
        return
      }
      if CacheEntry.bytes(for: CacheKey(note: key), { $0.add(answer) }) != bytes {
        broken("a file is not what was written")
      }
      return
    case 1:
      guard let answer = try? reader.answer() else { return }
      again.add(answer)
      look(answer)
    case 2:
      guard let note = try? reader.note() else { return }
      again.add(note)
      note.sources.forEach(look)
    case 3:
      guard let failure = try? reader.failure() else { return }
      again.add(failure)
      _ = failure.counts(now: Self.now, timeout: 10, context: 0)
    default: return header(bytes)
    }
    if reader.isAtEnd, again.bytes != bytes { broken("what was read is not what was written") }
  }

  /// Evaluates everything that is evaluated before an answer is used.
  private func look(_ answer: StoredResponse) {
    for condition in answer.conditions { Forms.look(condition, "a condition") }
    _ = Freshness(of: answer, now: Self.now).isFresh(CachePolicy(defaultLifetime: 300))
    _ = answer.response.mayBeStored
    _ = answer.confirmed(by: answer.response, received: Self.now)
    _ = CachedAnswer(answer.response, defaultLifetime: 300)
  }

  /// Reads header fields.
  private func header(_ bytes: [UInt8]) {
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      return HeaderField(name: parts.first ?? "", value: parts.dropFirst().first ?? "")
    }
    for field in fields {
      _ = LibCurl.date(field.value)
      if let time = LocalTime(field.value), LocalTime(time.description) != time { broken("\(time) is another time") }
    }
    let started = LocalTime(secondsSince1970: Self.now, offset: 0)
    look(
      StoredResponse(
        response: TransferResponse(
          url: "https://weather.example/", status: 200, headers: fields, body: [], started: started),
        received: Self.now, userAgent: ""))
  }

  private static func bytes(_ write: (inout RecordWriter) -> Void) -> [UInt8] {
    var record = RecordWriter()
    write(&record)
    return record.bytes
  }
}
