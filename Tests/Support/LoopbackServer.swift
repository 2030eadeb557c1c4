import Foundation
import Synchronization

/// A server on loopback that sends exactly the bytes that a test specifies.
public final class LoopbackServer: Sendable {
  /// The reply to a request.
  public struct Reply: Sendable {
    /// The bytes to send, each after a pause.
    public var pieces: [(pause: Duration, bytes: [UInt8])]
    /// True for a persistent connection.
    public var keepsOpen = false
    /// What happens to the connection afterwards.
    public var ending = Ending.closes

    /// What happens to a connection.
    public enum Ending: Sendable {
      /// It is closed normally.
      case closes
      /// It is reset.
      case resets
      /// These bytes are sent repeatedly, each time after a pause, until the peer disconnects.
      case goesOn([UInt8], pause: Duration = .zero)
    }

    /// Creates a reply from pieces; afterwards the connection is closed by default.
    public init(_ pieces: [(pause: Duration, bytes: [UInt8])], ending: Ending = .closes) {
      self.pieces = pieces
      self.ending = ending
    }

    /// Creates a reply from text, with `\n` for line ends.
    public init(raw text: String) {
      pieces = [(.zero, Array(text.replacing("\n", with: "\r\n").utf8))]
    }

    /// Creates a reply with a Content-Length.
    public init(_ status: Int, _ headers: [String] = [], body: [UInt8] = [], keepsOpen: Bool = false) {
      let lines = ["HTTP/1.1 \(status) Whatever", "Content-Length: \(body.count)"] + headers
      let connection = "Connection: \(keepsOpen ? "keep-alive" : "close")"
      pieces = [(.zero, Array((lines + [connection, "", ""]).joined(separator: "\r\n").utf8) + body)]
      self.keepsOpen = keepsOpen
    }
  }

  private struct Seen {
    var requests: [String] = []
    var connections = 0
    var open = 0
    var mostOpen = 0
  }

  /// The requests so far, shared between threads.
  private final class Log: Sendable {
    let seen = Mutex(Seen())
  }

  /// The port on 127.0.0.1.
  public let port: Int
  private let listener: Int32
  private let log = Log()
  private let answer: @Sendable (String) -> Reply

  /// Starts a server that greets every connection with a text, and closes it.
  public convenience init(greeting: String) throws {
    try self.init(toHeads: (), greeting: greeting, { _ in .init([]) })
  }

  /// Starts a server; the closure gets the request's path.
  public convenience init(_ answer: @escaping @Sendable (String) -> Reply) throws {
    try self.init(toHeads: (), { answer($0.split(separator: " ").dropFirst().first.map(String.init) ?? "") })
  }

  /// Starts a server; the closure gets the request's complete head.
  public convenience init(toHeads: Void, _ answer: @escaping @Sendable (String) -> Reply) throws {
    try self.init(toHeads: (), greeting: nil, answer)
  }

  private init(toHeads: Void, greeting: String?, _ answer: @escaping @Sendable (String) -> Reply) throws {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // Processes started by other tests must not keep this server's connections open.
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 128) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread { [log, answer] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
          // Not closed by deinit: this thread must never accept connections of another socket with the same descriptor.
          close(listener)
          return
        }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        Thread { Self.serve(connection, greeting, log.seen, answer) }.start()
      }
    }.start()
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  /// The URL for a path.
  public func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The heads of the requests so far.
  public var requests: [String] { log.seen.withLock { $0.requests } }
  /// Number of connections.
  public var connections: Int { log.seen.withLock { $0.connections } }
  /// Maximum number of parallel requests.
  public var mostAtOnce: Int { log.seen.withLock { $0.mostOpen } }

  private static func serve(
    _ connection: Int32, _ greeting: String?, _ seen: borrowing Mutex<Seen>, _ answer: (String) -> Reply
  ) {
    defer { close(connection) }
    seen.withLock { $0.connections += 1 }
    if let greeting { _ = send(Array(greeting.utf8), connection, after: .zero) }
    while greeting == nil, let head = head(connection) {
      seen.withLock {
        $0.requests.append(head)
        $0.open += 1
        $0.mostOpen = max($0.mostOpen, $0.open)
      }
      let reply = answer(head)
      var sent = reply.pieces.allSatisfy { send($0.bytes, connection, after: $0.pause) }
      if case .goesOn(let bytes, let pause) = reply.ending {
        while sent { sent = send(bytes, connection, after: pause) }
      }
      seen.withLock { $0.open -= 1 }
      if case .resets = reply.ending {
        var at = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &at, socklen_t(MemoryLayout<linger>.size))
        return
      }
      if !sent || !reply.keepsOpen { break }
    }
    // Reads the remaining data, so that closing does not reset the connection.
    shutdown(connection, Int32(SHUT_WR))
    var rest = [UInt8](repeating: 0, count: 1024)
    while recv(connection, &rest, rest.count, 0) > 0 {}
  }

  private static func head(_ connection: Int32) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
      guard recv(connection, &byte, 1, 0) == 1 else { return nil }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func send(_ bytes: [UInt8], _ connection: Int32, after pause: Duration) -> Bool {
    if pause > .zero { usleep(UInt32(pause / .microseconds(1))) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
