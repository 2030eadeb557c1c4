internal import Basics

/// What is in a cache, for its owner to look at.
public struct CacheContents: Sendable {
  /// A stored response.
  public struct Answer: Hashable, Sendable {
    /// The address that was requested.
    public var url: String
    /// When it came or was last confirmed, in seconds since 1970-01-01T00:00:00Z.
    public var received: Int
    /// The size of its file, in bytes.
    public var size: Int
  }

  /// The stored responses, the newest first.
  public var answers: [Answer]
  /// How many files there are, failures and notes included.
  public var files: Int
  /// The size of all files, in bytes.
  public var size: Int
}

/// Responses that are stored from run to run, in a folder of the user's own.
///
/// A full disk, a folder without write permission and a damaged file are no errors: they only mean that less is stored. Many
/// programs may use one folder at once, since files only ever come and go whole.
public final class Cache: Sendable {
  /// The largest size of all files together, in bytes.
  public static let limit = 50_000_000
  /// How far below the limit the folder is kept, in bytes: room for what programs write before they look at its size again.
  private static let margin = 6_000_000
  /// How much more is removed than has to be, in bytes, so that not every write has to remove something.
  private static let batch = 2_000_000
  /// The room that is left is divided into so many shares; a program writes one of them before it looks again.
  private static let shares = 128
  /// The longest that writing a file takes, in seconds; an older draft is abandoned.
  private static let draftLifetime = 60

  let folder: CacheFolder
  /// How much may be written before the folder's size is looked at, in bytes.
  private let budget = Locked(0)

  /// The cache in a folder, which is made with the first thing kept; `path` is absolute.
  public init(path: String) { folder = CacheFolder(path: path) }

  /// The path of its folder.
  public var path: String { folder.path }

  /// What is in it.
  public func contents() -> CacheContents {
    let files = folder.files()
    let answers = files.filter { $0.kind == .answer }.compactMap { file -> CacheContents.Answer? in
      guard var entry = folder.read(file.name).flatMap({ CacheEntry.open($0) }),
        let answer = try? entry.content.answer()
      else { return nil }
      let url = entry.key.prefix { $0 != "\n" }
      return CacheContents.Answer(url: String(url), received: answer.received, size: file.size)
    }
    return CacheContents(
      answers: answers.sorted { ($1.received, $0.url) < ($0.received, $1.url) }, files: files.count,
      size: files.reduce(0) { $0 + $1.size })
  }

  /// Removes everything; gives how many files that were, and how many bytes.
  ///
  /// - Throws: ``TransferError/cannotClear(path:)`` where something is left.
  public func clear() throws(TransferError) -> (files: Int, size: Int) {
    let files = folder.files()
    // What another program has put there since is not counted, whatever its name.
    let left = files.filter { !folder.remove($0.name) }
    if !left.isEmpty { throw .cannotClear(path: path) }
    return (files.count, files.reduce(0) { $0 + $1.size })
  }

  func answer(_ key: CacheKey) -> StoredResponse? { read(key, .answer) { try $0.answer() } }

  func note(_ key: CacheKey) -> StoredNote? { read(key, .note) { try $0.note() } }

  func failure(_ key: CacheKey) -> StoredFailure? { read(key, .failure) { try $0.failure() } }

  /// Stores a response, and forgets a failure.
  func keep(_ answer: StoredResponse, for key: CacheKey) {
    write(key, .answer, size: answer.response.body.count) { $0.add(answer) }
    folder.remove(key.name(.failure))
  }

  func keep(_ note: StoredNote, for key: CacheKey) { write(key, .note, size: note.content.count) { $0.add(note) } }

  func remember(_ failure: StoredFailure, of key: CacheKey) {
    let size = if case .answer(let response) = failure.kind { response.body.count } else { 0 }
    write(key, .failure, size: size) { $0.add(failure) }
  }

  /// What the file of a key holds; nil where it is damaged, of another version, or of another key with the same checksum.
  private func read<Value>(
    _ key: CacheKey, _ kind: CacheFile.Kind, _ read: (inout RecordReader) throws -> Value
  ) -> Value? {
    guard let file = folder.read(key.name(kind)).flatMap({ CacheEntry.open($0) }), file.key == key.text else {
      return nil
    }
    var content = file.content
    let value = try? read(&content)
    return content.isAtEnd ? value : nil
  }

  /// Writes a file, unless it is too large; `size` is what it holds at least.
  private func write(_ key: CacheKey, _ kind: CacheFile.Kind, size: Int, _ content: (inout RecordWriter) -> Void) {
    guard size <= CacheFolder.maxFile, folder.isUsable else { return }
    let bytes = CacheEntry.bytes(for: key, content)
    guard bytes.count <= CacheFolder.maxFile else { return }
    if spend(bytes.count) {
      folder.write(bytes, to: key.name(kind))
    } else {
      folder.write(bytes, to: key.name(kind)) {
        let room = self.makeRoom(for: bytes.count)
        self.budget.withLock { $0 = room / Self.shares }
      }
    }
  }

  /// Removes what dead programs left, and the oldest files until so many bytes can be written with a margin to the limit;
  /// gives the room that is left then, without the margin, in bytes.
  private func makeRoom(for count: Int) -> Int {
    let now = LocalTime.now().secondsSince1970
    // Failures that are over go first: older responses may still be needed.
    func isOver(_ file: CacheFile) -> Bool { file.kind == .failure && now - file.modified > StoredFailure.lifetime }
    let files = folder.files().sorted { (isOver($1) ? 1 : 0, $0.modified) < (isOver($0) ? 1 : 0, $1.modified) }
    var size = files.reduce(count) { $0 + $1.size }
    let most = Self.limit - Self.margin
    let aim = size > most ? most - Self.batch : most
    for file in files {
      let isLeft = file.kind == .draft && abs(now - file.modified) > Self.draftLifetime
      // What is being written is not removed, though it counts.
      guard isLeft || (size > aim && file.kind != .draft) else { continue }
      folder.remove(file.name)
      size -= file.size
    }
    return max(0, Self.limit - size)
  }

  private func spend(_ count: Int) -> Bool {
    budget.withLock { budget in
      guard budget >= count else { return false }
      budget -= count
      return true
    }
  }
}
