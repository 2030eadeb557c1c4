internal import Basics
internal import CLibCurl
internal import Foundation

/// Certificates named by the environment instead of the system's, in curl's variables.
public struct CertificateVariables: Hashable, Sendable {
  /// A certificate file (PEM): `CURL_CA_BUNDLE`, else `SSL_CERT_FILE`.
  public var file: String?
  /// A certificate folder: `SSL_CERT_DIR`, ignored if `CURL_CA_BUNDLE` is set.
  public var folder: String?

  /// Reads the variables; empty ones count as unset.
  public init(_ environment: [String: String] = [:]) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    file = value("CURL_CA_BUNDLE") ?? value("SSL_CERT_FILE")
    folder = value("CURL_CA_BUNDLE") == nil ? value("SSL_CERT_DIR") : nil
  }

  /// True if the variables name nothing but the certificates that libcurl uses by default.
  var nameNoOthers: Bool {
    (file == nil || file == LibCurl.systemCertificates)
      && (folder == nil || folder == LibCurl.systemCertificateFolder)
  }

  func use(for easy: EasyHandle) throws(CurlError) {
    if let file {
      try easy.set(CURLOPT_CAINFO, file)
      try easy.set(ifKnown: CURLOPT_PROXY_CAINFO, file)
    }
    if let folder {
      try easy.set(CURLOPT_CAPATH, folder)
      try easy.set(ifKnown: CURLOPT_PROXY_CAPATH, folder)
    }
  }
}

/// A certificate folder with hashed file names (`openssl rehash`), from which OpenSSL reads only the certificate that it
/// needs. Reading the whole bundle takes longer than the rest of a fetch.
struct CertificateFolder: Hashable, Sendable {
  let path: String

  /// Returns nil if the folder has no file with a hashed name.
  init?(_ path: String) {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      guard name.count == 10, name.suffix(2) == Array(".0".utf8)[...] else { continue }
      if name.prefix(8).allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) {
        self.path = path
        return
      }
    }
    return nil
  }

  /// Makes a handle trust the certificates in the folder, without reading libcurl's default bundle.
  func use(for easy: EasyHandle) throws(CurlError) {
    try easy.set(CURLOPT_CAINFO, nil)
    try easy.set(CURLOPT_CAPATH, path)
    try easy.set(ifKnown: CURLOPT_PROXY_CAINFO, nil)
    try easy.set(ifKnown: CURLOPT_PROXY_CAPATH, path)
  }
}

/// The system's certificates and those of a file, in one block of memory that libcurl borrows.
@safe final class CertificateBundle: Sendable {
  /// Maximum size of a certificate file in bytes.
  private static let limit = 32 << 20

  private nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  /// Reads a certificate file (PEM) and appends the system's, because libcurl accepts only one of them. The system's
  /// certificate folder still applies.
  init(besideSystem path: String) throws(TransferError) {
    var own: [UInt8]
    do throws(FileError) { own = try InputFile.read(path, limit: Self.limit) } catch {
      throw .badCertificates(path: path, .unreadable(error))
    }
    guard String(decoding: own, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
      throw .badCertificates(path: path, .noCertificate)
    }
    // If the system has no certificate file, only the given ones are used.
    if let system = LibCurl.systemCertificates, let bundle = try? InputFile.read(system, limit: Self.limit) {
      own.append(UInt8(ascii: "\n"))
      own += bundle
    }
    unsafe bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: own.count, alignment: 1)
    unsafe bytes.copyBytes(from: own)
  }

  deinit { unsafe bytes.deallocate() }

  /// Makes a handle trust these certificates; it must not outlive the bundle.
  func use(for easy: EasyHandle) throws(CurlError) {
    try LibCurl.check(unsafe curl_easy_set_certificates(easy.handle, bytes.baseAddress, bytes.count))
  }
}
