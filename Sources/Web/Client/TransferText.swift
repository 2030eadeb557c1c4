/// Messages that replace or extend libcurl's own.
enum TransferText {
  static let noMemory = "libcurl takes no more requests"
  static let noStart = "libcurl or its thread does not start, perhaps for want of open files or threads"
  static let noSocket = "there is no local socket to be had"
  static let noReason = "libcurl does not say why"

  /// For a remembered failure.
  static func remembered(_ text: String, secondsAgo: Int) -> String {
    "\(text), \(secondsAgo) s ago; --refresh asks at once"
  }

  /// For a failure of other requests to the host.
  static func ofHost(_ text: String) -> String { "\(text), for others of this site, too" }
}
