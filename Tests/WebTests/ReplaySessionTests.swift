import Basics
import Foundation
import Support
import Testing

@testable import Web

@Suite struct ReplaySessionTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func session(_ entries: String...) throws -> ReplaySession {
    let text = #"{"log": {"entries": [\#(entries.joined(separator: ","))]}}"#
    return ReplaySession(try Recording(path: try folder.write("session.har", text.utf8)))
  }

  private func text(_ session: ReplaySession, _ url: String) throws(TransferError) -> String {
    String(decoding: try session.response(to: TransferRequest(url: url)).body, as: UTF8.self)
  }

  private func failure(_ session: ReplaySession, _ url: String) -> TransferError? {
    do {
      _ = try session.response(to: TransferRequest(url: url))
      return nil
    } catch { return error }
  }

  @Test func anAnswerIsWhatWasRecorded() throws {
    let session = try session(
      entry("https://weather.com/x", status: 404, headers: #"[{"name": "content-TYPE", "value": "text/html"}]"#))
    let response = try session.response(to: TransferRequest(url: "https://weather.com/x"))
    #expect(response.status == 404)
    #expect(response.url == "https://weather.com/x")
    #expect(response.headers == [HeaderField(name: "content-TYPE", value: "text/html")])
    #expect(response.started.description == "2021-04-25T11:47:00+02:00")
    #expect(response.redirects.isEmpty)
  }

  @Test(arguments: [
    "https://weather.com/l/SWXX2372:1:SW?a=b c#top", "HTTPS://Weather.COM:443/l/SWXX2372%3A1%3aSW?a=b%20c",
    "https://weather.com/%6C/SWXX2372:1:SW?a=b%20c#other",
  ])
  func oneAddressIsWrittenInManyWays(url: String) throws {
    let session = try session(
      entry("https://weather.com/l/SWXX2372:1:SW?a=b+c", text: "another"),
      entry("https://weather.com/l/SWXX2372%3A1:SW?a=b%20c#x", text: "it"))
    #expect(try text(session, url) == "it")
  }

  @Test(arguments: ["https://weather.com", "https://weather.com/", "https://weather.com:443#x"])
  func noPathIsTheRoot(url: String) throws {
    #expect(try text(session(entry("https://weather.com/", text: "root")), url) == "root")
  }

  @Test func theSameAddressAnswersInOrder() throws {
    let session = try session(
      entry("https://h/a", text: "1"), entry("https://h/b", text: "other"), entry("https://h/a#f", text: "2"),
      entry("https://h/%61", text: "3"))
    #expect(try (0..<5).map { _ in try text(session, "https://h/a") } == ["1", "2", "3", "3", "3"])
  }

  @Test func theNearestQueryAnswers() throws {
    let session = try session(
      entry("https://h/a?units=m&days=5&t=1", text: "near"), entry("https://h/a?units=e&days=10&t=1", text: "far"),
      entry("https://h/b?units=m&days=5&t=2", text: "another path"),
      entry("https://i/a?units=m&days=5&t=2", text: "another host"))
    #expect(try text(session, "https://h/a?t=2&days=5&units=m") == "near")
    #expect(try text(session, "http://h/a?units=e&x=y") == "far")
  }

  @Test func aPairThatStandsTwiceCountsTwice() throws {
    let session = try session(
      entry("https://h/a?x=1&x=1&z=0", text: "twice"), entry("https://h/a?x=1&y=2&w=0", text: "once"))
    #expect(try text(session, "https://h/a?x=1&x=1") == "twice")
  }

  @Test(arguments: [
    ("lat=59.3&lon=18.1&u=m", "lat=59.4&lon=18.1&u=m"), ("q=Stockholm&u=m", "q=Oslo&u=m"), ("u=m", "station=7&u=m"),
    ("Geocode=1,2&u=m", "geocode=1,3&u=m"), ("placeId=a", "placeId=b"), ("zip=02134", "zip=2134"),
    ("id=1&u=m", "u=m"),
  ])
  func anotherPlaceNeverAnswers(recorded: String, asked: String) throws {
    let session = try session(entry("https://h/a?\(recorded)"))
    #expect(
      failure(session, "https://h/a?\(asked)")
        == .noAnswer(url: "https://h/a?\(asked)", has: ["https://h/a?\(recorded)"]))
  }

  @Test(arguments: ["LAT=59.30&lon=18.1&t=2", "lon=18.10&lat=59.3"]) func theSamePlaceAnswers(asked: String) throws {
    #expect(try text(session(entry("https://h/a?lat=59.3&lon=18.1&t=1", text: "it")), "https://h/a?\(asked)") == "it")
  }

  @Test func aTieIsAnError() throws {
    let session = try session(entry("https://h/a?u=m&t=1"), entry("https://h/a?u=m&t=2"))
    let error = failure(session, "https://h/a?u=m&t=3")
    guard case .ambiguous("https://h/a?u=m&t=3", let candidates) = error else {
      Issue.record("\(String(describing: error))"); return
    }
    #expect(candidates == ["https://h/a?u=m&t=1", "https://h/a?u=m&t=2"])
    #expect(error?.hints == candidates)
    #expect(error?.category == .recordingInput)
  }

  @Test func oneAddressRecordedTwiceIsNoTie() throws {
    let session = try session(entry("https://h/a?t=1", text: "1"), entry("https://h/a?t=1", text: "2"))
    #expect(try (0..<3).map { _ in try text(session, "https://h/a?t=9") } == ["1", "2", "2"])
  }

  @Test func noAnswerListsWhatThereIs() throws {
    let session = try session(entry("https://h/a"), entry("https://i/b"), entry("https://h/c"), entry("https://h/a"))
    let error = failure(session, "https://H/d")
    #expect(error == .noAnswer(url: "https://H/d", has: ["https://h/a", "https://h/c"]))
    #expect(error?.hints == ["https://h/a", "https://h/c"])
    #expect(failure(session, "https://nowhere/") == .noAnswer(url: "https://nowhere/", has: []))
  }

  @Test(arguments: [
    #"{"status": 302, "headers": [{"name": "location", "value": "../b?x= 1"}], "content": {}}"#,
    #"{"status": 307, "redirectURL": "https://h/b?x=%201"}"#,
  ])
  func redirectsAreFollowed(response: String) throws {
    let redirect =
      #"{"startedDateTime": "2020-01-01T00:00:00Z", "request": {"method": "GET", "url": "http://h/l/a"}, "response": \#(response)}"#
    let session = try session(
      entry("https://h/b?x=%201", text: "there"), entry("http://h/b?x=%201", text: "there"), redirect)
    let answer = try session.response(to: TransferRequest(url: "http://h/l/a"))
    #expect(String(decoding: answer.body, as: UTF8.self) == "there")
    #expect(answer.url.hasSuffix("//h/b?x=%201"))
    #expect(answer.redirects.map(\.url) == ["http://h/l/a"])
    // The clock is that of the entry that answered the request, the redirect.
    #expect(answer.started.description == "2020-01-01T00:00:00+00:00")
  }

  @Test func redirectsInACircleEnd() throws {
    let session = try session(
      entry("https://h/a", status: 301, content: "{}", redirect: "/b"),
      entry("https://h/b", status: 301, content: "{}", redirect: "/a"))
    let error = failure(session, "https://h/a")
    #expect(error == .tooManyRedirects(url: "https://h/a", limit: 10))
    #expect(error?.category == .refused)
  }

  @Test func redirectsLeadNowhereElse() throws {
    let session = try session(
      entry("https://h/a", status: 302, content: "{}", redirect: "file:///etc/passwd"),
      entry("https://h/b", status: 302, content: "{}", redirect: "/gone"))
    #expect(failure(session, "https://h/a") == .forbiddenRedirect(url: "https://h/a", to: "file:///etc/passwd"))
    #expect(failure(session, "https://h/b") == .noAnswer(url: "https://h/gone", has: ["https://h/a", "https://h/b"]))
  }

  @Test func theClockIsTheFirstEntryOfTheSite() throws {
    let session = try session(
      entry("https://ads.example/x", text: "x", started: "2021-04-25T11:00:00+02:00"),
      entry("https://weather.com/aborted", status: 0, started: "2021-04-25T11:01:00+02:00"),
      entry("https://weather.com/a", text: "x", started: "2021-04-25T11:02:00.5+02:00"),
      entry("https://weather.com/b", text: "x", started: "2021-04-25T11:03:00+02:00"))
    #expect(session.clock(hosts: ["Weather.com"])?.description == "2021-04-25T11:02:00+02:00")
    #expect(session.clock(hosts: ["elsewhere.example"])?.description == "2021-04-25T11:00:00+02:00")
    #expect(try self.session().clock(hosts: []) == nil)
  }

  @Test func aSavedPageAnswersWhateverIsAskedFirst() throws {
    let path = try folder.write("page.html", "\u{FEFF}<html>it".utf8)
    let time = Date(timeIntervalSince1970: 1_600_000_000)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    let session = ReplaySession(try Recording(path: path))
    #expect(session.clock(hosts: ["h"])?.secondsSince1970 == 1_600_000_000)
    #expect(session.clock(hosts: ["h"])?.offset == TimeZone.current.secondsFromGMT(for: time))
    let answer = try session.response(to: TransferRequest(url: "https://h/a?b=c"))
    #expect(answer.url == "https://h/a?b=c")
    #expect(answer.status == 200)
    #expect(answer.body == Array("\u{FEFF}<html>it".utf8))
    #expect(try text(session, "https://H/a?b=%63#f") == "\u{FEFF}<html>it")
    #expect(failure(session, "https://h/other") == .noAnswer(url: "https://h/other", has: ["https://h/a?b=c"]))
  }
}
