internal import Basics

/// The key of a cache file: the request, from which the file name is computed.
struct CacheKey: Hashable, Sendable {
  /// The request as text; also stored in the file and compared on reading.
  let text: String
  /// The request's user; only a hash of it is stored.
  var user: UserInfo?

  /// The key of a request: its address without the fragment (which is not sent), its header fields, on which the
  /// response may depend, and the user, because responses may depend on credentials.
  init(_ request: TransferRequest) {
    let url = request.url.prefix { $0 != "#" }
    let user = request.user.map { ["user \($0.hash)"] } ?? []
    text = ([String(url)] + request.headers.sorted() + user).joined(separator: "\n")
    self.user = request.user
  }

  /// The key of a note.
  init(note: String) { text = note }

  /// The file name: a checksum, so that no address can refer to another folder.
  func name(_ kind: CacheFile.Kind) -> String { "\(Checksum.text(of: text)).\(kind.rawValue)" }
}

/// A file of the cache.
struct CacheFile: Hashable, Sendable {
  /// File kinds by file name extension.
  enum Kind: String, CaseIterable, Sendable {
    /// A response.
    case answer
    /// A failure, remembered for a short time.
    case failure
    /// Data derived from responses.
    case note
    /// A temporary file, being written or left by a process that was killed.
    case draft = "tmp"

    /// The kind by file name; nil for a file that is not the cache's.
    init?(name: String) {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].utf8.count == 16,
        parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
      else { return nil }
      self.init(rawValue: String(parts[1]))
    }
  }

  var name: String
  var kind: Kind
  /// Size in bytes.
  var size: Int
  /// Modification time in seconds since 1970-01-01T00:00:00Z.
  var modified: Int
}

/// The format of a cache file: ``magic``, the CRC-32 of the rest, the key's text, and the content.
enum CacheEntry {
  private static let magic = Array("weatherterm cache 3\n".utf8)

  /// Builds a file with the content that `write` produces.
  static func bytes(for key: CacheKey, _ write: (inout RecordWriter) -> Void) -> [UInt8] {
    var content = RecordWriter()
    content.add(key.text)
    write(&content)
    var file = RecordWriter()
    file.bytes = magic
    file.add(Checksum.crc32(content.bytes[...]))
    return file.bytes + content.bytes
  }

  /// The key's text and a reader for the content; nil if the file is damaged or has another version.
  static func open(_ bytes: [UInt8]) -> (key: String, content: RecordReader)? {
    guard bytes.starts(with: magic) else { return nil }
    var reader = RecordReader(bytes, from: magic.count)
    guard let sum = try? reader.number(), sum == Checksum.crc32(bytes[(magic.count + 8)...]),
      let key = try? reader.text()
    else { return nil }
    return (key, reader)
  }
}
