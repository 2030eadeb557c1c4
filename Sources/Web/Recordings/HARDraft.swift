internal import Basics
internal import Foundation

/// A HAR 1.2 file to be written, with all mandatory keys and without secrets, because recordings are shared. Request
/// header fields are left out, as they may contain API keys.
struct HARDraft {
  /// The creator's name, by which the program recognizes its own recordings.
  static let creator = "weatherterm"

  /// A request with its response, or with the reason why there is none.
  struct Entry: Sendable {
    var url: String
    var status: Int
    var headers: [HeaderField] = []
    var redirectURL = ""
    /// The body's number, from which its file name is chosen when the recording is complete, and its size.
    var body: (number: Int, size: Int)?
    var comment: String?
  }

  /// The run's clock, recorded in every entry.
  let clock: LocalTime
  let entries: [Entry]
  /// The names of the body files.
  let names: [String]

  /// The file's contents, formatted for reading.
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

  /// A response with its body in a numbered file.
  static func answer(_ response: TransferResponse, body: Int) -> Self {
    var headers = response.headers
    // The file is UTF-8, but would be decoded as the header or the document declares.
    if response.isText, response.body.contains(where: { $0 >= 0x80 }) {
      let type = (response.contentType ?? "text/plain").prefix { $0 != ";" }
      headers.removeAll { $0.isNamed("content-type") }
      headers.append(HeaderField(name: "Content-Type", value: "\(type); charset=utf-8"))
    }
    // The body is already decoded.
    headers.removeAll { $0.isNamed("content-encoding") }
    return Self(url: response.url, status: response.status, headers: headers, body: (body, response.body.count))
  }

  /// A request without response: status 0, as browsers write it.
  static func failure(_ request: TransferRequest, _ error: TransferError) -> Self {
    Self(url: request.url, status: 0, comment: error.description)
  }
}
