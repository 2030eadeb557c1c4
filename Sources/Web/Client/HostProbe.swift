internal import Basics
internal import CLibCurl
internal import Foundation

/// The result of one HEAD request to a host, with the time that each step took.
public struct HostProbe: Hashable, Sendable {
  /// Seconds from the start to the end of each step; nil if it was not reached or not needed.
  public struct Times: Hashable, Sendable {
    /// The name lookup.
    public var name: Double?
    /// The connection, to the proxy if there is one.
    public var connection: Double?
    /// The TLS handshake.
    public var tls: Double?
    /// The first byte of the response.
    public var answer: Double?
  }

  /// The address that was asked.
  public var url: String
  /// The times.
  public var times = Times()
  /// The answer's status; nil where there is none.
  public var status: Int?
  /// The host's `Date`, in seconds since 1970-01-01T00:00:00Z.
  public var date: Int?
  /// libcurl's error message; nil on success.
  public var failure: String?

  /// Sends the request, without following redirects and without retrying.
  ///
  /// - Parameter limit: the timeout.
  public static func of(_ url: String, _ options: TransferOptions, within limit: Duration) async -> HostProbe {
    await withCheckedContinuation { continuation in
      // The transfer blocks its thread, and the tasks' thread pool is small.
      Thread.detachNewThread { continuation.resume(returning: Self.asked(url, options, limit)) }
    }
  }

  private static func asked(_ url: String, _ options: TransferOptions, _ limit: Duration) -> HostProbe {
    var probe = HostProbe(url: url)
    do {
      let certificates = try options.caFile.map { try CertificateBundle(besideSystem: $0) }
      let easy = try EasyHandle()
      try easy.setProtocols()
      for (option, number) in [
        (CURLOPT_NOBODY, 1), (CURLOPT_NOSIGNAL, 1), (CURLOPT_TIMEOUT_MS, limit.milliseconds),
        (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)),
      ] { try easy.set(option, number) }
      try easy.set(CURLOPT_URL, url)
      try easy.set(CURLOPT_USERAGENT, options.userAgent)
      if let certificates { try certificates.use(for: easy) } else { try options.certificates.use(for: easy) }
      let date = Locked<Int?>(nil)
      unsafe easy.onHeader = { line in
        if let field = unsafe HeaderField(line: String(decoding: line, as: UTF8.self)), field.isNamed("date") {
          date.withLock { $0 = LibCurl.date(field.value) }
        }
        return true
      }
      let code = unsafe curl_easy_perform(easy.handle)
      withExtendedLifetime(certificates) {}
      probe.times = Times(
        name: easy.seconds(CURLINFO_NAMELOOKUP_TIME_T), connection: easy.seconds(CURLINFO_CONNECT_TIME_T),
        tls: easy.seconds(CURLINFO_APPCONNECT_TIME_T), answer: easy.seconds(CURLINFO_STARTTRANSFER_TIME_T))
      let status = easy.number(CURLINFO_RESPONSE_CODE)
      probe.status = status == 0 ? nil : status
      probe.date = date.value
      if code != CURLE_OK { probe.failure = UserInfo.removed(from: easy.text(of: code)) }
    } catch {
      probe.failure = (error as? CurlError)?.text ?? "\(error)"
    }
    return probe
  }
}

extension EasyHandle {
  /// A time of the transfer in seconds; nil if the step was not reached.
  fileprivate func seconds(_ info: CURLINFO) -> Double? {
    var microseconds: curl_off_t = 0
    unsafe curl_easy_get_offset(handle, info, &microseconds)
    return microseconds > 0 ? Double(microseconds) / 1_000_000 : nil
  }
}
