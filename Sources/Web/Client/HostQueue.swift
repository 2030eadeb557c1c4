/// Queues jobs to limit parallel requests per host.
///
/// libcurl has such a limit, too, but counts waiting time towards the request's timeout.
struct HostQueue {
  private let limit: Int
  private var running: [String: Int] = [:]
  private var waiting: [String: [TransferJob]] = [:]

  init(limit: Int) { self.limit = max(1, limit) }

  /// Adds a job; returns it if it may start at once.
  mutating func admit(_ job: TransferJob) -> TransferJob? {
    let host = job.host
    guard running[host, default: 0] < limit else {
      waiting[host, default: []].append(job)
      return nil
    }
    running[host, default: 0] += 1
    return job
  }

  /// Records that a job of a host is done; returns the next one to start.
  mutating func finished(_ host: String) -> TransferJob? {
    if waiting[host]?.isEmpty == false { return waiting[host]?.removeFirst() }
    running[host, default: 1] -= 1
    return nil
  }

  /// Removes and returns waiting jobs that are cancelled or past their deadline.
  mutating func remove(where isRemoved: (TransferJob) -> Bool) -> [TransferJob] {
    var removed: [TransferJob] = []
    for host in waiting.keys {
      waiting[host]?.removeAll { job in
        // Call only once per job: it may be cancelled at any moment.
        guard isRemoved(job) else { return false }
        removed.append(job)
        return true
      }
    }
    return removed
  }

  /// The time until the first deadline of a waiting job; at most a minute.
  func timeUntilLate(_ now: ContinuousClock.Instant) -> Duration {
    let first = waiting.values.joined().compactMap(\.request.deadline).min()
    return first.map { min(max(.zero, $0 - now), .seconds(60)) } ?? .seconds(60)
  }
}
