internal import Basics
internal import CLibCurl
internal import Foundation

/// One transfer: an easy handle and the data received so far. Confined to the ``TransferThread``.
final class EasyTransfer {
  /// Maximum size in bytes of all headers of a transfer together.
  static let maxHeader = 256 << 10
  /// libcurl's own limit on a header line in bytes (DYN_HTTP limits).
  private static let maxHeaderLine = 100 << 10
  static let maxRedirects = 10

  /// Why a callback aborted the transfer; libcurl has only one code for it.
  private enum Refusal: Equatable {
    case body, header, localAddress
    case foreignRedirect(to: String)
  }

  let job: TransferJob
  let easy: EasyHandle
  private let options: TransferOptions
  private let certificates: CertificateBundle?
  /// The certificate folder in use; nil if certificates come from elsewhere.
  let folder: CertificateFolder?
  private let started = LocalTime.now()
  private let begin = ContinuousClock.now
  /// The headers of all responses so far; those before the last are redirects.
  private var heads: [Redirect] = []
  private var headerSize = 0
  private var body: [UInt8] = []
  private var refusal: Refusal?

  init(
    _ job: TransferJob, limit: Duration, options: TransferOptions, certificates: CertificateBundle?,
    folder: CertificateFolder?
  ) throws(CurlError) {
    self.job = job
    self.options = options
    self.certificates = certificates
    self.folder = folder
    easy = try EasyHandle()
    try configure(limit)
  }

  /// The key of the transfer on its thread.
  var key: Int { unsafe Int(bitPattern: easy.handle) }

  var took: Duration { ContinuousClock.now - begin }

  private func configure(_ limit: Duration) throws(CurlError) {
    try easy.setProtocols()
    for (option, number) in [
      (CURLOPT_FOLLOWLOCATION, 1), (CURLOPT_MAXREDIRS, Self.maxRedirects), (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)), (CURLOPT_TIMEOUT_MS, limit.milliseconds),
      (CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.milliseconds), (CURLOPT_NOSIGNAL, 1),
      (CURLOPT_BUFFERSIZE, 128 << 10),
    ] { try easy.set(option, number) }
    try easy.set(CURLOPT_URL, job.request.url)
    try easy.set(CURLOPT_ACCEPT_ENCODING, "")
    try easy.set(CURLOPT_USERAGENT, options.userAgent)
    try easy.set(CURLOPT_MAXFILESIZE_LARGE, size: max(1, options.maxBody))
    if let certificates {
      try certificates.use(for: easy)
    } else if let folder {
      try folder.use(for: easy)
    } else {
      try options.certificates.use(for: easy)
    }
    if let user = job.request.user {
      try easy.set(CURLOPT_USERNAME, user.name)
      try easy.set(CURLOPT_PASSWORD, user.password ?? "")
    }
    let namesLanguage = job.request.headers.contains { HeaderField(line: $0)?.isNamed("accept-language") == true }
    try easy.set(headers: (namesLanguage ? [] : ["Accept-Language: en-US"]) + job.request.headers)
    if job.request.confinedTo != nil { try easy.set { [unowned self] in mayConnect(to: $0) } }
    unsafe easy.onHeader = { [unowned self] in unsafe noteHeader(String(decoding: $0, as: UTF8.self), $0.count) }
    unsafe easy.onBody = { [unowned self] in unsafe noteBody($0) }
  }

  /// True if a confined transfer may connect to an IP address: any but a local one, unless it is a proxy's.
  private func mayConnect(to bytes: [UInt8]) -> Bool {
    guard LocalNetwork.isLocal(bytes: bytes), !LibCurl.usesProxy(for: effectiveURL) else { return true }
    refusal = .localAddress
    return false
  }

  /// Processes a header line; false if there are too many.
  private func noteHeader(_ line: String, _ size: Int) -> Bool {
    headerSize += size
    guard headerSize <= Self.maxHeader else {
      refusal = .header
      return false
    }
    if line.hasPrefix("HTTP/") {
      let status = line.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0
      // Interim responses (1xx) are replaced by the next one.
      if let last = heads.last, last.status < 200 { heads.removeLast() }
      let url = effectiveURL
      // After https, redirects to http are not allowed.
      if url.lowercased().hasPrefix("https:") {
        do throws(CurlError) { try easy.setRedirectsSafe() } catch { return false }
      }
      heads.append(Redirect(url: url, status: status, headers: []))
      body.removeAll(keepingCapacity: true)
    } else if body.isEmpty, let field = HeaderField(line: line)?.withoutSecrets, !heads.isEmpty {
      heads[heads.count - 1].headers.append(field)
      if field.isNamed("location"), (300..<400).contains(heads[heads.count - 1].status) {
        let to = Address.resolve(field.value, against: effectiveURL) ?? field.value
        guard job.request.mayLead(to: to) else {
          refusal = .foreignRedirect(to: to)
          return false
        }
      }
      if field.isNamed("content-length"), let length = Int(field.value), length <= options.maxBody {
        body.reserveCapacity(length)
      }
    }
    return true
  }

  /// Appends a part of the body; false if it exceeds the limit.
  private func noteBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard body.count + bytes.count <= options.maxBody else {
      refusal = .body
      body = []
      return false
    }
    unsafe body.append(contentsOf: bytes)
    return true
  }

  /// The current address after redirects, without credentials, which a redirect may add.
  private var effectiveURL: String {
    easy.text(CURLINFO_EFFECTIVE_URL).map { UserInfo.removed(from: $0) } ?? job.request.url
  }

  /// The result of a transfer that ended with a libcurl code.
  func result(_ code: CURLcode) -> Result<TransferResponse, TransferError> {
    if code == CURLE_OK { return .success(response()) }
    let url = job.request.url
    let text = easy.text(of: code)
    switch (code, refusal) {
    case (CURLE_FILESIZE_EXCEEDED, _), (_, .body): return .failure(.bodyTooLarge(url: url, limit: options.maxBody))
    case (_, .localAddress): return .failure(.localAddress(url: effectiveURL))
    case (_, .foreignRedirect(let to)): return .failure(.foreignRedirect(url: url, to: UserInfo.removed(from: to)))
    case (_, .header): return .failure(.headerTooLarge(url: url, limit: Self.maxHeader))
    // For a header line over its limit, libcurl reports CURLE_OUT_OF_MEMORY before version 8.6, and CURLE_TOO_LARGE
    // since.
    case (CURLE_OUT_OF_MEMORY, _) where body.isEmpty, (CURLcode(100), _) where body.isEmpty:
      return .failure(.headerTooLarge(url: url, limit: Self.maxHeaderLine))
    case (CURLE_RECV_ERROR, _) where isRefusedByProxy:
      return .failure(.network(url: url, code: Int(CURLE_PROXY.rawValue), text: text))
    // The connection was lost before TLS was set up.
    case (CURLE_SSL_CONNECT_ERROR, _) where [ECONNRESET, EPIPE].contains(Int32(easy.number(CURLINFO_OS_ERRNO))):
      return .failure(.network(url: url, code: Int(CURLE_RECV_ERROR.rawValue), text: text))
    case (CURLE_TOO_MANY_REDIRECTS, _): return .failure(.tooManyRedirects(url: url, limit: Self.maxRedirects))
    case (CURLE_BAD_CONTENT_ENCODING, _): return .failure(.badEncoding(url: url, text: text))
    case (CURLE_REMOTE_FILE_NOT_FOUND, _) where heads.isEmpty: return .success(response(status: 404))
    case (CURLE_REMOTE_ACCESS_DENIED, _) where heads.isEmpty, (CURLE_LOGIN_DENIED, _) where heads.isEmpty:
      return .success(response(status: 403))
    case (CURLE_URL_MALFORMAT, _) where heads.isEmpty:
      return .failure(.badAddress(url: url, .refused(text: text)))
    case (CURLE_UNSUPPORTED_PROTOCOL, _), (CURLE_URL_MALFORMAT, _):
      if let last = heads.last, (300..<400).contains(last.status), let to = last.headers.value(of: "location") {
        return .failure(.forbiddenRedirect(url: url, to: UserInfo.removed(from: to)))
      }
    default: break
    }
    return .failure(.network(url: url, code: Int(code.rawValue), text: text))
  }

  /// True if the proxy refused to connect, which libcurl reports like a lost connection.
  private var isRefusedByProxy: Bool {
    let status = easy.number(CURLINFO_HTTP_CONNECTCODE)
    return status != 0 && !(200..<300).contains(status)
  }

  private func response(status: Int = 200) -> TransferResponse {
    let last = heads.last
    return TransferResponse(
      url: effectiveURL, status: last?.status ?? status, headers: last?.headers ?? [], body: body, started: started,
      redirects: heads.dropLast())
  }
}
