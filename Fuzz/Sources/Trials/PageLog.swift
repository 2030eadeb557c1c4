internal import Basics
internal import Scraping

/// The pages that a parser has asked for.
final class PageLog: Sendable {
  private let list = Locked<[(url: String, page: Page)]>([])

  /// Notes an answer.
  func note(_ page: Page, for url: String) { list.withLock { $0.append((url, page)) } }

  /// All of them, in the order in which they came.
  var pages: [(url: String, page: Page)] { list.value }
}
