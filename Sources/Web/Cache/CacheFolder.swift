internal import Basics
internal import Foundation

/// The cache folder, accessible only to the user.
///
/// Nothing here throws: what cannot be read counts as missing, what cannot be written is not stored. Names are those of
/// ``CacheFile.Kind``, opened relative to the folder's descriptor and never by path.
struct CacheFolder: Sendable {
  let path: String

  /// Maximum file size in bytes, for reading and writing.
  static let maxFile = 8 << 20

  /// A file's bytes; nil if it is missing, not a regular file, owned by another user, or writable by others.
  func read(_ name: String) -> [UInt8]? {
    inside(writing: false) { folder in
      let file = unsafe openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { return nil }
      defer { close(file) }
      var status = stat()
      guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
        status.st_mode & 0o022 == 0, status.st_size <= Self.maxFile
      else { return nil }
      let size = Int(status.st_size)
      return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size {
          let got = unsafe Foundation.read(file, buffer.baseAddress?.advanced(by: count), size - count)
          if got < 0, errno == EINTR { continue }
          if got <= 0 { break }
          count += got
        }
      }
    }
  }

  /// True if files can be stored; creates the folder if necessary.
  var isUsable: Bool {
    // If creating fails, so does opening.
    do throws(FileError) { try Files.makeFolder(path, mode: 0o700) } catch {}
    return inside(writing: true) { _ in true } ?? false
  }

  /// Writes a file atomically: to a temporary file, synced to disk, then renamed.
  ///
  /// - Parameter making: frees space first, under the folder's lock, so that other processes count the new file; nil if
  ///   there is known to be enough.
  func write(_ bytes: [UInt8], to name: String, making room: (() -> Void)? = nil) {
    _ = inside(writing: true) { folder -> Bool? in
      guard let (draft, file) = Self.draft(in: folder, bytes.count, making: room) else { return nil }
      let isWritten = Files.write(bytes, to: file) && fsync(file) == 0
      if close(file) == 0, isWritten, unsafe renameat(folder, draft, folder, name) == 0 { return true }
      unsafe unlinkat(folder, draft, 0)
      return false
    }
  }

  /// Replaces a file with the result of a closure, under the folder's lock; nil leaves it unchanged.
  func update(_ name: String, _ change: ([UInt8]?) -> [UInt8]?) {
    _ = inside(writing: true) { folder -> Bool? in
      guard Self.lock(folder) else { return nil }
      defer { flock(folder, LOCK_UN) }
      guard let bytes = change(read(name)), let (draft, file) = Self.draft(in: folder, bytes.count, making: nil) else {
        return nil
      }
      let isWritten = Files.write(bytes, to: file)
      if close(file) == 0, isWritten, unsafe renameat(folder, draft, folder, name) == 0 { return true }
      unsafe unlinkat(folder, draft, 0)
      return false
    }
  }

  /// Creates a temporary file; if space was freed for it, it gets its full size at once, so that other processes count
  /// it.
  private static func draft(
    in folder: Int32, _ size: Int, making room: (() -> Void)?
  ) -> (name: String, file: Int32)? {
    if room != nil, !lock(folder) { return nil }
    defer { if room != nil { flock(folder, LOCK_UN) } }
    room?()
    // A unique name: several processes may write the same entry at once.
    let draft = "\(hexadecimal(.random(in: .min ... .max))).\(CacheFile.Kind.draft.rawValue)"
    let file = unsafe openat(folder, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    if room == nil || ftruncate(file, off_t(size)) == 0 { return (draft, file) }
    close(file)
    unsafe unlinkat(folder, draft, 0)
    return nil
  }

  /// Locks the folder; false if another process, such as a stopped one, holds the lock for too long: then nothing is
  /// stored.
  private static func lock(_ folder: Int32) -> Bool {
    for turn in 0..<100 {
      if flock(folder, LOCK_EX | LOCK_NB) == 0 { return true }
      // The file system does not support locks.
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      if turn < 99 { usleep(2000) }
    }
    return false
  }

  /// Removes a file; returns true if it is gone, even if someone else removed it.
  @discardableResult func remove(_ name: String) -> Bool {
    inside(writing: true) { unsafe unlinkat($0, name, 0) == 0 || errno == ENOENT } ?? false
  }

  /// The cache's files, unsorted.
  func files() -> [CacheFile] {
    inside(writing: false) { folder -> [CacheFile] in
      let copy = dup(folder)
      guard copy >= 0, let list = unsafe fdopendir(copy) else {
        if copy >= 0 { close(copy) }
        return []
      }
      defer { unsafe closedir(list) }
      var files: [CacheFile] = []
      while let entry = unsafe readdir(list) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
          unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        var status = stat()
        guard let kind = CacheFile.Kind(name: name), unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
          status.st_mode & S_IFMT == S_IFREG
        else { continue }
        files.append(
          CacheFile(name: name, kind: kind, size: Int(status.st_size), modified: Int(status.st_mtim.tv_sec)))
      }
      return files
    } ?? []
  }

  /// Runs a closure with the open folder; nil if there is none, or if it belongs to another user or is writable by
  /// others. The latter is corrected before writing.
  ///
  /// A symbolic link to the folder is followed only if it belongs to the user: someone else's could point to any of
  /// this user's folders.
  private func inside<Result>(writing: Bool, _ body: (Int32) -> Result?) -> Result? {
    var link = stat()
    guard unsafe lstat(PathText.bytes(path), &link) == 0, link.st_uid == geteuid() else { return nil }
    let isLink = link.st_mode & S_IFMT == S_IFLNK
    let folder = unsafe open(PathText.bytes(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isLink ? 0 : O_NOFOLLOW))
    guard folder >= 0 else { return nil }
    defer { close(folder) }
    var status = stat()
    guard unsafe fstat(folder, &status) == 0, status.st_uid == geteuid() else { return nil }
    // Files that others may have put there are recognized by their owner; from now on no one else can.
    if writing, !isLink, status.st_mode & 0o077 != 0, fchmod(folder, 0o700) == 0 { return body(folder) }
    return status.st_mode & 0o022 == 0 || !writing && !isLink ? body(folder) : nil
  }
}
