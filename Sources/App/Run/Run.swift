import Scraping
import Weather
import Web

/// One run: from the plan to an answer for each place, in their order.
struct Run {
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
      log: VerboseLog(isEnabled: plan.options.verbosity == .everything),
      health: HealthLog(source.isLive && !plan.options.offline ? plan.cache.cache : nil))
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
        // Few finished answers wait for their turn to be written.
        while next < places.count, running < width, next - turn < 64 {
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

  /// Remembers what the new answers held; gives what the user should be told of it.
  func rememberHealth() -> [DriftNote] {
    context.health.remember(at: context.source.clock, tells: context.plan.options.verbosity != .errors)
  }

  /// How many places are asked for at the same time: enough that a host never waits for us. A recording has the answers of
  /// one address in their order, so there is one place at a time.
  private var width: Int {
    context.source.isLive && context.plan.options.record == nil ? context.plan.transfer.perHost + 4 : 1
  }
}

/// What all places of a run have in common.
struct RunContext: Sendable {
  let plan: Plan
  let resolver: AreaResolver
  let source: PageSource
  let progress: Progress
  let log: VerboseLog
  let health: HealthLog
}
