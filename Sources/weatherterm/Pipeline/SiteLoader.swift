import Scraping
import Transfer

/// Fetches the pages that a parser asks for.
struct SiteLoader: Sendable {
  private let hosts: [String]
  private let base: BaseAddress?
  private let pacer: Pacer?
  private let exchange: Exchange
  private let progress: Progress
  private let narrator: Narrator

  /// A loader for one parser's site.
  init(
    _ facts: SiteFacts, configured: ConfiguredParser?, exchange: Exchange, progress: Progress, narrator: Narrator
  ) {
    hosts = facts.hosts
    base = configured?.baseAddress
    pacer = exchange.isLive ? configured?.pause.map { Pacer(pause: $0) } : nil
    self.exchange = exchange
    self.progress = progress
    self.narrator = narrator
  }

  /// The page that answers, whatever its status.
  func page(_ request: PageRequest) async throws -> Page {
    try await pacer?.turn()
    narrator.tell("asks for \(request.url)")
    let wanted = TransferRequest(url: request.url, headers: request.headers)
    let response = try await progress.during(WebAddress(request.url)?.host ?? "the site") {
      try await exchange.response(to: wanted, through: base, hosts: hosts)
    }
    let redirected = response.url == request.url ? "" : " from \(response.url)"
    narrator.tell("got status \(response.status) and \(response.body.count) bytes\(redirected)")
    return Page(url: response.url, status: response.status, body: response.body, fetched: exchange.clock)
  }
}
