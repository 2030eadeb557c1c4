internal import Basics
internal import CLibCurl
internal import CZlib
internal import Foundation

/// A failed libcurl call: its code and message.
struct CurlError: Error, Hashable {
  let code: Int
  let text: String

  /// The failure of the request for which the call was made.
  func of(_ url: String) -> TransferError { .network(url: url, code: code, text: text) }

  /// For libcurl constructors, which return no code.
  static let outOfMemory = CurlError(code: Int(CURLE_OUT_OF_MEMORY.rawValue), text: TransferText.noMemory)
}

/// libcurl functions other than transfers, and the environment that it reads.
enum LibCurl {
  /// Initializes libcurl on first use; true on success.
  static var isReady: Bool { setUp == CURLE_OK }

  private static let setUp = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

  /// Throws for any result code but success.
  static func check(_ code: CURLcode) throws(CurlError) {
    if code != CURLE_OK { throw CurlError(code: Int(code.rawValue), text: text(of: code)) }
  }

  static func check(_ code: CURLMcode) throws(CurlError) {
    if code != CURLM_OK {
      throw CurlError(code: CurlError.outOfMemory.code, text: unsafe String(cString: curl_multi_strerror(code)))
    }
  }

  static func text(of code: CURLcode) -> String { unsafe String(cString: curl_easy_strerror(code)) }

  /// Parses an HTTP date (RFC 9110, section 5.6.7) or message date (RFC 5322) into seconds since 1970-01-01T00:00:00Z;
  /// nil if it is invalid.
  static func date(_ text: String) -> Int? {
    // The usual format does not need libcurl, which would have to be loaded for it.
    let usual = unsafe curl_usual_date(text)
    if usual >= 0 { return Int(usual) }
    let seconds = unsafe curl_getdate(text, nil)
    return seconds >= 0 ? Int(seconds) : nil
  }

  static var systemCertificates: String? { unsafe curl_system_certificates().map { unsafe String(cString: $0) } }

  /// The system's certificate folder, if the TLS library can read single certificates from it.
  static var systemCertificateFolder: String? {
    unsafe curl_system_certificate_folder().map { unsafe String(cString: $0) }
  }

  /// True if requests to an address go through a proxy from the environment.
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

  /// The proxy variables that libcurl reads and that are set. `HTTP_PROXY` is not among them: under CGI it is set from
  /// a client's header.
  static var proxyVariables: [(name: String, value: String)] {
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "ftp_proxy", "FTP_PROXY", "all_proxy", "ALL_PROXY"]
    return (names + ["no_proxy", "NO_PROXY"]).compactMap { name in
      unsafe getenv(name).map { (name, unsafe String(cString: $0)) }
    }
  }
}

/// zlib checksums, for file names and damage detection. Collisions do no harm: an entry contains its key, and one with
/// another key is ignored.
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
