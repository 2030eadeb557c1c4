private import Foundation

/// The owner and permissions of a file or folder.
public struct FileAccess: Hashable, Sendable {
  /// The owner's user ID.
  public var owner: UInt32
  /// The permission bits: 0o700.
  public var mode: UInt32

  /// Looks up a path, following links; nil if nothing is there.
  public init?(_ path: String) {
    var status = stat()
    guard unsafe stat(PathText.bytes(path), &status) == 0 else { return nil }
    (owner, mode) = (status.st_uid, UInt32(status.st_mode) & 0o7777)
  }

  /// Whether the current user owns it.
  public var isOwn: Bool { owner == geteuid() }
  /// Whether others may write to it.
  public var isOpen: Bool { mode & 0o022 != 0 }
  /// The permissions in octal: `700`.
  public var modeText: String { String(mode, radix: 8) }
}
