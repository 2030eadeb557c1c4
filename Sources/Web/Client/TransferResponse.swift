public import Basics

/// What a server answered, live or from a recording.
public struct TransferResponse: Hashable, Sendable {
  /// The address that answered in the end, after redirects.
  public var url: String
  /// The status; for ftp, which has none, 200, or 404 where the file is not there and 403 where it may not be read.
  public var status: Int
  /// The header of the last answer.
  public var headers: [HeaderField]
  /// The body, unpacked.
  public var body: [UInt8]
  /// When the request began; under replay the recorded time.
  public var started: LocalTime
  /// The redirects before the answer, in order.
  public var redirects: [Redirect] = []
  /// Whether the body is text in UTF-8 whatever the header or the document say, as a recording holds it.
  public var isText = false

  /// The header's Content-Type; nil where it has none.
  public var contentType: String? { headers.value(of: "content-type") }

  /// How long to wait before the next request (`Retry-After`; RFC 9110, section 10.2.3), in seconds from ``started`` on;
  /// nil where it does not say so.
  public var retryAfter: Int? {
    guard let text = headers.value(of: "retry-after") else { return nil }
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int(text) ?? .max }
    return LibCurl.date(text).map { max(0, $0 - started.secondsSince1970) }
  }
}

/// A redirect on the way to a response.
public struct Redirect: Hashable, Sendable {
  /// The address that redirects.
  public var url: String
  /// 301, 302, 303, 307 or 308.
  public var status: Int
  /// The header.
  public var headers: [HeaderField]
}
