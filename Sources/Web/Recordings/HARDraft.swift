internal import Basics
internal import Foundation

/// A HAR 1.2 file to be written: with every key that HAR demands, and without secrets, since recordings are passed on. The
/// request's own header fields are left out: they may hold keys.
struct HARDraft {
  /// The program's name, by which it knows its own recordings.
  static let creator = "weatherterm"

  /// A request and its response, or why there is none.
  struct Entry: Sendable {
    var url: String
    var status: Int
    var headers: [HeaderField] = []
    var redirectURL = ""
    /// The number of the body, whose file gets its name when the recording is complete, and its size.
    var body: (number: Int, size: Int)?
    var comment: String?
  }

  /// The run's clock, which every entry carries.
  let clock: LocalTime
  let entries: [Entry]
  /// The names of the bodies' files beside the HAR.
  let names: [String]

  /// The file, to be read by people, too.
  func json() throws -> [UInt8] {
    let log: [String: Any] = [
      "version": "1.2", "creator": ["name": Self.creator, "version": "1.0.0"], "entries": entries.map { json($0) },
    ]
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try JSONSerialization.data(withJSONObject: ["log": log], options: options)) + [UInt8(ascii: "\n")]
  }

  private func json(_ entry: Entry) -> [String: Any] {
    let nothing: [Any] = []
    let message: [String: Any] = [
      "httpVersion": "HTTP/1.1", "headers": nothing, "cookies": nothing, "headersSize": -1, "bodySize": -1,
    ]
    let request = ["method": "GET", "url": UserInfo.removed(from: entry.url), "queryString": nothing] as [String: Any]
    var content: [String: Any] = ["size": entry.body?.size ?? 0, "mimeType": ""]
    if let body = entry.body {
      content["mimeType"] = entry.headers.value(of: "content-type") ?? ""
      content["_file"] = names[body.number]
    }
    let response: [String: Any] = [
      "status": entry.status, "statusText": "", "content": content,
      "redirectURL": UserInfo.removed(from: entry.redirectURL),
      "headers": entry.headers.compactMap(\.withoutSecrets).map { ["name": $0.name, "value": $0.value] },
    ]
    var json: [String: Any] = [
      "startedDateTime": clock.description, "time": 0, "cache": [String: Any](),
      "timings": ["send": 0, "wait": 0, "receive": 0],
      "request": message.merging(request) { $1 }, "response": message.merging(response) { $1 },
    ]
    json["comment"] = entry.comment.map { UserInfo.removed(from: $0) }
    return json
  }
}

extension HARDraft.Entry {
  static func redirects(_ response: TransferResponse) -> [Self] {
    let targets = response.redirects.dropFirst().map(\.url) + [response.url]
    return zip(response.redirects, targets).map { redirect, target in
      Self(url: redirect.url, status: redirect.status, headers: redirect.headers, redirectURL: target)
    }
  }

  /// A response whose body is the file of this number.
  static func answer(_ response: TransferResponse, body: Int) -> Self {
    var headers = response.headers
    // The file is read as bytes, and would be decoded as the header, or the document itself, says.
    if response.isText, response.body.contains(where: { $0 >= 0x80 }) {
      let type = (response.contentType ?? "text/plain").prefix { $0 != ";" }
      headers.removeAll { $0.isNamed("content-type") }
      headers.append(HeaderField(name: "Content-Type", value: "\(type); charset=utf-8"))
    }
    // It is decoded already.
    headers.removeAll { $0.isNamed("content-encoding") }
    return Self(url: response.url, status: response.status, headers: headers, body: (body, response.body.count))
  }

  /// A request without a response: status 0, as browsers write it.
  static func failure(_ request: TransferRequest, _ error: TransferError) -> Self {
    Self(url: request.url, status: 0, comment: error.description)
  }
}
