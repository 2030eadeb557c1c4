public import Basics

/// A server's answer, live or from a recording.
public struct TransferResponse: Hashable, Sendable {
  /// The final address, after redirects.
  public var url: String
  /// The HTTP status; for ftp 200, 404 for a missing file, and 403 for one that may not be read.
  public var status: Int
  /// The header of the final response.
  public var headers: [HeaderField]
  /// The body after content decoding.
  public var body: [UInt8]
  /// When the request started; under replay, the recorded time.
  public var started: LocalTime
  /// The redirects in order.
  public var redirects: [Redirect] = []
  /// True if the body is UTF-8 text whatever the header or document declare, as text bodies in a HAR are.
  public var isText = false

  /// The Content-Type; nil if there is none.
  public var contentType: String? { headers.value(of: "content-type") }

  /// The `Retry-After` delay in seconds from ``started`` (RFC 9110, section 10.2.3); nil if there is none.
  public var retryAfter: Int? {
    guard let text = headers.value(of: "retry-after") else { return nil }
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int(text) ?? .max }
    return LibCurl.date(text).map { max(0, $0 - started.secondsSince1970) }
  }
}

/// A redirect that led to a response.
public struct Redirect: Hashable, Sendable {
  /// The redirecting address.
  public var url: String
  /// 301, 302, 303, 307 or 308.
  public var status: Int
  /// The header fields.
  public var headers: [HeaderField]
}
