public import Weather

/// A site that weatherterm can read: what a contributor drops into `Sources/Parsers`.
///
/// The type's name, less its ending `Parser`, is what the user types behind `-p`. A parser is a value without state: it
/// asks for pages through the function that it is handed, and reads them in pure functions.
public protocol ForecastParser: Sendable {
  /// The registered name: the type's, less the ending `Parser`; the registry states it.
  var name: String { get }

  /// What there is to know about the site before asking it anything.
  var facts: SiteFacts { get }

  /// The area of the site that a town of the gazetteer is; nil where the site covers no such place.
  ///
  /// A parser that takes coordinates need not say: the town's are used, in the countries that its facts name.
  func area(of town: Town) -> String?

  /// Everything that the site says in answer to a question.
  ///
  /// All days or hours that the answer holds, in order and with their dates; selection, conversion and plausibility are done
  /// by the caller. A part that the question does not need is not asked for.
  ///
  /// - Throws: a ``ScrapingError``, or what `load` throws.
  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast
}

/// What a parser asks for.
public struct PageRequest: Hashable, Sendable {
  /// The whole address, percent-encoded.
  public var url: String
  /// Header fields beyond the usual ones, as `Name: value`.
  public var headers: [String]

  /// A request for an address.
  public init(_ url: String, headers: [String] = []) {
    self.url = url
    self.headers = headers
  }
}

/// Fetches a page; the status is the reader's to judge (``Page/checked(site:area:)``), a network that fails throws.
public typealias PageLoader = @Sendable (PageRequest) async throws -> Page

extension ForecastParser {
  /// The registered name: the type's, less the ending `Parser`.
  public var name: String {
    let type = String(describing: Self.self)
    return type.hasSuffix("Parser") ? String(type.dropLast("Parser".count)) : type
  }

  /// The town's coordinates with at most four decimals, where the site takes coordinates and covers the town's country.
  public func area(of town: Town) -> String? {
    if let countries = facts.countries, !countries.contains(town.countryCode) { return nil }
    return facts.areaForms.contains { $0.matches("0,0") } ? town.coordinates.text : nil
  }
}
