internal import Basics
internal import Scraping

/// Records the pages that a parser has requested.
final class PageLog: Sendable {
  private let list = Locked<[(url: String, page: Page)]>([])

  /// Records an answer.
  func note(_ page: Page, for url: String) { list.withLock { $0.append((url, page)) } }

  /// All pages in the order of requests.
  var pages: [(url: String, page: Page)] { list.value }
}
