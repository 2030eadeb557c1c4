import Basics
import Scraping
import Web

/// Fetches pages for a parser, and keeps the answers.
final class SiteLoader: Sendable {
  private let run: SourceRun
  private let policy: CachePolicy
  private let base: BaseAddress?
  /// Nil for a page that could not be fetched.
  private let log = Locked<[CachedAnswer?]>([])

  init(_ run: SourceRun, policy: CachePolicy) {
    self.run = run
    self.policy = policy
    base = run.context.plan.parsers[run.parser.name]?.baseAddress
  }

  /// The page, whatever its status.
  func page(_ request: PageRequest) async throws -> Page {
    let context = run.context
    var wanted = TransferRequest(url: request.url, headers: request.headers, deadline: run.deadline)
    // A user's site file is untrusted; a replacement address is the user's own choice.
    let parser = (run.parser as? ObservedParser)?.parser ?? run.parser
    if base == nil, (parser as? SiteFileParser)?.userFile != nil { wanted.confinedTo = run.parser.facts.hosts }
    let kept = try context.source.kept(wanted, through: base, hosts: run.parser.facts.hosts, policy)
    let answer: CachedAnswer
    do { answer = if let kept { kept } else { try await asked(wanted) } } catch {
      log.withLock { $0.append(nil) }
      throw error
    }
    if kept != nil { context.log.report("takes what is kept of \(request.url)") }
    log.withLock { $0.append(answer) }
    let response = answer.response
    // "Today" and "now" on a page refer to the time when it was fetched.
    var page = Page(
      url: response.url, status: response.status, body: response.body,
      fetched: context.source.clock(before: answer.age),
      retryAfter: response.retryAfter.map { max(0, $0 - (answer.age ?? 0)) })
    page.isSavedFile = context.source.isSavedPage
    // A recorded text body is already decoded.
    if response.isText {
      page.isUTF8 = true
      return page
    }
    return try page.decoded(contentType: response.contentType, site: run.parser.facts.title)
  }

  private func asked(_ request: TransferRequest) async throws -> CachedAnswer {
    let context = run.context
    context.log.report("asks for \(request.url)")
    let answer = try await context.progress.during(Address(request.url)?.hostName ?? "the site") {
      try await context.source.answer(to: request, through: base, hosts: run.parser.facts.hosts, policy)
    }
    let response = answer.response
    let redirected = response.url == request.url ? "" : " from \(response.url)"
    context.log.report("got status \(response.status) and \(response.body.count) bytes\(redirected)")
    return answer
  }

  // MARK: - The answers so far

  /// True if every page was fetched.
  var isComplete: Bool { log.value.allSatisfy { $0 != nil } }

  var answers: [CachedAnswer] { log.value.compactMap { $0 } }

  /// Age in seconds of the oldest cached answer; nil if all were just received.
  var age: Int? { answers.compactMap { $0.age }.max() }

  /// True if no answer is new.
  var isReused: Bool { answers.allSatisfy { $0.isReused || $0.isFailure } }

  var isStale: Bool { answers.contains { $0.isStale } }

  /// True if unreadable answers should be fetched again: one was cached, and none is a remembered failure.
  var isWorthReloading: Bool { answers.contains { $0.isReused } && !answers.contains { $0.isFailure } }
}
