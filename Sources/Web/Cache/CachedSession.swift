public import Basics

/// A session with a cache in front of it, by the rules of RFC 9111.
///
/// A response is stored when the caller could read it (``keep(_:)``): an unreadable page never replaces a readable one.
public final class CachedSession: Sendable {
  private let session: Session
  private let cache: Cache?
  private let begin: Int
  private let start = ContinuousClock.now

  /// A session over the network; a cache of nil stores nothing. `now` is the run's clock.
  public init(_ session: Session, cache: Cache?, now: LocalTime) {
    self.session = session
    self.cache = cache
    begin = now.secondsSince1970
  }

  /// The run's clock, going on: what a long run has fetched itself does not come from the future.
  private var now: Int { begin + Int((ContinuousClock.now - start).components.seconds) }

  /// The stored response to a request; nil where the site has to be asked (``fetch(_:_:)``).
  ///
  /// - Throws: a failure that is remembered, or ``TransferError/notKept(url:)`` where the site is not to be asked.
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

  /// The site's response to a request, or the stored one where the site confirms it.
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

  /// Stores responses that could be read.
  public func keep(_ answers: [CachedAnswer]) {
    for case (let key?, let stored?) in answers.map({ ($0.newKey, $0.stored) }) where stored.response.mayBeStored {
      cache?.keep(stored, for: key)
    }
  }

  /// Remembers responses that could not be read for a minute, as failures: another request at once would bring the same.
  public func rememberUnreadable(_ answers: [CachedAnswer]) {
    for case (let key?, let stored?) in answers.map({ ($0.newKey, $0.stored) }) where stored.response.mayBeStored {
      remember(.answer(stored.response), key)
    }
  }

  /// What was made of responses and stored under a name, where they may still be used; nil where it has to be made anew.
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

  /// Stores what was made of responses under a name, for as long as all of them are fresh.
  public func keep(_ content: [UInt8], note name: String, of answers: [CachedAnswer]) {
    var sources = answers.compactMap { $0.isFailure ? nil : $0.stored }.filter(\.response.mayBeStored)
    guard !sources.isEmpty, sources.count == answers.count else { return }
    for index in sources.indices { sources[index].response.body = [] }
    cache?.keep(StoredNote(sources: sources, content: content), for: CacheKey(note: name))
  }

  /// A response that has just come; one that refuses is remembered as a failure.
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

  /// Whether a stored response was given to the same User-Agent, if it varies with that (RFC 9111, section 4.1). The other
  /// header fields are part of the key, or never change.
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

  /// Remembers a failure; `timeout` is how long it was waited for, in milliseconds.
  private func remember(_ kind: StoredFailure.Kind, _ key: CacheKey, _ timeout: Int? = nil) {
    let failure = StoredFailure(
      kind: kind, moment: LocalTime.now().secondsSince1970, timeout: timeout ?? session.options.timeout.milliseconds,
      context: StoredFailure.context(session.options, key.user))
    cache?.remember(failure, of: key)
  }
}
