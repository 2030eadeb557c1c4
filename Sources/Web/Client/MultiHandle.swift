internal import CLibCurl

/// A libcurl multi handle. All calls but ``wake()`` are made on one thread.
@safe struct MultiHandle: ~Copyable, @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  /// Fails if the wake-up sockets cannot be created: the thread would sleep through all requests.
  init() throws(CurlError) {
    guard LibCurl.isReady, let handle = unsafe curl_multi_init() else { throw .outOfMemory }
    do throws(CurlError) { try LibCurl.check(unsafe curl_multi_wakeup(handle)) } catch {
      unsafe curl_multi_cleanup(handle)
      throw error
    }
    unsafe self.handle = handle
  }

  deinit { unsafe curl_multi_cleanup(handle) }

  func set(_ option: CURLMoption, _ value: Int) throws(CurlError) {
    try LibCurl.check(unsafe curl_multi_set_long(handle, option, value))
  }

  /// Ends ``wait(_:)``; may be called from any thread.
  func wake() throws(CurlError) { try LibCurl.check(unsafe curl_multi_wakeup(handle)) }

  func add(_ easy: EasyHandle) throws(CurlError) {
    try LibCurl.check(unsafe curl_multi_add_handle(handle, easy.handle))
  }

  /// Aborts a transfer, or removes a finished one.
  func remove(_ easy: EasyHandle) { unsafe curl_multi_remove_handle(handle, easy.handle) }

  /// Performs pending work; returns the number of running transfers.
  func perform() throws(CurlError) -> Int {
    var running: Int32 = 0
    try LibCurl.check(unsafe curl_multi_perform(handle, &running))
    return Int(running)
  }

  /// Waits for activity, up to a number of milliseconds, also on an additional socket.
  func wait(_ milliseconds: Int, socket: Int32 = -1, events: Int32 = 0) throws(CurlError) {
    var watched = curl_waitfd(fd: socket, events: Int16(events), revents: 0)
    try LibCurl.check(
      unsafe curl_multi_poll(handle, &watched, socket < 0 ? 0 : 1, Int32(clamping: milliseconds), nil))
  }

  func nextDone() -> (handle: Int, result: CURLcode)? {
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(handle, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE, let easy = unsafe message.pointee.easy_handle else { continue }
      return unsafe (Int(bitPattern: easy), curl_message_result(message))
    }
    return nil
  }
}
