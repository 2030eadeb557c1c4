import Basics
import Oracle
import Scraping
import Synchronization
import Weather
import Web

/// A recorded session whose answers are changed one after the other.
final class ChangingSession: Sendable {
  private let session: ReplaySession
  private let mutation: Mutex<Mutation>

  init(_ recording: Recording, seed: UInt64) {
    session = ReplaySession(recording)
    mutation = Mutex(Mutation(seed: seed))
  }

  /// The changed answer to a request.
  func page(for request: PageRequest, fetched: LocalTime) throws -> Page {
    let response = try session.response(to: TransferRequest(url: request.url, headers: request.headers))
    let body = mutation.withLock { $0.mutated(response.body) }
    return Page(url: response.url, status: response.status, body: body, fetched: fetched)
  }
}
