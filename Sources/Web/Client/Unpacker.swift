internal import CLibCurl
internal import Foundation

/// Decodes a recorded body that still has its content coding (`Content-Encoding`).
///
/// libcurl decodes whatever it was built with (gzip, deflate, br, zstd), but only what a server sends: the body is sent
/// to it as a response over a local socket.
enum Unpacker {
  enum Outcome: Equatable {
    case unpacked([UInt8])
    case tooLarge
    /// libcurl's message.
    case failed(String)
  }

  /// The content codings in the order of their application; empty if there are none.
  static func codings(_ headers: [HeaderField]) -> [String] {
    headers.filter { $0.isNamed("content-encoding") }.flatMap { $0.value.lowercased().split(separator: ",") }
      .map { $0.filter { $0 != " " && $0 != "\t" } }.filter { !$0.isEmpty && $0 != "identity" }
  }

  /// True if bytes are still encoded with a coding: browsers keep the header of a body that they have decoded. Nil if
  /// only trying can tell.
  static func isPacked(_ bytes: [UInt8], with coding: String) -> Bool? {
    switch coding {
    case "gzip", "x-gzip": return bytes.starts(with: [0x1F, 0x8B])
    case "zstd": return bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    default:
      // Except for very short ones, no encoded body is valid UTF-8 by chance.
      if bytes.isEmpty { return false }
      let isText = !bytes.contains { $0 < 0x09 } && (try? UTF8Span(validating: bytes.span)) != nil
      return isText ? false : nil
    }
  }

  /// True if a gzip body is truncated, which libcurl does not report: a complete one ends with the checksum and the
  /// uncompressed size (RFC 1952, section 2.3.1).
  static func isCutOff(_ bytes: [UInt8], codings: [String], unpacked size: Int) -> Bool {
    guard codings == ["gzip"] || codings == ["x-gzip"] else { return false }
    let head = 10
    let checksum = 4
    let end = unsafe withUnsafeBytes(of: UInt32(truncatingIfNeeded: size).littleEndian) { unsafe Data($0) }
    return Data(bytes.dropFirst(head + checksum)).range(of: end, options: .backwards) == nil
  }

  /// True if bytes may be text in some encoding, rather than compressed data.
  static func mayBeText(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || !bytes.prefix(4096).contains { $0 < 0x09 || (0x0E..<0x1B).contains($0) }
  }

  private final class Body {
    var bytes: [UInt8] = []
    var isTooLarge = false
  }

  /// Decodes a body up to a size limit; `codings` are in the order of their application.
  static func unpack(_ bytes: [UInt8], codings: [String], limit: Int) -> Outcome {
    let head =
      "HTTP/1.1 200 OK\r\nContent-Length: \(bytes.count)\r\nContent-Encoding: \(codings.joined(separator: ", "))\r\n"
      + "Connection: close\r\n\r\n"
    let name = "weatherterm-\(getpid())-\(UInt64.random(in: .min ... .max))"
    let listener = unsafe curl_listen_locally(name)
    guard listener >= 0 else { return .failed(TransferText.noSocket) }
    defer { close(listener) }
    do throws(CurlError) {
      return try receive(Array(head.utf8) + bytes, at: name, listener, limit: limit)
    } catch {
      return .failed(error.text)
    }
  }

  /// Sends the response to libcurl, which requests it from the listener.
  private static func receive(
    _ response: [UInt8], at name: String, _ listener: Int32, limit: Int
  ) throws(CurlError) -> Outcome {
    let multi = try MultiHandle()
    let easy = try EasyHandle()
    let body = Body()
    try easy.set(CURLOPT_URL, "http://localhost/")
    try easy.set(CURLOPT_ABSTRACT_UNIX_SOCKET, name)
    try easy.set(CURLOPT_PROXY, "")
    try easy.set(CURLOPT_ACCEPT_ENCODING, "")
    try easy.set(CURLOPT_NOSIGNAL, 1)
    try easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    unsafe easy.onBody = { bytes in
      body.isTooLarge = body.bytes.count + bytes.count > limit
      if !body.isTooLarge { unsafe body.bytes.append(contentsOf: bytes) }
      return !body.isTooLarge
    }
    try multi.add(easy)
    defer { multi.remove(easy) }
    var rest = response[...]
    var connection: Int32 = -1
    defer { if connection >= 0 { close(connection) } }
    while try multi.perform() > 0 {
      if connection < 0 { connection = accept(listener) }
      if connection >= 0, !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes {
          unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count > 0 { rest = rest.dropFirst(count) }
        // libcurl has closed the connection, and reports why.
        if count < 0, errno != EAGAIN, errno != EINTR { rest = [] }
      }
      // After sending everything, only wait for libcurl.
      let socket = rest.isEmpty ? -1 : connection < 0 ? listener : connection
      try multi.wait(1000, socket: socket, events: connection < 0 ? CURL_WAIT_POLLIN : CURL_WAIT_POLLOUT)
    }
    if body.isTooLarge { return .tooLarge }
    guard let (_, code) = multi.nextDone() else { return .failed(TransferText.noReason) }
    return code == CURLE_OK ? .unpacked(body.bytes) : .failed(LibCurl.text(of: code))
  }

  /// Accepts a connection; -1 if there is none yet.
  private static func accept(_ listener: Int32) -> Int32 {
    let connection = Foundation.accept(listener, nil, nil)
    guard connection >= 0 else { return -1 }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    _ = fcntl(connection, F_SETFL, O_NONBLOCK)
    return connection
  }
}
