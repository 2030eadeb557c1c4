internal import Synchronization

/// Which hosts have failed so often, and never answered, that asking them again in the same run is of no use: a hundred
/// places at a site that is down cost as many timeouts as run side by side, and not a hundred.
final class HostHealth: Sendable {
  /// What is known of a host.
  private struct Record {
    var hasAnswered = false
    var failures = 0
    var code = 0
    var text = ""
  }

  private let limit: Int
  private let records = Mutex<[String: Record]>([:])

  /// Gives a host up after so many failures.
  init(limit: Int) { self.limit = max(1, limit) }

  // Not inlined: the optimizer of Swift 6.3.1 takes a lock within a function of typed throws for an error.

  /// Why a request is not worth being sent; nil where it is.
  @inline(never) func failure(of request: TransferRequest) -> TransferError? {
    guard let host = Address(request.url)?.host else { return nil }
    return records.withLock { records in
      guard let record = records[host], !record.hasAnswered, record.failures >= limit else { return nil }
      return .network(url: request.url, code: record.code, text: "\(record.text), for others of this site, too")
    }
  }

  /// Notes what came of a request.
  @inline(never) func note(_ result: Result<TransferResponse, TransferError>, of request: TransferRequest) {
    guard let host = Address(request.url)?.host else { return }
    records.withLock { records in
      switch result {
      case .success: records[host, default: Record()].hasAnswered = true
      case .failure(.network(_, let code, let text)) where NetworkFailure(code: code).isOfTheHost:
        records[host, default: Record()].failures += 1
        records[host]?.code = code
        records[host]?.text = text
      case .failure: break
      }
    }
  }
}
