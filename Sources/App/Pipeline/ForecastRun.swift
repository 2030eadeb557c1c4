import Scraping
import Weather
import Web

/// One run: from the settings to what came of each place, in their order.
struct ForecastRun {
  /// How many places are asked for at the same time: enough that a host never waits for us, whatever its limit.
  private static let spare = 4
  /// How far those that are done may be ahead of the one whose turn it is, so that what waits stays small.
  private static let reach = 64

  /// The places, as the user wrote them.
  let places: [String]
  private let context: RunContext
  private let deadline: ContinuousClock.Instant?

  /// Finds every error that there is before anything is asked, in the order of the contract: named files, the area where
  /// there is one, the folder of the recording.
  init(_ settings: Settings, begin: ContinuousClock.Instant = .now) throws {
    let exchange = try Exchange(settings: settings, hosts: settings.chain.flatMap { $0.facts.hosts })
    places = settings.areas + (try settings.areaFile.map { try AreaFile.areas($0) } ?? [])
    let resolver = AreaResolver(places: settings.places)
    if places.count == 1, settings.chain.count == 1 { _ = try resolver.area(places[0], for: settings.chain[0]) }
    if let directory = settings.record { try exchange.record(into: directory) }
    let isWatched = exchange.isLive && settings.loudness != .errors && StandardStreams.errorIsTerminal
    context = RunContext(
      settings: settings, resolver: resolver, exchange: exchange,
      progress: Progress(isShown: isWatched && places.count == 1),
      narrator: Narrator(isHeard: settings.loudness == .everything))
    deadline = settings.timeout.map { begin + $0 }
  }

  /// Asks for all places, side by side where the network is asked, and hands each on as soon as its turn has come.
  ///
  /// - Parameter take: takes what came of a place; false where nobody wants to know any more.
  func run(_ take: (PlaceOutcome) throws -> Bool) async throws {
    try await withThrowingTaskGroup(of: (Int, PlaceOutcome).self) { group in
      var (next, turn, running) = (0, 0, 0)
      var done: [Int: PlaceOutcome] = [:]
      while turn < places.count {
        while next < places.count, running < width, next - turn < Self.reach {
          let (index, place) = (next, PlaceRun(word: places[next], context: context, deadline: deadline))
          group.addTask { (index, await place.outcome()) }
          next += 1
          running += 1
        }
        guard let (index, outcome) = try await group.next() else { break }
        running -= 1
        done[index] = outcome
        while let outcome = done.removeValue(forKey: turn) {
          turn += 1
          guard try take(outcome) else {
            group.cancelAll()
            return
          }
        }
      }
    }
  }

  /// Writes the recording, if there is to be one.
  func finish() throws(TransferError) { try context.exchange.finish() }

  /// How many places are asked for at the same time. A recording notes, and gives, the answers of one address in their
  /// order: there is one at a time.
  private var width: Int {
    guard context.exchange.isLive, context.settings.record == nil else { return 1 }
    return context.settings.transfer.perHost + Self.spare
  }
}
