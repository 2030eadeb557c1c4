import Basics
import Web

@testable import struct Web.StoredResponse

/// A kept answer made by hand: asked and received at `Sample.time` unless said otherwise.
enum Sample {
  /// Sun, 06 Nov 1994 08:49:37 GMT.
  static let time = 784_111_777
  static let date = "Date: Sun, 06 Nov 1994 08:49:37 GMT"

  static func answer(
    _ headers: String..., status: Int = 200, started: Int = time, received: Int = time, redirects: [Redirect] = [],
    body: String = "body"
  ) -> StoredResponse {
    StoredResponse(
      response: TransferResponse(
        url: "https://a.example/", status: status, headers: fields(headers), body: Array(body.utf8),
        started: LocalTime(secondsSince1970: started, offset: 3600), redirects: redirects),
      received: received, userAgent: "weatherterm/test")
  }

  static func fields(_ lines: [String]) -> [HeaderField] {
    lines.map { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return HeaderField(name: String(parts[0]), value: String(parts[1].drop { $0 == " " }))
    }
  }
}
