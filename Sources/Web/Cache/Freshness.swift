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
    let corrected = delay + answer.ageOnArrival
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
    let lifetime = stated.map { min($0, Self.longest, maxAge ?? $0) } ?? maxAge ?? floor
    return age < lifetime
  }

  /// Whether an answer that has just come is older than it should be: it lay in a cache on the way for longer than the site
  /// says that it holds, and longer than it would hold if the site said nothing. `floor` is that, in seconds.
  static func isStaleOnArrival(_ response: TransferResponse, floor: Int) -> Bool {
    let parts = response.hops.map(\.headers) + [response.headers]
    let stated = parts.compactMap { Self.stated($0, received: response.started.secondsSince1970) }.min()
    return ageOnArrival(response) > max(floor, min(stated ?? floor, longest))
  }

  /// How long an answer had lain in a cache on the way when it came (RFC 9111, section 5.1), in seconds.
  static func ageOnArrival(_ response: TransferResponse) -> Int {
    response.headers.value(of: "age").map { CacheControl.seconds($0) } ?? 0
  }

  /// How long an answer holds at most, in seconds, whatever the site says: weather of yesterday is not today's.
  private static let longest = 86_400

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
