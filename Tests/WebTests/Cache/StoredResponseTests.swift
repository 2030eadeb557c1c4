import Basics
import Testing

@testable import Web

struct StoredResponseTests {
  @Test(
    arguments: [
      (200, [], true), (203, [], true), (200, ["Cache-Control: no-store"], false), (204, [], false), (206, [], false),
      (304, [], false), (404, [], false), (404, ["Cache-Control: max-age=60"], true), (500, [], false),
      (200, ["Cache-Control: private"], true),
    ] as [(Int, [String], Bool)])
  func whatMayBeKept(status: Int, lines: [String], expected: Bool) {
    var answer = Sample.answer(status: status)
    answer.response.headers = Sample.fields(lines)
    #expect(answer.response.mayBeStored == expected)
    let redirect = Redirect(url: "https://a.example/", status: 302, headers: Sample.fields(["Cache-Control: no-store"]))
    answer.response.redirects = [redirect]
    #expect(!answer.response.mayBeStored)
  }

  @Test func theConditionsAreTheVeryValuesThatTheSiteGave() {
    let answer = Sample.answer("etag: W/\"a b\"", "Last-Modified: Sun,  6 Nov 1994 08:49:37 GMT")
    #expect(answer.conditions == ["If-None-Match: W/\"a b\"", "If-Modified-Since: Sun,  6 Nov 1994 08:49:37 GMT"])
    #expect(Sample.answer("ETag: \"a\rX: y\"").conditions == [])
    #expect(Sample.answer("ETag: \"\u{98}\u{F0}\"").conditions == [])
    let redirect = Redirect(url: "https://a.example/", status: 302, headers: [])
    #expect(Sample.answer("ETag: \"a\"", redirects: [redirect]).conditions == [])
  }

  @Test func aConfirmationBringsTheHeaderUpToDate() throws {
    let old = Sample.answer(
      Sample.date, "ETag: \"a\"", "Age: 50", "Expires: Sun, 06 Nov 1994 08:50:37 GMT", "Content-Type: text/html")
    var answer = Sample.answer(
      "etag: W/\"a\"", "expires: Sun, 06 Nov 1994 09:50:37 GMT", "Content-Length: 0", "Content-Type: text/plain",
      status: 304, started: Sample.time + 100, body: ""
    )
    .response
    let kept = try #require(old.confirmed(by: answer, received: Sample.time + 101))
    #expect(kept.response.body == old.response.body)
    #expect(kept.response.status == 200)
    #expect(kept.received == Sample.time + 101)
    #expect(kept.response.started.secondsSince1970 == Sample.time + 100)
    #expect(
      kept.response.headers
        == Sample.fields([
          "Content-Type: text/html", "etag: W/\"a\"", "expires: Sun, 06 Nov 1994 09:50:37 GMT",
        ]))
    answer.headers = Sample.fields(["ETag: \"b\""])
    #expect(old.confirmed(by: answer, received: Sample.time) == nil)
    answer.headers = []
    #expect(old.confirmed(by: answer, received: Sample.time) != nil)
    answer.redirects = [Redirect(url: "https://a.example/", status: 302, headers: [])]
    #expect(old.confirmed(by: answer, received: Sample.time) == nil)
  }

  @Test func anAnswerIsWrittenAndReadBack() throws {
    let redirect = Redirect(url: "https://a.example/", status: 302, headers: Sample.fields(["Location: /b"]))
    let answer = Sample.answer("X: å", "Y: ", redirects: [redirect], body: "\u{0}\n")
    var record = RecordWriter()
    record.add(answer)
    var reader = RecordReader(record.bytes)
    #expect(try reader.answer() == answer)
    #expect(reader.isAtEnd)
    for count in 0..<record.bytes.count {
      var reader = RecordReader(Array(record.bytes.prefix(count)))
      #expect(throws: RecordReader.Damage.self) { try reader.answer() }
    }
  }

  @Test(arguments: [
    StoredFailure.Kind.network(code: 28, text: "slow"), .answer(Sample.answer("Retry-After: 3", status: 503).response),
  ])
  func aFailureIsWrittenAndReadBack(kind: StoredFailure.Kind) throws {
    let failure = StoredFailure(kind: kind, moment: Sample.time, timeout: 2000)
    var record = RecordWriter()
    record.add(failure)
    var reader = RecordReader(record.bytes)
    #expect(try reader.failure() == failure)
  }

  @Test func aFailureCountsForAMinute() {
    let slow = StoredFailure(kind: .network(code: 28, text: "slow"), moment: Sample.time, timeout: 2000)
    #expect(slow.counts(now: Sample.time + 59, timeout: 2000, context: 0))
    #expect(!slow.counts(now: Sample.time + 60, timeout: 2000, context: 0))
    #expect(!slow.counts(now: Sample.time - 3600, timeout: 2000, context: 0))
    // Who waits longer may get an answer; a name that is not known does not become known by waiting.
    #expect(!slow.counts(now: Sample.time, timeout: 20_000, context: 0))
    let unknown = StoredFailure(kind: .network(code: 6, text: "no name"), moment: Sample.time, timeout: 2000)
    #expect(unknown.counts(now: Sample.time, timeout: 20_000, context: 0))
  }

  @Test(arguments: [(nil, 60), ("30", 60), ("600", 600), ("99999", 3600), ("soon", 60)] as [(String?, Int)])
  func aRefusalCountsForAsLongAsTheSiteAsks(text: String?, seconds: Int) {
    let response = Sample.answer(text.map { "Retry-After: \($0)" } ?? "X-Other: 1", status: 429).response
    let busy = StoredFailure(kind: .answer(response), moment: Sample.time, timeout: 2000)
    #expect(busy.counts(now: Sample.time + seconds - 1, timeout: 2000, context: 0))
    #expect(!busy.counts(now: Sample.time + seconds, timeout: 2000, context: 0))
  }

  @Test(arguments: [.max, .min, -1, 1 << 50]) func aFailureThatNobodyCouldHaveKeptIsNone(timeout: Int) {
    var record = RecordWriter()
    record.add(StoredFailure(kind: .network(code: 28, text: "late"), moment: 1_795_000_000, timeout: timeout))
    var reader = RecordReader(record.bytes)
    #expect(throws: RecordReader.Damage.self) { try reader.failure() }
  }
}
