internal import CLibCurl
internal import Foundation

/// Unpacks a body that was recorded as it came over the network (`Content-Encoding`).
///
/// libcurl unpacks whatever it was built for, gzip, deflate, br or zstd, but only what a server sends: the body is sent to
/// it through a local socket, as if it were an answer. That is no network, and needs no library that is not there already.
@safe final class Unpacker {
  /// What became of a body.
  enum Outcome: Equatable {
    /// The body, unpacked.
    case unpacked([UInt8])
    /// It is larger than it may be.
    case tooLarge
    /// It cannot be unpacked; libcurl's text.
    case failed(String)
  }

  /// The codings that a header names, in the order in which they were applied; none for a body that is not packed.
  static func codings(_ headers: [HeaderField]) -> [String] {
    headers.filter { $0.isNamed("content-encoding") }.flatMap { $0.value.lowercased().split(separator: ",") }
      .map { $0.filter { $0 != " " && $0 != "\t" } }.filter { !$0.isEmpty && $0 != "identity" }
  }

  /// Whether bytes are still packed with a coding. Browsers keep the header of a body that they have unpacked. Nil where
  /// only trying tells.
  static func isPacked(_ bytes: [UInt8], with coding: String) -> Bool? {
    switch coding {
    case "gzip", "x-gzip": return bytes.starts(with: [0x1F, 0x8B])
    case "zstd": return bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    default:
      // No packed body is valid UTF-8 by chance, but for the shortest.
      if bytes.isEmpty { return false }
      let isText = !bytes.contains { $0 < 0x09 } && (try? UTF8Span(validating: bytes.span)) != nil
      return isText ? false : nil
    }
  }

  /// Whether a body that was packed with gzip alone ends before its end, which libcurl does not tell: behind the packed
  /// bytes stand the checksum and the unpacked size (RFC 1952, section 2.3.1).
  static func isCutOff(_ bytes: [UInt8], codings: [String], unpacked size: Int) -> Bool {
    guard codings == ["gzip"] || codings == ["x-gzip"] else { return false }
    let head = 10
    let checksum = 4
    let end = unsafe withUnsafeBytes(of: UInt32(truncatingIfNeeded: size).littleEndian) { unsafe Data($0) }
    return Data(bytes.dropFirst(head + checksum)).range(of: end, options: .backwards) == nil
  }

  /// Whether bytes may be text of some encoding, and not what a packed body looks like.
  static func mayBeText(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || !bytes.prefix(4096).contains { $0 < 0x09 || (0x0E..<0x1B).contains($0) }
  }

  private let limit: Int
  private var body: [UInt8] = []
  private var isTooLarge = false

  private init(limit: Int) { self.limit = limit }

  /// Unpacks a body of at most so many bytes; `codings` are in the order in which they were applied.
  static func unpack(_ bytes: [UInt8], codings: [String], limit: Int) -> Outcome {
    let head =
      "HTTP/1.1 200 OK\r\nContent-Length: \(bytes.count)\r\nContent-Encoding: \(codings.joined(separator: ", "))\r\n"
      + "Connection: close\r\n\r\n"
    let name = "weatherterm-\(getpid())-\(UInt64.random(in: .min ... .max))"
    guard LibCurl.isReady else { return .failed("libcurl does not start") }
    let listener = unsafe curl_listen_locally(name)
    guard listener >= 0 else { return .failed("there is no local socket to be had") }
    defer { close(listener) }
    return Unpacker(limit: limit).receive(Array(head.utf8) + bytes, at: name, listener)
  }

  /// Sends the answer to libcurl, which asks for it at the listener's name.
  private func receive(_ answer: [UInt8], at name: String, _ listener: Int32) -> Outcome {
    guard let multi = unsafe curl_multi_init() else { return .failed("libcurl takes no more requests") }
    defer { unsafe curl_multi_cleanup(multi) }
    guard let handle = unsafe curl_easy_init() else { return .failed("libcurl takes no more requests") }
    defer { unsafe curl_easy_cleanup(handle) }
    unsafe configure(handle, name)
    unsafe curl_multi_add_handle(multi, handle)
    defer { unsafe curl_multi_remove_handle(multi, handle) }
    var rest = answer[...]
    var connection: Int32 = -1
    defer { if connection >= 0 { close(connection) } }
    while true {
      var running: Int32 = 0
      unsafe curl_multi_perform(multi, &running)
      if running == 0 { return unsafe outcome(multi) }
      if connection < 0 { connection = Self.accept(listener) }
      if connection >= 0, !rest.isEmpty {
        let flags = Int32(MSG_NOSIGNAL)
        let count = unsafe rest.withUnsafeBytes { unsafe send(connection, $0.baseAddress, $0.count, flags) }
        if count > 0 { rest = rest.dropFirst(count) }
        // libcurl has gone away, and says why.
        if count < 0, errno != EAGAIN, errno != EINTR { rest = [] }
      }
      var watched = curl_waitfd(
        fd: connection < 0 ? listener : connection,
        events: Int16(connection < 0 ? CURL_WAIT_POLLIN : CURL_WAIT_POLLOUT), revents: 0)
      // Nothing is waited for but libcurl's end once all is sent.
      unsafe curl_multi_poll(multi, &watched, rest.isEmpty ? 0 : 1, 1000, nil)
    }
  }

  /// The next connection to a listener; -1 where there is none yet.
  private static func accept(_ listener: Int32) -> Int32 {
    let connection = Foundation.accept(listener, nil, nil)
    guard connection >= 0 else { return -1 }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    _ = fcntl(connection, F_SETFL, O_NONBLOCK)
    return connection
  }

  private func configure(_ handle: UnsafeMutableRawPointer, _ name: String) {
    unsafe curl_easy_set_string(handle, CURLOPT_URL, "http://localhost/")
    unsafe curl_easy_set_string(handle, CURLOPT_ABSTRACT_UNIX_SOCKET, name)
    unsafe curl_easy_set_string(handle, CURLOPT_PROXY, "")
    unsafe curl_easy_set_string(handle, CURLOPT_ACCEPT_ENCODING, "")
    unsafe curl_easy_set_long(handle, CURLOPT_NOSIGNAL, 1)
    unsafe curl_easy_set_long(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    unsafe curl_easy_set_pointer(handle, CURLOPT_WRITEDATA, Unmanaged.passUnretained(self).toOpaque())
    unsafe curl_easy_set_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let context = unsafe context else { return 0 }
      let unpacker = unsafe Unmanaged<Unpacker>.fromOpaque(context).takeUnretainedValue()
      return unsafe unpacker.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
  }

  /// Takes a part of the body; ends the transfer (returns 0) where it is over the limit.
  private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard body.count + bytes.count <= limit else {
      isTooLarge = true
      return 0
    }
    unsafe body.append(contentsOf: bytes)
    return bytes.count
  }

  /// What came of it, when libcurl is done.
  private func outcome(_ multi: UnsafeMutableRawPointer) -> Outcome {
    if isTooLarge { return .tooLarge }
    var left: Int32 = 0
    guard let message = unsafe curl_multi_info_read(multi, &left) else { return .failed("libcurl does not say why") }
    let code = unsafe curl_message_result(message)
    return code == CURLE_OK ? .unpacked(body) : .failed(unsafe String(cString: curl_easy_strerror(code)))
  }
}
