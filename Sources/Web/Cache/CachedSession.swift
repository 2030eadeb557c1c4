/// A session that answers from a cache where it can, by the rules of RFC 9111.
///
/// What the network brings is kept when the reader says that it could be read (``keep(_:)``), and not before: a page that
/// makes no sense never stands in for one that did.
public final class CachedSession: Sendable {
  private let session: Session
  private let cache: Cache?
  private let begin: Int
  private let start = ContinuousClock.now

  /// A session over the network; a cache of nil keeps nothing. `now` is the run's clock.
  public init(_ session: Session, cache: Cache?, now: Timestamp) {
    self.session = session
    self.cache = cache
    begin = now.secondsSince1970
  }

  /// The clock, as it goes on from the run's: what a long run has got itself does not come from the future.
  private var now: Int { begin + Int((ContinuousClock.now - start).components.seconds) }

  /// The answer to a request that is to be had without the network; nil where the site has to be asked.
  ///
  /// - Throws: a failure that is remembered, or ``TransferError/notKept(url:)`` where the site is not to be asked.
  public func kept(_ request: TransferRequest, _ policy: CachePolicy) throws(TransferError) -> CachedAnswer? {
    switch policy.mode {
    case .confirm, .anew: return nil
    case .usual:
      let key = CacheKey(request)
      if let (answer, freshness) = answer(key), freshness.isFresh(floor: policy.floor, maxAge: policy.maxAge),
        matches(answer)
      {
        return found(answer, isStale: false)
      }
      return try failure(key, of: request)
    case .offline, .stale:
      guard let (answer, freshness) = answer(CacheKey(request)) else { throw .notKept(url: request.url) }
      let isFresh = freshness.isFresh(floor: policy.floor, maxAge: policy.maxAge) && matches(answer)
      if policy.mode == .stale, !isFresh, !freshness.mayBeShownStale { throw .notKept(url: request.url) }
      return found(answer, isStale: policy.mode == .stale || !isFresh)
    }
  }

  /// The site's answer to a request, or the kept one where the site confirms it.
  public func asked(_ request: TransferRequest, _ policy: CachePolicy) async throws(TransferError) -> CachedAnswer {
    let key = CacheKey(request)
    let patience = session.patience(request)
    do throws(TransferError) {
      if policy.mode != .anew, let (answer, _) = answer(key), matches(answer), !answer.conditions.isEmpty {
        var question = request
        question.headers += answer.conditions
        let (response, received) = try await response(to: question)
        if let confirmed = answer.confirmed(by: response, received: received) {
          return CachedAnswer(
            arrived: confirmed.response, floor: policy.floor, isReused: true, kept: confirmed, newKey: key)
        }
        if response.status != 304 { return took(response, received, key, policy) }
      }
      let (response, received) = try await response(to: request)
      return took(response, received, key, policy)
    } catch {
      if case .network(_, let code, let text) = error { remember(.network(code: code, text: text), key, patience) }
      throw error
    }
  }

  /// Keeps answers that could be read.
  public func keep(_ answers: [CachedAnswer]) {
    for answer in answers {
      guard let key = answer.newKey, let kept = answer.kept, KeptAnswer.mayBeKept(kept.response) else { continue }
      cache?.keep(kept, for: key)
    }
  }

  /// Remembers answers that could not be read for a minute, as failures: asking again at once would bring the same.
  public func distrust(_ answers: [CachedAnswer]) {
    for answer in answers {
      guard let key = answer.newKey, let kept = answer.kept, KeptAnswer.mayBeKept(kept.response) else { continue }
      remember(.answer(kept.response), key)
    }
  }

  /// What was made of answers and kept under a name, where they may still be used; nil where it has to be made anew.
  public func note(_ name: String, _ policy: CachePolicy) -> CachedNote? {
    if policy.mode == .confirm || policy.mode == .anew { return nil }
    guard let note = cache?.note(CacheKey(note: name)) else { return nil }
    let sources = note.sources.map { ($0, Freshness(of: $0, now: now)) }
    let isFresh = sources.allSatisfy { source, freshness in
      freshness.isFresh(floor: policy.floor, maxAge: policy.maxAge) && matches(source)
    }
    if policy.mode == .usual, !isFresh { return nil }
    if policy.mode == .stale, !isFresh, !sources.allSatisfy({ $0.1.mayBeShownStale }) { return nil }
    let age = sources.map { now - $0.0.received + $0.0.ageOnArrival }.max() ?? 0
    return CachedNote(content: note.content, age: max(0, age), isStale: policy.mode == .stale || !isFresh)
  }

  /// Keeps what was made of answers under a name, for as long as all of them hold.
  public func keep(_ content: [UInt8], note name: String, of answers: [CachedAnswer]) {
    let sources = answers.compactMap { answer -> KeptAnswer? in
      guard !answer.isFailure, var source = answer.kept, KeptAnswer.mayBeKept(source.response) else { return nil }
      source.response.body = []
      return source
    }
    guard !sources.isEmpty, sources.count == answers.count else { return }
    cache?.keep(KeptNote(sources: sources, content: content), for: CacheKey(note: name))
  }

  /// An answer that has just come; one that refuses is remembered as such.
  private func took(
    _ response: TransferResponse, _ received: Int, _ key: CacheKey, _ policy: CachePolicy
  ) -> CachedAnswer {
    if KeptFailure.isFailure(status: response.status) {
      remember(.answer(response), key)
      return CachedAnswer(response, isFailure: true)
    }
    let kept = KeptAnswer(response: response, received: received, userAgent: session.options.userAgent)
    return CachedAnswer(arrived: response, floor: policy.floor, kept: kept, newKey: key)
  }

  /// The network's answer, and when it came.
  private func response(
    to request: TransferRequest
  ) async throws(TransferError) -> (TransferResponse, received: Int) {
    let response = try await session.response(to: request)
    return (response, Timestamp.now().secondsSince1970)
  }

  /// The kept answer to a request, with its freshness.
  private func answer(_ key: CacheKey) -> (KeptAnswer, Freshness)? {
    cache?.answer(key).map { ($0, Freshness(of: $0, now: now)) }
  }

  /// Whether an answer is one to this program (RFC 9111, section 4.1). Of what answers vary with, only its name can differ:
  /// the other header fields are part of the key, or never change.
  private func matches(_ answer: KeptAnswer) -> Bool {
    if answer.userAgent == session.options.userAgent { return true }
    return !answer.response.headers.contains { $0.isNamed("vary") && $0.value.lowercased().contains("user-agent") }
  }

  private func found(_ answer: KeptAnswer, isStale: Bool) -> CachedAnswer {
    CachedAnswer(
      answer.response, age: max(0, now - answer.received) + answer.ageOnArrival, isStale: isStale, isReused: true,
      kept: answer)
  }

  /// The failure that is remembered of a request.
  private func failure(_ key: CacheKey, of request: TransferRequest) throws(TransferError) -> CachedAnswer? {
    guard let failure = cache?.failure(key),
      failure.counts(
        now: now, patience: session.patience(request),
        context: FailureContext.hash(session.options, key.user))
    else { return nil }
    switch failure.kind {
    case .network(let code, let text):
      throw KeptFailure.error(url: request.url, code: code, text: text, secondsAgo: now - failure.moment)
    case .answer(let response):
      return CachedAnswer(response, age: max(0, now - failure.moment), isFailure: true)
    }
  }

  /// Remembers a failure; `patience` is how long it was waited for, in milliseconds.
  private func remember(_ kind: KeptFailure.Kind, _ key: CacheKey, _ patience: Int? = nil) {
    let failure = KeptFailure(
      kind: kind, moment: Timestamp.now().secondsSince1970, patience: patience ?? session.options.timeout.milliseconds,
      context: FailureContext.hash(session.options, key.user))
    cache?.remember(failure, of: key)
  }
}
