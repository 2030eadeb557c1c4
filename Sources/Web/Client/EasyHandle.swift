internal import CLibCurl

/// libcurl's easy handle. Every option goes through `set`, which checks libcurl's result.
///
/// The callbacks get the handle itself unretained, so it must outlive the transfer.
@safe final class EasyHandle {
  let handle: UnsafeMutableRawPointer
  /// Takes a line of a header; false ends the transfer.
  var onHeader: ((UnsafeRawBufferPointer) -> Bool)?
  /// Judges the IP address that is going to be asked, as bytes in network order; false refuses the connection.
  private var onConnect: (([UInt8]) -> Bool)?
  /// Takes a part of the body; false ends the transfer.
  var onBody: ((UnsafeRawBufferPointer) -> Bool)?

  private let errorText = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var fields: UnsafeMutablePointer<curl_slist>?

  /// A handle whose answers go to ``onHeader`` and ``onBody``.
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

  /// Passes bytes to a callback; returns how many it took: 0 ends the transfer.
  private static func pass(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, to context: UnsafeMutableRawPointer?,
    _ callback: KeyPath<EasyHandle, ((UnsafeRawBufferPointer) -> Bool)?>
  ) -> Int {
    guard let context = unsafe context else { return 0 }
    let handle = unsafe Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue()
    guard let callback = unsafe handle[keyPath: callback] else { return count }
    return unsafe callback(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
  }

  /// Asks before each connection whether its address may be asked.
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

  func set(_ option: CURLoption, _ text: String) throws(CurlError) {
    try LibCurl.check(unsafe curl_easy_set_string(handle, option, text))
  }

  /// Sets what only some builds of libcurl, or of its TLS library, know, and what can be done without.
  func set(ifKnown option: CURLoption, _ text: String) throws(CurlError) {
    let code = unsafe curl_easy_set_string(handle, option, text)
    if ![CURLE_NOT_BUILT_IN, CURLE_UNKNOWN_OPTION].contains(code) { try LibCurl.check(code) }
  }

  /// Sets the header fields of the request, as `Name: value`.
  func set(headers: [String]) throws(CurlError) {
    for line in headers {
      guard let longer = unsafe curl_slist_append(fields, line) else { throw .outOfMemory }
      unsafe fields = unsafe longer
    }
    try LibCurl.check(unsafe curl_easy_set_list(handle, CURLOPT_HTTPHEADER, fields))
  }

  /// Allows http, https and ftp, after a redirect only the first two, and lets a transfer end without waiting for a name
  /// server that does not answer.
  func setProtocols() throws(CurlError) {
    try LibCurl.check(unsafe curl_easy_set_protocols(handle))
    try LibCurl.check(unsafe curl_easy_set_quick_exit(handle))
  }

  /// Allows redirects to https alone from here on.
  func setRedirectsSafe() throws(CurlError) { try LibCurl.check(unsafe curl_easy_set_redirects_safe(handle)) }

  /// What libcurl knows of the transfer as a number; 0 where it knows nothing.
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

  /// libcurl's own text: of the failure where it has one, else of the code. It may quote a proxy with its password.
  func text(of code: CURLcode) -> String {
    let text = unsafe errorText.baseAddress.map { unsafe String(cString: $0) } ?? ""
    return text.isEmpty
      ? LibCurl.text(of: code) : UserInfo.removed(from: text, knowing: LibCurl.proxyVariables.map(\.value))
  }
}
