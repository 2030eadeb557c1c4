internal import CLibCurl
internal import CZlib
internal import Foundation

/// A call of libcurl that failed: its code, and its own text.
struct CurlError: Error, Hashable {
  let code: Int
  let text: String

  /// libcurl's code for want of memory, for its constructors, which give no code.
  static let outOfMemory = CurlError(code: Int(CURLE_OUT_OF_MEMORY.rawValue), text: "libcurl takes no more requests")
}

/// What libcurl offers beside transfers, and what it takes from the process.
enum LibCurl {
  /// Whether libcurl has been set up, which is asked before anything else of it is used.
  static var isReady: Bool { setUp == CURLE_OK }

  private static let setUp = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

  /// Throws what a call of the easy interface returned, unless that is success.
  static func check(_ code: CURLcode) throws(CurlError) {
    if code != CURLE_OK { throw CurlError(code: Int(code.rawValue), text: text(of: code)) }
  }

  /// The same for the multi interface.
  static func check(_ code: CURLMcode) throws(CurlError) {
    if code != CURLM_OK {
      throw CurlError(code: CurlError.outOfMemory.code, text: unsafe String(cString: curl_multi_strerror(code)))
    }
  }

  /// libcurl's own text for a code.
  static func text(of code: CURLcode) -> String { unsafe String(cString: curl_easy_strerror(code)) }

  /// A date of HTTP (RFC 9110, section 5.6.7) or of a message (RFC 5322), in seconds since 1970-01-01T00:00:00Z; nil for
  /// what is none.
  static func date(_ text: String) -> Int? {
    let seconds = unsafe curl_getdate(text, nil)
    return seconds >= 0 ? Int(seconds) : nil
  }

  /// The file of certificates that libcurl was built to trust.
  static var systemCertificates: String? { unsafe curl_system_certificates().map { unsafe String(cString: $0) } }

  /// The variables of the environment that libcurl takes proxies from, those that are set. `HTTP_PROXY` is not among them:
  /// a web server sets it from what a client sends.
  static var proxyVariables: [(name: String, value: String)] {
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "ftp_proxy", "FTP_PROXY", "all_proxy", "ALL_PROXY"]
    return (names + ["no_proxy", "NO_PROXY"]).compactMap { name in
      unsafe getenv(name).map { (name, unsafe String(cString: $0)) }
    }
  }
}

/// Checksums of zlib, for names and for telling damage. They keep nobody out: what two texts of one checksum would cost is
/// an entry that says whose it is, and is passed over.
struct Checksum {
  private var crc: UInt = 0
  private var adler: UInt = 1

  /// The CRC-32 of all bytes.
  var crc32: Int { Int(crc) }

  /// CRC-32 and Adler-32 as 16 hexadecimal digits.
  var text: String {
    let digits = String(UInt64(crc) << 32 | UInt64(adler), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The checksum of a text.
  init(_ text: String) {
    add(Array(text.utf8), withAdler: true)
  }

  /// The CRC-32 of bytes that lie in several pieces.
  init(crc32 pieces: ArraySlice<UInt8>...) { for piece in pieces { add(piece, withAdler: false) } }

  private mutating func add(_ bytes: some Collection<UInt8>, withAdler: Bool) {
    bytes.withContiguousStorageIfAvailable { buffer in
      unsafe crc = CZlib.crc32_z(crc, buffer.baseAddress, buffer.count)
      if withAdler { unsafe adler = adler32_z(adler, buffer.baseAddress, buffer.count) }
    }
  }
}
