internal import CLibCurl

/// The system's certificates and those of a file, in one piece of memory that libcurl borrows.
@safe final class CertificateBundle: Sendable {
  /// No collection of certificates is as large, in bytes.
  private static let limit = 32 << 20

  private nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  /// Reads a file of certificates (PEM) and puts it beside the system's.
  ///
  /// libcurl takes one file in place of its usual one, so both are joined here; its usual folder of certificates, where it has
  /// one, counts all the same.
  init(besideSystem path: String) throws(TransferError) {
    var own: [UInt8]
    do throws(TransferError) { own = try WholeFile.read(path, limit: Self.limit) } catch {
      guard case .cannotRead(_, let reason) = error else { throw error }
      throw .badCertificates(path: path, reason: reason)
    }
    guard String(decoding: own, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
      throw .badCertificates(path: path, reason: "it holds no certificate in PEM form")
    }
    if let system = unsafe curl_system_certificates(),
      let bundle = unsafe try? WholeFile.read(String(cString: system), limit: Self.limit)
    {
      own.append(UInt8(ascii: "\n"))
      own += bundle
    }
    unsafe bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: own.count, alignment: 1)
    unsafe bytes.copyBytes(from: own)
  }

  deinit { unsafe bytes.deallocate() }

  /// Makes a handle trust these; it must not outlive the bundle.
  func use(for handle: UnsafeMutableRawPointer) {
    unsafe curl_easy_set_certificates(handle, bytes.baseAddress, bytes.count)
  }
}
