private import Foundation

/// Who may do what with a file or a folder, as the system says.
public struct FileAccess: Hashable, Sendable {
  /// The owner's number.
  public var owner: UInt32
  /// The permissions, without the kind of file: 0o700.
  public var mode: UInt32

  /// Looks at what a path leads to; nil where there is nothing.
  public init?(_ path: String) {
    var status = stat()
    guard unsafe stat(PathText.bytes(path), &status) == 0 else { return nil }
    (owner, mode) = (status.st_uid, UInt32(status.st_mode) & 0o7777)
  }

  /// Whether this process's user owns it.
  public var isOwn: Bool { owner == geteuid() }
  /// Whether others may write to it.
  public var isOpen: Bool { mode & 0o022 != 0 }
  /// The permissions in octal digits: `700`.
  public var modeText: String { String(mode, radix: 8) }
}
