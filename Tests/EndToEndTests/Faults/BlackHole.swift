import Foundation

/// A port on loopback to which no connection ever comes about, as behind a firewall that drops all.
///
/// Its queue holds one connection, which is there already: Linux then answers nobody else.
final class BlackHole: Sendable {
  /// The port on 127.0.0.1.
  let port: Int
  private let sockets: [Int32]

  /// Opens the port and fills its queue.
  init() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 0) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard isOpen else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    var sockets = [listener]
    for _ in 0..<3 {
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
      let filler = socket(AF_INET, kind, 0)
      withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = connect(filler, $0, length) }
      }
      sockets.append(filler)
    }
    self.sockets = sockets
  }

  deinit { for socket in sockets { close(socket) } }
}
