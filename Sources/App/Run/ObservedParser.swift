import Basics
import Scraping
import Weather

/// A parser that keeps the pages that it gets and what it reads on them.
struct ObservedParser: ForecastParser {
  let parser: any ForecastParser
  let forecasts = Locked<[Forecast]>([])
  let pages = Locked<[Page]>([])

  var name: String { parser.name }
  var facts: SiteFacts { parser.facts }

  func area(of town: Town) -> String? { parser.area(of: town) }

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let forecast = try await parser.forecast(for: query) { request in
      let page = try await load(request)
      keep(page)
      return page
    }
    keep(forecast)
    return forecast
  }

  private func keep(_ forecast: Forecast) { forecasts.withLock { $0.append(forecast) } }

  private func keep(_ page: Page) { pages.withLock { $0.append(page) } }
}
