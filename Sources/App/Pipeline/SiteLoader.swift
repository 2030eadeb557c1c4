import Scraping
import Web

/// Fetches the pages that a parser asks for.
struct SiteLoader: Sendable {
  private let question: Question
  private let context: RunContext
  private let policy: CachePolicy
  private let log: AnswerLog
  private let base: BaseAddress?

  /// A loader for one question, which notes what it takes and gets.
  init(_ question: Question, context: RunContext, policy: CachePolicy, log: AnswerLog) {
    self.question = question
    self.context = context
    self.policy = policy
    self.log = log
    base = context.settings.parsers[question.parser.name]?.baseAddress
  }

  /// The page that answers, whatever its status.
  func page(_ request: PageRequest) async throws -> Page {
    let wanted = TransferRequest(
      url: request.url, headers: request.headers, deadline: question.deadline)
    let kept = try context.exchange.kept(wanted, through: base, hosts: question.parser.facts.hosts, policy)
    let answer: CachedAnswer
    do { answer = if let kept { kept } else { try await asked(wanted) } } catch {
      log.noteFailure()
      throw error
    }
    if kept != nil { context.narrator.tell("takes what is kept of \(request.url)") }
    log.note(answer)
    let response = answer.response
    // What a page calls today, and now, is meant as of the time when it came.
    var page = Page(
      url: response.url, status: response.status, body: response.body,
      fetched: context.exchange.clock(before: answer.age),
      retryAfter: response.retryAfter.map { max(0, $0 - (answer.age ?? 0)) })
    page.isSavedFile = context.exchange.isSavedPage
    // A recording holds this body as text and not as bytes: it is decoded already.
    if response.isText {
      page.isUTF8 = true
      return page
    }
    return try page.decoded(
      contentType: response.contentType, site: question.parser.facts.title)
  }

  /// The site's answer.
  private func asked(_ request: TransferRequest) async throws -> CachedAnswer {
    context.narrator.tell("asks for \(request.url)")
    let answer = try await context.progress.during(WebAddress(request.url)?.host ?? "the site") {
      try await context.exchange.answer(to: request, through: base, hosts: question.parser.facts.hosts, policy)
    }
    let response = answer.response
    let redirected = response.url == request.url ? "" : " from \(response.url)"
    context.narrator.tell("got status \(response.status) and \(response.body.count) bytes\(redirected)")
    return answer
  }
}
