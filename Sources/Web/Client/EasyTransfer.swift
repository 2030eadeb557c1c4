internal import CLibCurl
internal import Foundation

/// One transfer: libcurl's easy handle, and what has come so far.
///
/// Lives on the engine's thread. The handle's callbacks borrow the transfer, which outlives it.
@safe final class EasyTransfer {
  /// The largest header of all answers of a transfer together, in bytes.
  static let maxHeader = 256 << 10
  /// The longest line of a header that libcurl takes, in bytes (its DYN_HTTP limits).
  private static let maxHeaderLine = 100 << 10
  /// How many redirects are followed.
  static let maxRedirects = 10

  /// Why a callback ended the transfer, for which libcurl has only one word.
  private enum Refusal { case body, header }

  /// What is asked, and by whom.
  let order: Order
  /// libcurl's own handle.
  let handle: UnsafeMutableRawPointer
  private let options: TransferOptions
  private let certificates: CertificateBundle?
  private let started = Timestamp.now()
  private let begin = ContinuousClock.now
  private let errorText = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var fields: UnsafeMutablePointer<curl_slist>?
  /// The heads of all answers so far; the last is the answer itself, those before it are redirects.
  private var answers: [Hop] = []
  private var headerSize = 0
  private var body: [UInt8] = []
  private var refusal: Refusal?

  /// A transfer, ready to go, with the longest that it may take; nil where libcurl has no memory.
  init?(_ order: Order, limit: Duration, options: TransferOptions, certificates: CertificateBundle?) {
    guard let handle = unsafe curl_easy_init() else { return nil }
    self.order = order
    unsafe self.handle = unsafe handle
    self.options = options
    self.certificates = certificates
    unsafe errorText.initialize(repeating: 0)
    configure(limit)
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    unsafe curl_slist_free_all(fields)
    unsafe errorText.deallocate()
  }

  /// What the engine knows the transfer by.
  var key: Int { unsafe Int(bitPattern: handle) }

  /// How long it has taken so far.
  var took: Duration { ContinuousClock.now - begin }

  /// Sets libcurl's options.
  private func configure(_ limit: Duration) {
    unsafe curl_easy_set_string(handle, CURLOPT_URL, order.request.url)
    unsafe curl_easy_set_protocols(handle)
    unsafe curl_easy_set_long(handle, CURLOPT_FOLLOWLOCATION, 1)
    unsafe curl_easy_set_long(handle, CURLOPT_MAXREDIRS, Self.maxRedirects)
    unsafe curl_easy_set_long(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    unsafe curl_easy_set_long(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    unsafe curl_easy_set_string(handle, CURLOPT_ACCEPT_ENCODING, "")
    unsafe curl_easy_set_string(handle, CURLOPT_USERAGENT, options.userAgent)
    unsafe curl_easy_set_long(handle, CURLOPT_TIMEOUT_MS, limit.milliseconds)
    unsafe curl_easy_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.milliseconds)
    unsafe curl_easy_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max(1, options.maxBody)))
    unsafe curl_easy_set_long(handle, CURLOPT_NOSIGNAL, 1)
    unsafe curl_easy_set_quick_exit(handle)
    unsafe curl_easy_set_long(handle, CURLOPT_BUFFERSIZE, 128 << 10)
    if let certificates {
      unsafe certificates.use(for: handle)
    } else {
      trust(options.certificates)
    }
    if let user = order.request.user {
      unsafe curl_easy_set_string(handle, CURLOPT_USERNAME, user.name)
      unsafe curl_easy_set_string(handle, CURLOPT_PASSWORD, user.password ?? "")
    }

    if !order.request.headers.contains(where: { HeaderField(line: $0)?.isNamed("accept-language") == true }) {
      unsafe fields = unsafe curl_slist_append(fields, "Accept-Language: en-US")
    }
    for line in order.request.headers { unsafe fields = unsafe curl_slist_append(fields, line) ?? fields }
    unsafe curl_easy_set_list(handle, CURLOPT_HTTPHEADER, fields)

    unsafe curl_easy_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText.baseAddress)
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe curl_easy_set_pointer(handle, CURLOPT_HEADERDATA, context)
    unsafe curl_easy_set_callback(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      unsafe EasyTransfer.borrow(context)?.noteHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
    }
    unsafe curl_easy_set_pointer(handle, CURLOPT_WRITEDATA, context)
    unsafe curl_easy_set_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      unsafe EasyTransfer.borrow(context)?.noteBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
    }
  }

  /// Takes the certificates that the environment names in place of the system's, as curl does.
  private func trust(_ variables: CertificateVariables) {
    if let file = variables.file {
      unsafe curl_easy_set_string(handle, CURLOPT_CAINFO, file)
      unsafe curl_easy_set_string(handle, CURLOPT_PROXY_CAINFO, file)
    }
    if let folder = variables.folder {
      unsafe curl_easy_set_string(handle, CURLOPT_CAPATH, folder)
      unsafe curl_easy_set_string(handle, CURLOPT_PROXY_CAPATH, folder)
    }
  }

  /// The transfer that a callback is for.
  private static func borrow(_ context: UnsafeMutableRawPointer?) -> EasyTransfer? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<EasyTransfer>.fromOpaque(context).takeUnretainedValue()
  }

  /// Takes a line of a header; ends the transfer (returns 0) where there are too many.
  private func noteHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
    headerSize += bytes.count
    guard headerSize <= Self.maxHeader else {
      refusal = .header
      return 0
    }
    let line = unsafe String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      let status = line.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0
      // Statuses below 200 announce the answer, and are none.
      if let last = answers.last, last.status < 200 { answers.removeLast() }
      let url = effectiveURL
      // What was asked for in secret is not asked for in the open afterwards.
      if url.lowercased().hasPrefix("https:") { unsafe curl_easy_set_redirects_safe(handle) }
      answers.append(Hop(url: url, status: status, headers: []))
      body.removeAll(keepingCapacity: true)
    } else if body.isEmpty, let field = HeaderField(line: line)?.withoutSecrets, !answers.isEmpty {
      answers[answers.count - 1].headers.append(field)
      if field.isNamed("content-length"), let length = Int(field.value), length <= options.maxBody {
        body.reserveCapacity(length)
      }
    }
    return bytes.count
  }

  /// Takes a part of the body; ends the transfer (returns 0) where it is over the limit.
  private func noteBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard body.count + bytes.count <= options.maxBody else {
      refusal = .body
      body = []
      return 0
    }
    unsafe body.append(contentsOf: bytes)
    return bytes.count
  }

  /// The address that is being asked, after the redirects so far; one of them may lead to a user's name.
  private var effectiveURL: String {
    var text: UnsafePointer<CChar>?
    unsafe curl_easy_get_string(handle, CURLINFO_EFFECTIVE_URL, &text)
    guard let text = unsafe text else { return order.request.url }
    return UserInfo.removed(fromAddress: unsafe String(cString: text))
  }

  /// What a transfer that ended with one of libcurl's codes has brought.
  func result(_ code: CURLcode) -> Result<TransferResponse, TransferError> {
    if code == CURLE_OK { return .success(response()) }
    let url = order.request.url
    switch (code, refusal) {
    case (CURLE_FILESIZE_EXCEEDED, _), (_, .body): return .failure(.bodyTooLarge(url: url, limit: options.maxBody))
    case (_, .header): return .failure(.headerTooLarge(url: url, limit: Self.maxHeader))
    // libcurl has no word of its own for a line over its limit before version 8.6, and CURLE_TOO_LARGE from then on.
    case (CURLE_OUT_OF_MEMORY, _) where body.isEmpty, (CURLcode(100), _) where body.isEmpty:
      return .failure(.headerTooLarge(url: url, limit: Self.maxHeaderLine))
    case (CURLE_RECV_ERROR, _) where isRefusedByProxy:
      return .failure(.network(url: url, code: Int(CURLE_PROXY.rawValue), text: text(of: code)))
    // The connection broke before it was a safe one.
    case (CURLE_SSL_CONNECT_ERROR, _) where [ECONNRESET, EPIPE].contains(systemError):
      return .failure(.network(url: url, code: Int(CURLE_RECV_ERROR.rawValue), text: text(of: code)))
    case (CURLE_TOO_MANY_REDIRECTS, _): return .failure(.tooManyRedirects(url: url, limit: Self.maxRedirects))
    case (CURLE_BAD_CONTENT_ENCODING, _): return .failure(.badEncoding(url: url, text: text(of: code)))
    case (CURLE_REMOTE_FILE_NOT_FOUND, _) where answers.isEmpty: return .success(response(status: 404))
    case (CURLE_REMOTE_ACCESS_DENIED, _) where answers.isEmpty, (CURLE_LOGIN_DENIED, _) where answers.isEmpty:
      return .success(response(status: 403))
    case (CURLE_URL_MALFORMAT, _) where answers.isEmpty:
      return .failure(.badAddress(url: url, reason: text(of: code)))
    case (CURLE_UNSUPPORTED_PROTOCOL, _), (CURLE_URL_MALFORMAT, _):
      if let last = answers.last, (300..<400).contains(last.status), let to = last.headers.value(of: "location") {
        return .failure(.forbiddenRedirect(url: url, to: UserInfo.removed(fromAddress: to)))
      }
    default: break
    }
    return .failure(.network(url: url, code: Int(code.rawValue), text: text(of: code)))
  }

  /// The system's own code for why a connection failed (`errno`).
  private var systemError: Int32 {
    var code = 0
    unsafe curl_easy_get_long(handle, CURLINFO_OS_ERRNO, &code)
    return Int32(truncatingIfNeeded: code)
  }

  /// Whether a proxy answered that it makes no connection, for which libcurl has only the code of one that broke.
  private var isRefusedByProxy: Bool {
    var status = 0
    unsafe curl_easy_get_long(handle, CURLINFO_HTTP_CONNECTCODE, &status)
    return status != 0 && !(200..<300).contains(status)
  }

  /// The answer; a status is given for those schemes that have none.
  private func response(status: Int = 200) -> TransferResponse {
    let last = answers.last
    return TransferResponse(
      url: effectiveURL, status: last?.status ?? status, headers: last?.headers ?? [], body: body, started: started,
      hops: answers.dropLast())
  }

  /// libcurl's own text: of this failure where it has one, else of the code. It may quote a proxy with its password.
  private func text(of code: CURLcode) -> String {
    let text = unsafe errorText.baseAddress.map { unsafe String(cString: $0) } ?? ""
    return text.isEmpty
      ? unsafe String(cString: curl_easy_strerror(code))
      : UserInfo.removed(from: text, knowing: ProxyVariables.values.map(\.value))
  }
}
