internal import Basics

/// Jobs that wait for their host's turn.
///
/// libcurl has a limit per host, too, but counts the time spent waiting for it as the request's own.
struct HostQueue {
  private let limit: Int
  private var running: [String: Int] = [:]
  private var waiting: [String: [TransferJob]] = [:]

  /// A queue that lets this many jobs of a host run at a time.
  init(limit: Int) { self.limit = max(1, limit) }

  /// The host that a job counts for.
  static func host(of job: TransferJob) -> String { Address(job.request.url)?.host ?? "" }

  /// Takes a job in; gives it back where it may start at once.
  mutating func admit(_ job: TransferJob) -> TransferJob? {
    let host = Self.host(of: job)
    guard running[host, default: 0] < limit else {
      waiting[host, default: []].append(job)
      return nil
    }
    running[host, default: 0] += 1
    return job
  }

  /// Notes that a job of this host is done; gives the one that may start in its place.
  mutating func finished(_ host: String) -> TransferJob? {
    if var jobs = waiting[host], !jobs.isEmpty {
      let next = jobs.removeFirst()
      waiting[host] = jobs.isEmpty ? nil : jobs
      return next
    }
    let count = running[host, default: 1] - 1
    running[host] = count > 0 ? count : nil
    return nil
  }

  /// Removes the waiting jobs that are cancelled.
  mutating func removeCancelled() -> [TransferJob] { remove(\.cancellation.isCancelled) }

  /// Removes the waiting jobs whose time is over.
  mutating func removeLate(_ now: ContinuousClock.Instant) -> [TransferJob] { remove { $0.timeLeft(now) == nil } }

  /// How long it takes until one of the waiting jobs is late; a minute at most.
  func patience(_ now: ContinuousClock.Instant) -> Duration {
    waiting.values.joined().compactMap(\.request.deadline).min().map { min(max(.zero, $0 - now), .seconds(60)) }
      ?? .seconds(60)
  }

  private mutating func remove(_ isRemoved: (TransferJob) -> Bool) -> [TransferJob] {
    var removed: [TransferJob] = []
    for (host, jobs) in waiting where jobs.contains(where: isRemoved) {
      removed += jobs.filter(isRemoved)
      let left = jobs.filter { !isRemoved($0) }
      waiting[host] = left.isEmpty ? nil : left
    }
    return removed
  }
}
