internal import Basics
internal import Foundation

extension Recording {
  /// The bytes of an entry's body, unpacked; none for a redirect without one.
  func body(of entry: RecordedEntry) throws(TransferError) -> [UInt8] {
    switch entry.body {
    case nil: return []
    case .text(let text):
      try check(text.utf8.count, of: entry.url)
      return Array(text.utf8)
    case .file(let name):
      let file = Self.path(of: name, beside: path)
      let bytes: [UInt8]
      do throws(FileError) { bytes = try InputFile.read(file, limit: maxBody, plainly: true) } catch {
        if case .tooLarge(let limit) = error { throw .bodyTooLarge(url: entry.url, limit: limit) }
        throw .cannotRead(path: file, error)
      }
      return try unpacked(bytes, of: entry)
    case .base64(let text):
      try check(text.utf8.count / 4 * 3, of: entry.url)
      guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
        throw .notARecording(path: path, .notBase64(url: entry.url))
      }
      return try unpacked(Array(data), of: entry)
    }
  }

  /// Throws for a body that is larger than it may be.
  func check(_ size: Int, of url: String) throws(TransferError) {
    if size > maxBody { throw .bodyTooLarge(url: url, limit: maxBody) }
  }

  /// A body that was recorded as bytes: unpacked, where it is still packed as its header says.
  private func unpacked(_ bytes: [UInt8], of entry: RecordedEntry) throws(TransferError) -> [UInt8] {
    let codings = Unpacker.codings(entry.headers)
    guard let last = codings.last else { return bytes }
    let isPacked = Unpacker.isPacked(bytes, with: last)
    if isPacked == false { return bytes }
    switch Unpacker.unpack(bytes, codings: codings, limit: maxBody) {
    case .unpacked(let body):
      if Unpacker.isCutOff(bytes, codings: codings, unpacked: body.count) {
        throw .noBody(url: entry.url, .cutOff)
      }
      return body
    case .tooLarge: throw .bodyTooLarge(url: entry.url, limit: maxBody)
    case .failed(let text):
      if isPacked == nil, Unpacker.mayBeText(bytes) { return bytes }
      throw .notARecording(path: path, .encoded(url: entry.url, codings: codings, text: text))
    }
  }
}
