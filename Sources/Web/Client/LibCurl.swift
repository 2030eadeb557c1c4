internal import CLibCurl

/// What libcurl needs once for the whole process.
enum LibCurl {
  /// Whether libcurl has been set up, which is asked before anything else of it is used.
  static var isReady: Bool { setUp == CURLE_OK }

  private static let setUp = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
}
