public import Basics

/// A session with a cache according to RFC 9111.
///
/// A response is stored only after the caller has parsed it (``keep(_:)``), so an unreadable page never replaces a
/// readable one.
public final class CachedSession: Sendable {
  private let session: Session
  private let cache: Cache?
  private let begin: Int
  private let start = ContinuousClock.now

  /// Creates a session; without a cache nothing is stored. `now` is the run's clock.
  public init(_ session: Session, cache: Cache?, now: LocalTime) {
    self.session = session
    self.cache = cache
    begin = now.secondsSince1970
  }

  /// Adds minimum times between two requests to a host, keyed by any of its addresses.
  public func add(pauses: [String: Duration]) { session.add(pauses: pauses) }

  /// The run's clock, advanced by the time since the start, so that responses fetched during a long run are not from
  /// the future.
  private var now: Int { begin + Int((ContinuousClock.now - start).components.seconds) }

  /// The stored response to a request; nil if the site has to be requested (``fetch(_:_:)``).
  ///
  /// - Throws: a remembered failure, or ``TransferError/notKept(url:)`` if the policy forbids requests.
  public func stored(_ request: TransferRequest, _ policy: CachePolicy) throws(TransferError) -> CachedAnswer? {
    if policy.mode == .revalidate || policy.mode == .reload { return nil }
    let key = CacheKey(request)
    if let (answer, freshness) = answer(key) {
      let isFresh = freshness.isFresh(policy) && matches(answer)
      switch policy.mode {
      case .allowStale where isFresh || freshness.mayBeUsedStale: return found(answer, isStale: true)
      case .onlyIfCached: return found(answer, isStale: !isFresh)
      case .default where isFresh: return found(answer, isStale: false)
      default: break
      }
    }
    if policy.mode != .default { throw .notKept(url: request.url) }
    return try failure(key, of: request)
  }

  /// The site's response to a request, or the stored one if the site confirms it (304).
  public func fetch(_ request: TransferRequest, _ policy: CachePolicy) async throws(TransferError) -> CachedAnswer {
    let key = CacheKey(request)
    let timeout = session.timeout(of: request)
    do throws(TransferError) {
      if policy.mode != .reload, let (answer, _) = answer(key), matches(answer), !answer.conditions.isEmpty {
        var conditional = request
        conditional.headers += answer.conditions
        let (response, received) = try await response(to: conditional)
        if let confirmed = answer.confirmed(by: response, received: received) {
          return CachedAnswer(new: confirmed, key, defaultLifetime: policy.defaultLifetime, isReused: true)
        }
        if response.status != 304 { return arrived(response, received, key, policy) }
      }
      let (response, received) = try await response(to: request)
      return arrived(response, received, key, policy)
    } catch {
      if case .network(_, let code, let text) = error { remember(.network(code: code, text: text), key, timeout) }
      throw error
    }
  }

  /// Stores responses that were parsed successfully.
  public func keep(_ answers: [CachedAnswer]) {
    for case (let key?, let stored?) in answers.map({ ($0.newKey, $0.stored) }) where stored.response.mayBeStored {
      cache?.keep(stored, for: key)
    }
  }

  /// Remembers unreadable responses as failures for a minute: an immediate request would bring the same.
  public func rememberUnreadable(_ answers: [CachedAnswer]) {
    for case (let key?, let stored?) in answers.map({ ($0.newKey, $0.stored) }) where stored.response.mayBeStored {
      remember(.answer(stored.response), key)
    }
  }

  /// The data derived from responses and stored under a name, if still usable under the policy; else nil.
  public func note(_ name: String, _ policy: CachePolicy) -> CachedNote? {
    if policy.mode == .revalidate || policy.mode == .reload { return nil }
    guard let note = cache?.note(CacheKey(note: name)) else { return nil }
    let sources = note.sources.map { ($0, Freshness(of: $0, now: now)) }
    let isFresh = sources.allSatisfy { source, freshness in freshness.isFresh(policy) && matches(source) }
    if policy.mode == .default, !isFresh { return nil }
    if policy.mode == .allowStale, !isFresh, !sources.allSatisfy(\.1.mayBeUsedStale) { return nil }
    let age = sources.map { now - $0.0.received + $0.0.response.ageOnArrival }.max() ?? 0
    return CachedNote(content: note.content, age: max(0, age), isStale: policy.mode == .allowStale || !isFresh)
  }

  /// Stores data derived from responses under a name; it stays fresh as long as all of them do.
  public func keep(_ content: [UInt8], note name: String, of answers: [CachedAnswer]) {
    var sources = answers.compactMap { $0.isFailure ? nil : $0.stored }.filter(\.response.mayBeStored)
    guard !sources.isEmpty, sources.count == answers.count else { return }
    for index in sources.indices { sources[index].response.body = [] }
    cache?.keep(StoredNote(sources: sources, content: content), for: CacheKey(note: name))
  }

  /// Handles a response from the network; an error status is remembered as a failure.
  private func arrived(
    _ response: TransferResponse, _ received: Int, _ key: CacheKey, _ policy: CachePolicy
  ) -> CachedAnswer {
    if StoredFailure.isFailure(status: response.status) {
      remember(.answer(response), key)
      return CachedAnswer(response: response, isFailure: true)
    }
    let stored = StoredResponse(response: response, received: received, userAgent: session.options.userAgent)
    return CachedAnswer(new: stored, key, defaultLifetime: policy.defaultLifetime)
  }

  private func response(
    to request: TransferRequest
  ) async throws(TransferError) -> (TransferResponse, received: Int) {
    let response = try await session.response(to: request)
    return (response, LocalTime.now().secondsSince1970)
  }

  /// The stored response to a request, with its freshness.
  private func answer(_ key: CacheKey) -> (StoredResponse, Freshness)? {
    cache?.answer(key).map { ($0, Freshness(of: $0, now: now)) }
  }

  /// True if the User-Agent is the same, in case the response varies by it (RFC 9111, section 4.1). Other header fields
  /// are part of the key, or never change.
  private func matches(_ answer: StoredResponse) -> Bool {
    answer.userAgent == session.options.userAgent
      || !answer.response.headers.contains { $0.isNamed("vary") && $0.value.lowercased().contains("user-agent") }
  }

  private func found(_ answer: StoredResponse, isStale: Bool) -> CachedAnswer {
    CachedAnswer(
      response: answer.response, age: max(0, now - answer.received) + answer.response.ageOnArrival, isStale: isStale,
      isReused: true, stored: answer)
  }

  private func failure(_ key: CacheKey, of request: TransferRequest) throws(TransferError) -> CachedAnswer? {
    guard let failure = cache?.failure(key),
      failure.counts(
        now: now, timeout: session.timeout(of: request), context: StoredFailure.context(session.options, key.user))
    else { return nil }
    let age = max(0, now - failure.moment)
    switch failure.kind {
    case .network(let code, let text):
      throw .network(url: request.url, code: code, text: TransferText.remembered(text, secondsAgo: age))
    case .answer(let response): return CachedAnswer(response: response, age: age, isFailure: true)
    }
  }

  /// Remembers a failure; `timeout` is the time limit in milliseconds that applied.
  private func remember(_ kind: StoredFailure.Kind, _ key: CacheKey, _ timeout: Int? = nil) {
    let failure = StoredFailure(
      kind: kind, moment: LocalTime.now().secondsSince1970, timeout: timeout ?? session.options.timeout.milliseconds,
      context: StoredFailure.context(session.options, key.user))
    cache?.remember(failure, of: key)
  }
}
