import Basics
import Parsers
import Scraping
import Testing
import Weather

/// Puts a question to a registered parser and notes what it asks its site for.
actor Asked {
  /// The addresses, in order.
  private(set) var addresses: [String] = []

  /// The forecast that a parser makes of one answer to all that it asks.
  func forecast(
    _ parser: String, _ area: String, _ question: Question = .today, towns: [Town] = [], answer: String,
    status: Int = 200
  ) async throws -> Forecast {
    let type = try #require(allParsers.first { $0.name == parser })
    let now = LocalTime(secondsSince1970: 1_795_255_200, offset: 0)
    let query = ForecastQuery(area: area, question: question, now: now, towns: towns)
    return try await type.forecast(for: query) { request in
      await self.note(request.url)
      return Page(url: request.url, status: status, body: Array(answer.utf8), fetched: now)
    }
  }

  private func note(_ address: String) { addresses.append(address) }
}
