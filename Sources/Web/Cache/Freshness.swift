internal import Basics

/// A stored response's age and lifetime (RFC 9111, section 4.2).
struct Freshness: Hashable, Sendable {
  /// Age in seconds (section 4.2.3).
  let age: Int
  /// Explicit lifetime in seconds; nil if the site states none.
  let stated: Int?
  /// True if each use requires revalidation (`no-cache`, `Vary: *`).
  let needsRevalidation: Bool
  /// True if the response may be used stale when the site cannot be reached.
  let mayBeUsedStale: Bool
  /// True if the response was received after `now`: a clock was set back, and its age is unknown.
  let isFromTheFuture: Bool

  /// The freshness of a response at a given time (seconds since 1970-01-01T00:00:00Z).
  init(of answer: StoredResponse, now: Int) {
    let headers = answer.response.headers
    let control = CacheControl(headers)
    let received = answer.received
    let date = headers.value(of: "date").flatMap { LibCurl.date($0) }
    let delay = max(0, received - answer.response.started.secondsSince1970)
    age = max(received - (date ?? received), delay + answer.response.ageOnArrival) + max(0, now - received)
    stated = Self.stated(answer.response, received: received)
    let varies = headers.contains { $0.isNamed("vary") && $0.value.contains("*") }
    needsRevalidation = control.noCache || varies
    mayBeUsedStale = !control.noCache && !control.mustRevalidate && !varies
    isFromTheFuture = received > now + Self.slack
  }

  /// True if the response may be used without revalidation.
  func isFresh(_ policy: CachePolicy) -> Bool {
    if needsRevalidation || isFromTheFuture { return false }
    let lifetime = stated.map { min($0, Self.longest, policy.maxAge ?? $0) } ?? policy.maxAge ?? policy.defaultLifetime
    return age < lifetime
  }

  /// True if a response from the network is already stale: a cache on the way held it for longer than its explicit
  /// lifetime and than the default one (in seconds).
  static func isStaleOnArrival(_ response: TransferResponse, defaultLifetime: Int) -> Bool {
    let stated = stated(response, received: response.started.secondsSince1970)
    return response.ageOnArrival > max(defaultLifetime, min(stated ?? defaultLifetime, longest))
  }

  /// Maximum lifetime in seconds, whatever the site says: yesterday's weather is not today's.
  private static let longest = 86_400

  /// Allowed clock difference, and maximum duration of a run, in seconds.
  private static let slack = 60

  /// The explicit lifetime: `max-age`, else `Expires` minus `Date`; an invalid `Expires` counts as past (section 5.3).
  /// The shortest one of the redirects and the response counts.
  private static func stated(_ response: TransferResponse, received: Int) -> Int? {
    (response.redirects.map(\.headers) + [response.headers]).compactMap { headers -> Int? in
      if let maxAge = CacheControl(headers).maxAge { return maxAge }
      guard let expires = headers.value(of: "expires") else { return nil }
      guard let end = LibCurl.date(expires) else { return 0 }
      return max(0, end - (headers.value(of: "date").flatMap { LibCurl.date($0) } ?? received))
    }
    .min()
  }
}
