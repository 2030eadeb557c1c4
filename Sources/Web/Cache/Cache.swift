internal import Basics

/// A summary of a cache's contents for the user.
public struct CacheContents: Sendable {
  /// A stored response.
  public struct Answer: Hashable, Sendable {
    /// The requested address.
    public var url: String
    /// When it was received or last revalidated, in seconds since 1970-01-01T00:00:00Z.
    public var received: Int
    /// The size of its file in bytes.
    public var size: Int
  }

  /// The stored responses, newest first.
  public var answers: [Answer]
  /// The number of files, including failures and notes.
  public var files: Int
  /// The total size in bytes.
  public var size: Int
}

/// Stores responses between runs, in a private folder of the user.
///
/// A full disk, a read-only folder and damaged files are not errors: they only mean that less is stored. Several
/// processes may share a folder, because files are replaced atomically.
public final class Cache: Sendable {
  /// Maximum total size of all files in bytes.
  public static let limit = 50_000_000
  /// The folder is kept this far below the limit, to leave room for other processes' writes between size checks.
  private static let margin = 6_000_000
  /// How much more than necessary is removed at a time, so that not every write has to remove files.
  private static let batch = 2_000_000
  /// The fraction of the remaining room that a process may write before it checks the size again.
  private static let shares = 128
  /// Maximum time in seconds for writing a file; an older temporary file is abandoned.
  private static let draftLifetime = 60

  let folder: CacheFolder
  /// How many bytes may still be written before the next size check.
  private let budget = Locked(0)

  /// The cache in a folder, which is created on the first write; `path` is absolute.
  public init(path: String) { folder = CacheFolder(path: path) }

  /// The folder's path.
  public var path: String { folder.path }

  /// Lists the contents.
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

  /// Removes everything; returns the number and total size of the removed files.
  ///
  /// - Throws: ``TransferError/cannotClear(path:)`` if a file could not be removed.
  public func clear() throws(TransferError) -> (files: Int, size: Int) {
    let files = folder.files()
    // Files written by other processes in the meantime do not count.
    let left = files.filter { !folder.remove($0.name) }
    if !left.isEmpty { throw .cannotClear(path: path) }
    return (files.count, files.reduce(0) { $0 + $1.size })
  }

  func answer(_ key: CacheKey) -> StoredResponse? { read(key, .answer) { try $0.answer() } }

  func note(_ key: CacheKey) -> StoredNote? { read(key, .note) { try $0.note() } }

  func failure(_ key: CacheKey) -> StoredFailure? { read(key, .failure) { try $0.failure() } }

  /// Stores a response, and removes a stored failure.
  func keep(_ answer: StoredResponse, for key: CacheKey) {
    write(key, .answer, size: answer.response.body.count) { $0.add(answer) }
    folder.remove(key.name(.failure))
  }

  func keep(_ note: StoredNote, for key: CacheKey) { write(key, .note, size: note.content.count) { $0.add(note) } }

  func remember(_ failure: StoredFailure, of key: CacheKey) {
    let size = if case .answer(let response) = failure.kind { response.body.count } else { 0 }
    write(key, .failure, size: size) { $0.add(failure) }
  }

  /// The contents of a key's file; nil if it is damaged, has another version, or belongs to another key with the same
  /// checksum.
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

  /// Writes a file unless it is too large; `size` is a lower bound of its size.
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

  /// Removes abandoned temporary files, then the oldest files until `count` bytes can be written within the limit less
  /// the margin; returns the remaining room to the limit in bytes.
  private func makeRoom(for count: Int) -> Int {
    let now = LocalTime.now().secondsSince1970
    // Expired failures are removed first, because older responses may still be needed.
    func isOver(_ file: CacheFile) -> Bool { file.kind == .failure && now - file.modified > StoredFailure.lifetime }
    let files = folder.files().sorted { (isOver($1) ? 1 : 0, $0.modified) < (isOver($0) ? 1 : 0, $1.modified) }
    var size = files.reduce(count) { $0 + $1.size }
    let most = Self.limit - Self.margin
    let aim = size > most ? most - Self.batch : most
    for file in files {
      let isLeft = file.kind == .draft && abs(now - file.modified) > Self.draftLifetime
      // Temporary files in use count but are not removed.
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
