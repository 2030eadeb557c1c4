import Scraping
import Weather
import Web

/// One run: from the plan to an answer for each place, in their order.
struct Run {
  /// How many places are asked for at the same time: enough that a host never waits for us, whatever its limit.
  private static let spare = 4
  /// How far those that are done may be ahead of the one whose turn it is, so that what waits stays small.
  private static let reach = 64

  /// The places, as the user wrote them.
  let places: [String]
  private let context: RunContext
  private let deadline: ContinuousClock.Instant?
  /// The area of the only place for the only parser: found at once, since it may be wrong.
  private let area: Area?

  /// Finds every error that there is before anything is asked, in the order of the contract: named files, the area where
  /// there is one, the folder of the recording.
  init(_ plan: Plan, begin: ContinuousClock.Instant = .now) throws {
    let source = try PageSource(plan)
    places = plan.places + (try plan.options.placeFile.map { try PlaceFile.places($0) } ?? [])
    let resolver = AreaResolver(places: plan.configuration.places)
    let isSingle = places.count == 1 && plan.chain.count == 1
    if isSingle { try plan.chain[0].open() }
    area = isSingle ? try resolver.area(places[0], for: plan.chain[0]) : nil
    if let directory = plan.options.record { try source.record(into: directory) }
    let isWatched = source.isLive && plan.options.verbosity != .errors && StandardStreams.errorIsTerminal
    context = RunContext(
      plan: plan, resolver: resolver, source: source, progress: Progress(isShown: isWatched && places.count == 1),
      log: VerboseLog(isEnabled: plan.options.verbosity == .everything))
    deadline = plan.options.timeout.map { begin + $0 }
  }

  /// Asks for all places, side by side where the network is asked, and hands each answer on as soon as its turn has come.
  ///
  /// - Parameter take: takes the answer for a place; false where nobody wants to know any more.
  func answers(_ take: (PlaceAnswer) throws -> Bool) async throws {
    try await withThrowingTaskGroup(of: (Int, PlaceAnswer).self) { group in
      var (next, turn, running) = (0, 0, 0)
      var done: [Int: PlaceAnswer] = [:]
      while turn < places.count {
        while next < places.count, running < width, next - turn < Self.reach {
          let place = PlaceRun(place: places[next], area: area, context: context, deadline: deadline)
          group.addTask { [next] in (next, await place.answer()) }
          next += 1
          running += 1
        }
        guard let (index, answer) = try await group.next() else { break }
        running -= 1
        done[index] = answer
        while let answer = done.removeValue(forKey: turn) {
          turn += 1
          guard try take(answer) else {
            group.cancelAll()
            return
          }
        }
      }
    }
  }

  func finish() throws(TransferError) { try context.source.finish() }

  /// How many places are asked for at the same time. A recording notes, and gives, the answers of one address in their
  /// order: there is one at a time.
  private var width: Int {
    guard context.source.isLive, context.plan.options.record == nil else { return 1 }
    return context.plan.transfer.perHost + Self.spare
  }
}

/// What all places of a run have in common.
struct RunContext: Sendable {
  let plan: Plan
  let resolver: AreaResolver
  let source: PageSource
  let progress: Progress
  let log: VerboseLog
}
