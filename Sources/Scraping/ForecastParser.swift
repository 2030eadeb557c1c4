public import Weather

/// A parser for one site; a file with one is dropped into `Sources/Parsers`.
///
/// The type's name without `Parser` is the name used with `-p`. A parser is a stateless value: it loads pages through
/// the function passed to it, and reads them in pure functions.
public protocol ForecastParser: Sendable {
  /// The registered name: the type's name without `Parser`; the registry sets it.
  var name: String { get }

  /// The site's facts, known without a request.
  var facts: SiteFacts { get }

  /// The site's area for a gazetteer town; nil if the site does not cover it.
  ///
  /// By default the town's coordinates, if the site accepts coordinates and covers the country.
  func area(of town: Town) -> String?

  /// Fetches and reads the forecast for a query.
  ///
  /// Returns all days or hours in the answer, in order and dated; the caller selects, converts and validates. Pages for
  /// parts that the question does not need are not requested.
  ///
  /// - Throws: a ``ScrapingError``, or what `load` throws.
  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast
}

/// A request for a page.
public struct PageRequest: Hashable, Sendable {
  /// The full address, percent-encoded.
  public var url: String
  /// Additional header fields, as `Name: value`.
  public var headers: [String]

  /// Creates a request.
  public init(_ url: String, headers: [String] = []) {
    self.url = url
    self.headers = headers
  }
}

/// Fetches a page. It returns pages of any HTTP status, to be checked with ``Page/checked(site:area:)``, and throws if
/// the transfer fails.
public typealias PageLoader = @Sendable (PageRequest) async throws -> Page

extension ForecastParser {
  /// The type's name without `Parser`.
  public var name: String {
    let type = String(describing: Self.self)
    return type.hasSuffix("Parser") ? String(type.dropLast("Parser".count)) : type
  }

  /// The town's coordinates with at most four decimals, if the site accepts coordinates and covers the town's country.
  public func area(of town: Town) -> String? {
    if let countries = facts.countries, !countries.contains(town.countryCode) { return nil }
    return facts.areaForms.contains { $0.matches("0,0") } ? town.coordinates.text : nil
  }
}
