/// The kinds of file that a cache holds, by the endings of their names.
enum CacheFileKind: String, CaseIterable, Sendable {
  /// An answer.
  case answer
  /// A failure, remembered for a minute.
  case failure
  /// Something made of answers.
  case note
  /// A file that is being written, or was when its program died.
  case draft = "tmp"

  /// The kind of a file by its name; nil for one that is none of the cache's.
  init?(name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 16,
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.init(rawValue: String(parts[1]))
  }
}
