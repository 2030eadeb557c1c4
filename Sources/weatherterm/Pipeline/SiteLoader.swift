import Scraping
import Transfer

/// Fetches the pages that a parser asks for.
struct SiteLoader: Sendable {
  private let hosts: [String]
  private let base: BaseAddress?
  private let pacer: Pacer?
  private let exchange: Exchange
  private let progress: Progress

  /// A loader for one parser's site.
  init(_ facts: SiteFacts, configured: ConfiguredParser?, exchange: Exchange, progress: Progress) {
    hosts = facts.hosts
    base = configured?.baseAddress
    pacer = exchange.isLive ? configured?.pause.map { Pacer(pause: $0) } : nil
    self.exchange = exchange
    self.progress = progress
  }

  /// The page that answers, whatever its status.
  func page(_ request: PageRequest) async throws -> Page {
    try await pacer?.turn()
    let wanted = TransferRequest(url: request.url, headers: request.headers)
    let response = try await progress.during(WebAddress(request.url)?.host ?? "the site") {
      try await exchange.response(to: wanted, through: base, hosts: hosts)
    }
    return Page(url: response.url, status: response.status, body: response.body, fetched: exchange.clock)
  }
}
