internal import Basics
internal import CLibCurl
internal import CZlib
internal import Foundation

/// A call of libcurl that failed: its code, and its own text.
struct CurlError: Error, Hashable {
  let code: Int
  let text: String

  /// The failure of a request during which the call was made.
  func of(_ url: String) -> TransferError { .network(url: url, code: code, text: text) }

  /// libcurl's code for lack of memory, for its constructors, which give no code.
  static let outOfMemory = CurlError(code: Int(CURLE_OUT_OF_MEMORY.rawValue), text: TransferText.noMemory)
}

/// libcurl's functions beside transfers, and the environment that it reads.
enum LibCurl {
  /// Sets libcurl up the first time; whether that succeeded.
  static var isReady: Bool { setUp == CURLE_OK }

  private static let setUp = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

  /// Throws what a call of the easy interface returned, unless that is success.
  static func check(_ code: CURLcode) throws(CurlError) {
    if code != CURLE_OK { throw CurlError(code: Int(code.rawValue), text: text(of: code)) }
  }

  static func check(_ code: CURLMcode) throws(CurlError) {
    if code != CURLM_OK {
      throw CurlError(code: CurlError.outOfMemory.code, text: unsafe String(cString: curl_multi_strerror(code)))
    }
  }

  static func text(of code: CURLcode) -> String { unsafe String(cString: curl_easy_strerror(code)) }

  /// A date of HTTP (RFC 9110, section 5.6.7) or of a message (RFC 5322), in seconds since 1970-01-01T00:00:00Z; nil for
  /// what is none.
  static func date(_ text: String) -> Int? {
    let seconds = unsafe curl_getdate(text, nil)
    return seconds >= 0 ? Int(seconds) : nil
  }

  static var systemCertificates: String? { unsafe curl_system_certificates().map { unsafe String(cString: $0) } }

  /// Whether a proxy of the environment is asked in place of an address's host.
  static func usesProxy(for url: String) -> Bool {
    guard let address = Address(url) else { return false }
    let set = proxyVariables
    func value(_ names: [String]) -> String? {
      names.lazy.compactMap { name in set.first { $0.name == name } }.first?.value
    }
    let scheme = address.scheme
    let names =
      ["\(scheme)_proxy"] + (scheme == "http" ? [] : ["\(scheme.uppercased())_PROXY"]) + ["all_proxy", "ALL_PROXY"]
    guard value(names)?.isEmpty == false else { return false }
    let exempt = (value(["no_proxy", "NO_PROXY"]) ?? "").lowercased().split { $0 == "," || $0.isWhitespace }
    return !exempt.contains { name in
      let name = name.drop { $0 == "." }
      return name == "*" || address.hostName == name || address.hostName.hasSuffix(".\(name)")
    }
  }

  /// The variables of the environment that libcurl takes proxies from, those that are set. `HTTP_PROXY` is not among them:
  /// a web server sets it from what a client sends.
  static var proxyVariables: [(name: String, value: String)] {
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "ftp_proxy", "FTP_PROXY", "all_proxy", "ALL_PROXY"]
    return (names + ["no_proxy", "NO_PROXY"]).compactMap { name in
      unsafe getenv(name).map { (name, unsafe String(cString: $0)) }
    }
  }
}

/// Checksums of zlib, for names and for telling damage. They need not be collision-proof: an entry says whose it is, and one
/// of another key is passed over.
public enum Checksum {
  /// The CRC-32 of bytes (zlib's, ISO 3309).
  public static func crc32(_ bytes: [UInt8]) -> Int { crc32(bytes[...]) }

  static func crc32(_ bytes: ArraySlice<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe Int(CZlib.crc32_z(0, $0.baseAddress, $0.count)) }
  }

  /// The CRC-32 and Adler-32 of a text as 16 hexadecimal digits.
  static func text(of text: String) -> String {
    let bytes = Array(text.utf8)
    let adler = unsafe bytes.withUnsafeBufferPointer { unsafe adler32_z(1, $0.baseAddress, $0.count) }
    return hexadecimal(UInt64(crc32(bytes[...])) << 32 | UInt64(adler))
  }
}

func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
