import Scraping
import Transfer

/// Fetches the pages that a parser asks for.
struct SiteLoader: Sendable {
  private let hosts: [String]
  private let base: BaseAddress?
  private let pacer: Pacer?
  private let exchange: Exchange
  private let policy: CachePolicy
  private let log: AnswerLog
  private let progress: Progress
  private let narrator: Narrator

  /// A loader for one parser's site, which notes what it takes and gets.
  init(
    _ facts: SiteFacts, configured: ConfiguredParser?, exchange: Exchange, policy: CachePolicy, log: AnswerLog,
    progress: Progress, narrator: Narrator
  ) {
    hosts = facts.hosts
    base = configured?.baseAddress
    pacer = exchange.isLive ? configured?.pause.map { Pacer(pause: $0) } : nil
    self.exchange = exchange
    self.policy = policy
    self.log = log
    self.progress = progress
    self.narrator = narrator
  }

  /// The page that answers, whatever its status.
  func page(_ request: PageRequest) async throws -> Page {
    let wanted = TransferRequest(url: request.url, headers: request.headers)
    let kept = try exchange.kept(wanted, through: base, hosts: hosts, policy)
    let answer = if let kept { kept } else { try await asked(wanted) }
    if kept != nil { narrator.tell("takes what is kept of \(request.url)") }
    log.note(answer)
    // What a page calls today, and now, is meant as of the time when it came.
    return Page(
      url: answer.response.url, status: answer.response.status, body: answer.response.body,
      fetched: exchange.clock(before: answer.age))
  }

  /// The site's answer, in its turn.
  private func asked(_ request: TransferRequest) async throws -> CachedAnswer {
    try await pacer?.turn()
    narrator.tell("asks for \(request.url)")
    let answer = try await progress.during(WebAddress(request.url)?.host ?? "the site") {
      try await exchange.answer(to: request, through: base, hosts: hosts, policy)
    }
    let response = answer.response
    let redirected = response.url == request.url ? "" : " from \(response.url)"
    narrator.tell("got status \(response.status) and \(response.body.count) bytes\(redirected)")
    return answer
  }
}
