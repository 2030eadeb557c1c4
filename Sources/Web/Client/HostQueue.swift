/// Jobs that wait for their host's turn.
///
/// libcurl has a limit per host, too, but counts the time spent waiting for it as the request's own.
struct HostQueue {
  private let limit: Int
  private var running: [String: Int] = [:]
  private var waiting: [String: [TransferJob]] = [:]

  init(limit: Int) { self.limit = max(1, limit) }

  /// Takes a job in; gives it back where it may start at once.
  mutating func admit(_ job: TransferJob) -> TransferJob? {
    let host = job.host
    guard running[host, default: 0] < limit else {
      waiting[host, default: []].append(job)
      return nil
    }
    running[host, default: 0] += 1
    return job
  }

  /// Notes that a job of this host is done; gives the one that may start in its place.
  mutating func finished(_ host: String) -> TransferJob? {
    if waiting[host]?.isEmpty == false { return waiting[host]?.removeFirst() }
    running[host, default: 1] -= 1
    return nil
  }

  /// Removes and gives the waiting jobs that are cancelled, or whose time is over.
  mutating func remove(where isRemoved: (TransferJob) -> Bool) -> [TransferJob] {
    var removed: [TransferJob] = []
    for host in waiting.keys {
      waiting[host]?.removeAll { job in
        // Asked once only: a job may be cancelled at any moment.
        guard isRemoved(job) else { return false }
        removed.append(job)
        return true
      }
    }
    return removed
  }

  /// How long it takes until one of the waiting jobs is late; a minute at most.
  func timeUntilLate(_ now: ContinuousClock.Instant) -> Duration {
    let first = waiting.values.joined().compactMap(\.request.deadline).min()
    return first.map { min(max(.zero, $0 - now), .seconds(60)) } ?? .seconds(60)
  }
}
