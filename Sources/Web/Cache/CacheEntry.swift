internal import Basics

/// The key of a file of the cache: the whole request, from which the file's name follows.
struct CacheKey: Hashable, Sendable {
  /// The request, written out; it stands in the file too, and is compared.
  let text: String
  /// The user of the request; only a hash of it is written.
  var user: UserInfo?

  /// The key of a request: its address without the fragment, which servers do not see, its own header fields, on which the
  /// response may depend, and the user, since what a server shows to one may be refused to another.
  init(_ request: TransferRequest) {
    let url = request.url.prefix { $0 != "#" }
    let user = request.user.map { ["user \($0.hash)"] } ?? []
    text = ([String(url)] + request.headers.sorted() + user).joined(separator: "\n")
    self.user = request.user
  }

  /// The key of a note, by its name.
  init(note: String) { text = note }

  /// The file's name: a checksum, so that nothing of an address can lead out of the folder.
  func name(_ kind: CacheFile.Kind) -> String { "\(Checksum.text(of: text)).\(kind.rawValue)" }
}

/// A file of the cache.
struct CacheFile: Hashable, Sendable {
  /// The kinds of file, by the endings of their names.
  enum Kind: String, CaseIterable, Sendable {
    /// A response.
    case answer
    /// A failure, remembered for a minute.
    case failure
    /// Something made of responses.
    case note
    /// A file that is being written, or was when its program died.
    case draft = "tmp"

    /// The kind of a file by its name; nil for one that does not belong to the cache.
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
  /// In bytes.
  var size: Int
  /// When it was written, in seconds since 1970-01-01T00:00:00Z.
  var modified: Int
}

/// The bytes of a file of the cache: ``magic``, the CRC-32 of all that follows, the key's text, and the content.
enum CacheEntry {
  private static let magic = Array("weatherterm cache 3\n".utf8)

  /// The file whose content is what `write` writes.
  static func bytes(for key: CacheKey, _ write: (inout RecordWriter) -> Void) -> [UInt8] {
    var content = RecordWriter()
    content.add(key.text)
    write(&content)
    var file = RecordWriter()
    file.bytes = magic
    file.add(Checksum.crc32(content.bytes[...]))
    return file.bytes + content.bytes
  }

  /// The key's text and a reader of the content of a file; nil where it is damaged or of another version.
  static func open(_ bytes: [UInt8]) -> (key: String, content: RecordReader)? {
    guard bytes.starts(with: magic) else { return nil }
    var reader = RecordReader(bytes, from: magic.count)
    guard let sum = try? reader.number(), sum == Checksum.crc32(bytes[(magic.count + 8)...]),
      let key = try? reader.text()
    else { return nil }
    return (key, reader)
  }
}
