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
  /// How far below the limit the folder is kept, in bytes: room for what programs write before they look at its size
  /// again.
  private static let margin = 6_000_000
  /// How much more is removed than has to be, in bytes, so that not every write has to remove something.
  private static let batch = 2_000_000
  /// The room that is left is divided into so many shares; a program writes one of them before it looks again.
  private static let shares = 128
  /// The longest that a file takes to be written, in seconds; an older draft's program has died.
  private static let draftLifetime = 60

  private let folder: CacheFolder
  /// How much may be written before the folder's size is looked at, in bytes.
  private let budget = Locked(0)

  /// The cache in a folder, which is made with the first thing kept; `path` is absolute.
  public init(path: String) { folder = CacheFolder(path: path) }

  /// Where the cache lies.
  public var path: String { folder.path }

  /// What is in it.
  public func contents() -> CacheContents {
    let files = folder.files()
    let answers = files.filter { $0.kind == .answer }.compactMap { file -> CacheContents.Answer? in
      guard let (key, content) = folder.read(file.name).flatMap({ CacheEntry.read($0) }) else { return nil }
      var reader = RecordReader(content)
      guard let answer = reader.answer() else { return nil }
      let url = key.split(separator: "\n").first.map(String.init) ?? ""
      return CacheContents.Answer(url: url, received: answer.received, size: file.size)
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
    // What another program has put there since is not ours to count, whatever its name.
    let left = files.filter { !folder.remove($0.name) }
    if !left.isEmpty { throw .cannotClear(path: path) }
    return (files.count, files.reduce(0) { $0 + $1.size })
  }

  /// The stored response to a request.
  func answer(_ key: CacheKey) -> StoredResponse? {
    guard let content = content(of: key, .answer) else { return nil }
    var reader = RecordReader(content)
    guard let answer = reader.answer(), reader.isAtEnd else { return nil }
    return answer
  }

  /// Stores a response, and forgets a failure.
  func keep(_ answer: StoredResponse, for key: CacheKey) {
    write(for: key, .answer, size: answer.response.body.count) { $0.add(answer, isLast: true) }
    folder.remove(key.name(.failure))
  }

  /// The note that is stored under a key.
  func note(_ key: CacheKey) -> StoredNote? {
    guard let content = content(of: key, .note) else { return nil }
    var reader = RecordReader(content)
    guard let note = reader.note(), reader.isAtEnd else { return nil }
    return note
  }

  /// Stores a note.
  func keep(_ note: StoredNote, for key: CacheKey) {
    write(for: key, .note, size: note.content.count) { $0.add(note) }
  }

  /// The failure of a request that is remembered.
  func failure(_ key: CacheKey) -> StoredFailure? {
    guard let content = content(of: key, .failure) else { return nil }
    var reader = RecordReader(content)
    guard let failure = reader.failure(), reader.isAtEnd else { return nil }
    return failure
  }

  /// Remembers a failure.
  func remember(_ failure: StoredFailure, of key: CacheKey) {
    let size = if case .answer(let response) = failure.kind { response.body.count } else { 0 }
    write(for: key, .failure, size: size) { $0.add(failure) }
  }

  private func content(of key: CacheKey, _ kind: CacheFile.Kind) -> [UInt8]? {
    folder.read(key.name(kind)).flatMap { CacheEntry.content($0, for: key) }
  }

  /// Writes a file, unless it is too large; `size` is what it holds at least.
  private func write(for key: CacheKey, _ kind: CacheFile.Kind, size: Int, _ content: (inout RecordWriter) -> Void) {
    guard size <= CacheFolder.maxFile, folder.isUsable else { return }
    let pieces = CacheEntry.pieces(for: key, content)
    let count = pieces.reduce(0) { $0 + $1.count }
    guard count <= CacheFolder.maxFile else { return }
    if spend(count) {
      folder.write(pieces, to: key.name(kind))
    } else {
      folder.write(pieces, to: key.name(kind)) { self.grant(self.makeRoom(for: count) / Self.shares) }
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

  /// Takes so many bytes off the budget, where it has them.
  private func spend(_ count: Int) -> Bool {
    budget.withLock { budget in
      guard budget >= count else { return false }
      budget -= count
      return true
    }
  }

  /// Gives a new budget.
  private func grant(_ count: Int) { budget.withLock { $0 = count } }
}
