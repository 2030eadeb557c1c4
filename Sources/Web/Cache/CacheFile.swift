/// A file of the cache's, as its folder lists it.
struct CacheFile: Hashable, Sendable {
  /// Its name.
  var name: String
  /// Its kind.
  var kind: CacheFileKind
  /// Its size, in bytes.
  var size: Int
  /// When it was written, in seconds since 1970-01-01T00:00:00Z.
  var modified: Int
}
