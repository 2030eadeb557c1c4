internal import CLibCurl

/// A libcurl easy handle. Every option goes through `set`, which checks the result code.
///
/// Callbacks get an unretained reference, so the object must outlive the transfer.
@safe final class EasyHandle {
  let handle: UnsafeMutableRawPointer
  /// Receives a header line; returning false aborts the transfer.
  var onHeader: ((UnsafeRawBufferPointer) -> Bool)?
  /// Receives the IP address to connect to, in network byte order; returning false refuses the connection.
  private var onConnect: (([UInt8]) -> Bool)?
  /// Receives a part of the body; returning false aborts the transfer.
  var onBody: ((UnsafeRawBufferPointer) -> Bool)?

  private let errorText = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var fields: UnsafeMutablePointer<curl_slist>?

  /// Creates a handle that passes responses to ``onHeader`` and ``onBody``.
  init() throws(CurlError) {
    guard LibCurl.isReady, let handle = unsafe curl_easy_init() else { throw .outOfMemory }
    unsafe self.handle = unsafe handle
    unsafe errorText.initialize(repeating: 0)
    try LibCurl.check(unsafe curl_easy_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText.baseAddress))
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    try LibCurl.check(unsafe curl_easy_set_pointer(handle, CURLOPT_HEADERDATA, context))
    try LibCurl.check(unsafe curl_easy_set_pointer(handle, CURLOPT_WRITEDATA, context))
    let header: curl_bytes_callback = { unsafe EasyHandle.pass($0, $1 * $2, to: $3, \.onHeader) }
    let body: curl_bytes_callback = { unsafe EasyHandle.pass($0, $1 * $2, to: $3, \.onBody) }
    try LibCurl.check(unsafe curl_easy_set_callback(handle, CURLOPT_HEADERFUNCTION, header))
    try LibCurl.check(unsafe curl_easy_set_callback(handle, CURLOPT_WRITEFUNCTION, body))
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    unsafe curl_slist_free_all(fields)
    unsafe errorText.deallocate()
  }

  /// Passes bytes to a callback; returns how many were accepted: 0 aborts the transfer.
  private static func pass(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, to context: UnsafeMutableRawPointer?,
    _ callback: KeyPath<EasyHandle, ((UnsafeRawBufferPointer) -> Bool)?>
  ) -> Int {
    guard let context = unsafe context else { return 0 }
    let handle = unsafe Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue()
    guard let callback = unsafe handle[keyPath: callback] else { return count }
    return unsafe callback(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
  }

  /// Sets a callback that decides before each connection whether its IP address is allowed.
  func set(onConnect judge: @escaping ([UInt8]) -> Bool) throws(CurlError) {
    onConnect = judge
    let callback: curl_opensocket_callback = { context, _, peer in
      guard let context = unsafe context else { return -1 }
      let handle = unsafe Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue()
      var bytes = [UInt8](repeating: 0, count: 16)
      let count = unsafe curl_peer_bytes(peer, &bytes)
      return handle.onConnect?(Array(bytes[..<count])) == true ? unsafe curl_open_socket(peer) : -1
    }
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    try LibCurl.check(unsafe curl_easy_set_socket_callback(handle, callback, context))
  }

  func set(_ option: CURLoption, _ value: Int) throws(CurlError) {
    try LibCurl.check(unsafe curl_easy_set_long(handle, option, value))
  }

  func set(_ option: CURLoption, size: Int) throws(CurlError) {
    try LibCurl.check(unsafe curl_easy_set_offset(handle, option, curl_off_t(size)))
  }

  /// Sets a text; nil takes back what libcurl has for it.
  func set(_ option: CURLoption, _ text: String?) throws(CurlError) {
    try LibCurl.check(unsafe curl_easy_set_string(handle, option, text))
  }

  /// Sets an optional option that not all builds of libcurl or its TLS library support.
  func set(ifKnown option: CURLoption, _ text: String?) throws(CurlError) {
    let code = unsafe curl_easy_set_string(handle, option, text)
    if ![CURLE_NOT_BUILT_IN, CURLE_UNKNOWN_OPTION].contains(code) { try LibCurl.check(code) }
  }

  /// Sets additional request header fields, as `Name: value`.
  func set(headers: [String]) throws(CurlError) {
    for line in headers {
      guard let longer = unsafe curl_slist_append(fields, line) else { throw .outOfMemory }
      unsafe fields = unsafe longer
    }
    try LibCurl.check(unsafe curl_easy_set_list(handle, CURLOPT_HTTPHEADER, fields))
  }

  /// Allows http, https and ftp, but only http and https for redirects; also lets a transfer end without waiting for a
  /// name server that does not answer.
  func setProtocols() throws(CurlError) {
    try LibCurl.check(unsafe curl_easy_set_protocols(handle))
    try LibCurl.check(unsafe curl_easy_set_quick_exit(handle))
  }

  /// Restricts further redirects to https.
  func setRedirectsSafe() throws(CurlError) { try LibCurl.check(unsafe curl_easy_set_redirects_safe(handle)) }

  /// Information about the transfer as a number; 0 if unavailable.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    unsafe curl_easy_get_long(handle, info, &value)
    return value
  }

  func text(_ info: CURLINFO) -> String? {
    var text: UnsafePointer<CChar>?
    unsafe curl_easy_get_string(handle, info, &text)
    return unsafe text.map { unsafe String(cString: $0) }
  }

  /// libcurl's message for the failure, else for its code, without proxy passwords.
  func text(of code: CURLcode) -> String {
    let text = unsafe errorText.baseAddress.map { unsafe String(cString: $0) } ?? ""
    return text.isEmpty
      ? LibCurl.text(of: code) : UserInfo.removed(from: text, knowing: LibCurl.proxyVariables.map(\.value))
  }
}
