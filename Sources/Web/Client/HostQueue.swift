/// Orders that wait for their host's turn.
///
/// libcurl has a limit per host, too, but counts the time spent waiting for it as the request's own.
struct HostQueue {
  private let limit: Int
  private var running: [String: Int] = [:]
  private var waiting: [String: [Order]] = [:]

  /// A queue that lets this many orders of a host run at a time.
  init(limit: Int) { self.limit = max(1, limit) }

  /// The host that an order counts for.
  static func host(of order: Order) -> String { Address(order.request.url)?.host ?? "" }

  /// Takes an order in; gives it back where it may start at once.
  mutating func admit(_ order: Order) -> Order? {
    let host = Self.host(of: order)
    guard running[host, default: 0] < limit else {
      waiting[host, default: []].append(order)
      return nil
    }
    running[host, default: 0] += 1
    return order
  }

  /// Notes that an order of this host is done; gives the one that may start in its place.
  mutating func finished(_ host: String) -> Order? {
    if var orders = waiting[host], !orders.isEmpty {
      let next = orders.removeFirst()
      waiting[host] = orders.isEmpty ? nil : orders
      return next
    }
    let count = running[host, default: 1] - 1
    running[host] = count > 0 ? count : nil
    return nil
  }

  /// Takes out the waiting orders that nobody waits for any more.
  mutating func takeCancelled() -> [Order] { take(\.cancellation.isCancelled) }

  /// Takes out the waiting orders whose time is over.
  mutating func takeLate(_ now: ContinuousClock.Instant) -> [Order] { take { $0.timeLeft(now) == nil } }

  /// How long it takes until one of the waiting orders is late; a minute at most.
  func patience(_ now: ContinuousClock.Instant) -> Duration {
    waiting.values.joined().compactMap(\.request.deadline).min().map { min(max(.zero, $0 - now), .seconds(60)) }
      ?? .seconds(60)
  }

  private mutating func take(_ isTaken: (Order) -> Bool) -> [Order] {
    var taken: [Order] = []
    for (host, orders) in waiting where orders.contains(where: isTaken) {
      taken += orders.filter(isTaken)
      let left = orders.filter { !isTaken($0) }
      waiting[host] = left.isEmpty ? nil : left
    }
    return taken
  }
}
