internal import Synchronization

/// Answers that are kept from run to run, in a folder of the user's own.
///
/// A full disk, a folder that is not to be written to, a damaged file: nothing of it is an error, all of it only means that
/// less is kept. Many programs may use one folder at once, since files only ever come and go whole.
public final class Cache: Sendable {
  /// How much is kept, in bytes.
  public static let limit = 50_000_000
  /// How much less than the limit is there after the folder's size was looked at, in bytes: room for what programs write
  /// between two looks.
  private static let margin = 6_000_000
  /// How much more is taken away than has to be, in bytes, so that it is not to be done at every write.
  private static let batch = 2_000_000
  /// Into how many shares the room that is left is divided, of which a program takes one between two looks.
  private static let shares = 128
  /// How long a file may take to be written, in seconds; an older draft's program has died.
  private static let draftLifetime = 60

  private let folder: CacheFolder
  /// How much may be written before the folder's size is looked at, in bytes.
  private let budget = Mutex(0)

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

  /// Takes everything out; gives how many files that were, and how many bytes.
  ///
  /// - Throws: ``TransferError/cannotClear(path:)`` where something is left.
  public func clear() throws(TransferError) -> (files: Int, size: Int) {
    let files = folder.files()
    // What another program has put there since is not ours to count, whatever its name.
    let left = files.filter { !folder.remove($0.name) }
    if !left.isEmpty { throw .cannotClear(path: path) }
    return (files.count, files.reduce(0) { $0 + $1.size })
  }

  /// The kept answer to a request.
  func answer(_ key: CacheKey) -> KeptAnswer? {
    guard let content = content(of: key, .answer) else { return nil }
    var reader = RecordReader(content)
    guard let answer = reader.answer(), reader.isAtEnd else { return nil }
    return answer
  }

  /// Keeps an answer; a failure that was remembered is over.
  func keep(_ answer: KeptAnswer, for key: CacheKey) {
    write(for: key, .answer, size: answer.response.body.count) { $0.add(answer, isLast: true) }
    folder.remove(key.name(.failure))
  }

  /// The note that is kept under a key.
  func note(_ key: CacheKey) -> KeptNote? {
    guard let content = content(of: key, .note) else { return nil }
    var reader = RecordReader(content)
    guard let note = reader.note(), reader.isAtEnd else { return nil }
    return note
  }

  /// Keeps a note.
  func keep(_ note: KeptNote, for key: CacheKey) {
    write(for: key, .note, size: note.content.count) { $0.add(note) }
  }

  /// The failure of a request that is remembered.
  func failure(_ key: CacheKey) -> KeptFailure? {
    guard let content = content(of: key, .failure) else { return nil }
    var reader = RecordReader(content)
    guard let failure = reader.failure(), reader.isAtEnd else { return nil }
    return failure
  }

  /// Remembers a failure.
  func remember(_ failure: KeptFailure, of key: CacheKey) {
    let size = if case .answer(let response) = failure.kind { response.body.count } else { 0 }
    write(for: key, .failure, size: size) { $0.add(failure) }
  }

  private func content(of key: CacheKey, _ kind: CacheFileKind) -> [UInt8]? {
    folder.read(key.name(kind)).flatMap { CacheEntry.content($0, for: key) }
  }

  /// Writes a file; nothing is put together that cannot be kept, which is known from what it holds at least.
  private func write(for key: CacheKey, _ kind: CacheFileKind, size: Int, _ content: (inout RecordWriter) -> Void) {
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

  /// Takes the oldest files away until so many bytes can be written with a margin to the limit, and what dead programs left;
  /// gives the room that is left then, without the margin, in bytes.
  private func makeRoom(for count: Int) -> Int {
    let now = Timestamp.now().secondsSince1970
    // Failures that nobody remembers any more go first: older answers may still be needed.
    func isOver(_ file: CacheFile) -> Bool { file.kind == .failure && now - file.modified > KeptFailure.lifetime }
    let files = folder.files().sorted { (isOver($1) ? 1 : 0, $0.modified) < (isOver($0) ? 1 : 0, $1.modified) }
    var size = files.reduce(count) { $0 + $1.size }
    let most = Self.limit - Self.margin
    let aim = size > most ? most - Self.batch : most
    for file in files {
      let isLeft = file.kind == .draft && abs(now - file.modified) > Self.draftLifetime
      // What is being written is not taken away, though it counts.
      guard isLeft || (size > aim && file.kind != .draft) else { continue }
      folder.remove(file.name)
      size -= file.size
    }
    return max(0, Self.limit - size)
  }

  // Locks stand on their own: the optimizer of Swift 6.3.1 takes one within a function of typed throws for an error.

  /// Takes so many bytes off the budget, where it has them.
  @inline(never) private func spend(_ count: Int) -> Bool {
    budget.withLock { budget in
      guard budget >= count else { return false }
      budget -= count
      return true
    }
  }

  /// Gives a new budget.
  @inline(never) private func grant(_ count: Int) { budget.withLock { $0 = count } }
}
