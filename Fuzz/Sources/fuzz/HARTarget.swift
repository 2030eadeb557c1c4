import Foundation
import Trials

@testable import App
@testable import Web

/// Fuzzes recordings: HAR files and saved pages.
struct HARTarget: FuzzTarget {
  let name = "har"
  let seeds: [[UInt8]]
  private let folder: String

  /// A file outside of the recording's folder, which must never be read.
  private static let secret = "what no recording may name"

  /// Seeds are the fixtures' recordings; the inputs are written to a folder in memory.
  init(fixtures: String) {
    let walker = FileManager.default.enumerator(atPath: fixtures)
    let files = (walker?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".har") }.sorted()
    seeds = files.compactMap { FileManager.default.contents(atPath: "\(fixtures)/\($0)").map { [UInt8]($0) } }
    folder = "/dev/shm/weatherterm-fuzz-\(getpid())"
    let inner = "\(folder)/inner"
    guard (try? FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)) != nil,
      FileManager.default.createFile(atPath: "\(folder)/secret", contents: Data(Self.secret.utf8)),
      FileManager.default.createFile(atPath: "\(inner)/1.html", contents: Data("<html>1</html>".utf8)),
      FileManager.default.createFile(atPath: "\(inner)/1.json", contents: Data("{}".utf8)),
      symlink("../secret", "\(inner)/link") == 0
    else { broken("\(folder) cannot be made") }
    atexit { try? FileManager.default.removeItem(atPath: "/dev/shm/weatherterm-fuzz-\(getpid())") }
  }

  func take(_ bytes: [UInt8]) {
    let path = "\(folder)/inner/session.har"
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { broken("\(path)") }
    let recording: Recording
    do { recording = try Recording(path: path) } catch {
      Forms.look(Failure(error).message, "the error")
      return
    }
    let session = ReplaySession(recording)
    _ = session.clock(hosts: ["weather.com"])
    guard case .entries(let entries) = recording.content else {
      guard let page = try? session.response(to: TransferRequest(url: "https://weather.com/")), page.body == bytes
      else {
        broken("a saved page is not what answers")
      }
      return
    }
    for entry in entries.prefix(20) {
      guard let response = try? session.response(to: TransferRequest(url: entry.url)) else { continue }
      if response.body.starts(with: Self.secret.utf8) { broken("a recording reads what lies elsewhere") }
      if response.status < 200 { broken("an aborted entry answers") }
    }
    for url in ["https://weather.com/", "https://weather.com/x?lat=1&lon=2", "http://[::1]:80/%zz"] {
      _ = try? session.response(to: TransferRequest(url: url))
    }
  }
}
