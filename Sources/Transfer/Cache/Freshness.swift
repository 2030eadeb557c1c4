/// How old a kept answer is, and how long it holds (RFC 9111, section 4.2).
struct Freshness: Hashable, Sendable {
  /// The answer's age since the site made it, in seconds, as section 4.2.3 counts it.
  let age: Int
  /// How long the site says that the answer holds, in seconds; nil where it says nothing.
  let stated: Int?
  /// Whether the site wants to be asked each time.
  let wantsToBeAsked: Bool
  /// Whether the answer may be shown when it is stale and the site cannot be asked.
  let mayBeShownStale: Bool
  /// Whether the answer came later than now: a clock was set back, and nothing is known of its age.
  let isFromTheFuture: Bool

  /// The freshness of an answer at a moment, in seconds since 1970-01-01T00:00:00Z.
  init(of answer: KeptAnswer, now: Int) {
    let headers = answer.response.headers
    let control = CacheControl(headers)
    let received = answer.received
    let date = headers.value(of: "date").flatMap { HTTPDate.seconds($0, now: received) }
    let apparent = max(0, received - (date ?? received))
    let delay = max(0, received - answer.response.started.secondsSince1970)
    let corrected = delay + (headers.value(of: "age").map { CacheControl.seconds($0) } ?? 0)
    age = max(apparent, corrected) + max(0, now - received)
    // A redirect holds no longer than it says itself.
    let parts = answer.response.hops.map(\.headers) + [headers]
    stated = parts.compactMap { Self.stated($0, received: received) }.min()
    let varies = headers.filter { $0.isNamed("vary") }.contains { $0.value.contains("*") }
    wantsToBeAsked = control.noCache || varies
    mayBeShownStale = !control.noCache && !control.mustRevalidate && !varies
    isFromTheFuture = received > now + Self.slack
  }

  /// Whether the answer may be used without asking.
  ///
  /// - Parameters:
  ///   - floor: how long an answer holds of which the site says nothing, in seconds.
  ///   - maxAge: how long an answer is to hold at most, in seconds; it stands in for the floor, too.
  func isFresh(floor: Int, maxAge: Int?) -> Bool {
    if wantsToBeAsked || isFromTheFuture { return false }
    let lifetime = stated.map { min($0, maxAge ?? $0) } ?? maxAge ?? floor
    return age < lifetime
  }

  /// How far clocks may differ, or a run may take, in seconds.
  private static let slack = 60

  /// What a header says: `max-age`, else `Expires` less `Date`, of which one that is no date has passed (section 5.3).
  private static func stated(_ headers: [HeaderField], received: Int) -> Int? {
    if let maxAge = CacheControl(headers).maxAge { return maxAge }
    guard let expires = headers.value(of: "expires") else { return nil }
    guard let end = HTTPDate.seconds(expires, now: received) else { return 0 }
    return max(0, end - (headers.value(of: "date").flatMap { HTTPDate.seconds($0, now: received) } ?? received))
  }
}
