import Basics
import Scraping
import Weather
import Web

/// One run: from a plan to an answer for each place, in order.
struct Run {
  /// The places as written by the user.
  let places: [String]
  private let context: RunContext
  private let deadline: ContinuousClock.Instant?
  /// The area if there is a single place and a single parser: resolved immediately, to report errors early.
  private let area: Area?

  /// Reports errors before anything is requested, in the documented order: named files, the area if there is a single
  /// one, the recording folder.
  ///
  /// - Parameter postpones: whether a single place's answers are written to the cache only by ``keep()``.
  init(_ plan: Plan, begin: ContinuousClock.Instant = .now, postpones: Bool = false) throws {
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
      health: HealthLog(source.isLive && !plan.options.offline ? plan.cache.cache : nil),
      postponed: postpones && places.count == 1 ? Locked([]) : nil)
    deadline = plan.options.timeout.map { begin + $0 }
  }

  /// Asks for all places, in parallel on the network, and passes the answers on in order.
  ///
  /// - Parameter take: receives a place's answer; false to stop.
  func answers(_ take: (PlaceAnswer) throws -> Bool) async throws {
    try await withThrowingTaskGroup(of: (Int, PlaceAnswer).self) { group in
      var (next, turn, running) = (0, 0, 0)
      var done: [Int: PlaceAnswer] = [:]
      while turn < places.count {
        // Limits how many finished answers wait to be written.
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

  /// Writes the cache, which was postponed until the answer was written.
  ///
  /// The work is taken out of the list, because it holds the context that the list belongs to.
  func keep() {
    let postponed = context.postponed?.withLock { work in
      defer { work = [] }
      return work
    }
    for work in postponed ?? [] { work() }
  }

  /// Records what the new answers contained; returns notes about missing fields for the user.
  func rememberHealth() -> [DriftNote] {
    context.health.remember(at: context.source.clock, tells: context.plan.options.verbosity != .errors)
  }

  /// Number of places asked in parallel: enough to keep a host's request limit busy. Replaying and recording are
  /// sequential, because answers of the same address are used in order.
  private var width: Int {
    context.source.isLive && context.plan.options.record == nil ? context.plan.transfer.perHost + 4 : 1
  }
}

/// The context shared by all places of a run.
struct RunContext: Sendable {
  let plan: Plan
  let resolver: AreaResolver
  let source: PageSource
  let progress: Progress
  let log: VerboseLog
  let health: HealthLog
  /// Work to do once the answer is written; nil if it is done immediately.
  let postponed: Locked<[@Sendable () -> Void]>?

  /// Does work that the answer does not depend on: at the end of the run for a single place, but immediately for several,
  /// because they may ask for the same pages.
  func later(_ work: @escaping @Sendable () -> Void) {
    if let postponed { postponed.withLock { $0.append(work) } } else { work() }
  }
}
