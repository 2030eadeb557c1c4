import Output
import Scraping
import Weather
import Web

/// The complete settings of a run: the command line merged with the configuration.
struct Plan: Sendable {
  let options: CommandLineOptions
  let configuration: Configuration
  /// The parsers, at least one; each is tried if those before it fail.
  let chain: [any ForecastParser]
  /// True if no parser was named: services of the place's own country are then tried after the first parser.
  let isDefaultChain: Bool
  /// The places as written by the user, in display order; those of a file are added after them.
  let places: [String]
  let question: Question
  /// The units to show; a quantity without one is shown in the site's unit.
  let units: UnitSystem
  let output: any Renderer.Type
  let fields: [FieldGroup]
  /// The code of the chosen language; nil for that of the environment.
  let language: String?
  /// Settings of single parsers, including the command line's base address.
  let parsers: [String: ConfiguredParser]
  let transfer: TransferOptions
  let cache: CacheSettings

  /// Merges the command line with the configuration; the environment determines the cache folder.
  ///
  /// - Throws: a ``UsageError`` if a required setting is in neither of them,
  ///   ``ConfigurationError/wantsContact(file:parser:site:)`` if the only parser's site requires a contact.
  init(_ options: CommandLineOptions, _ configuration: Configuration, environment: [String: String] = [:]) throws {
    if options.isBare, configuration.area == nil { throw UsageError.notStarted }
    let isPlaced = !options.places.isEmpty || options.placeFile != nil
    let isStrict = !options.isShort && (isPlaced || !options.parsers.isEmpty)
    guard let kind = options.kind ?? configuration.forecast ?? (isStrict ? nil : .overview) else {
      throw UsageError.noForecast
    }
    let named = options.parsers.isEmpty ? configuration.chain : options.parsers
    isDefaultChain = named.isEmpty
    chain = isDefaultChain ? DefaultChain.parsers(of: options.known) : named
    if chain.isEmpty { throw UsageError.noParser }
    places = isPlaced ? options.places : [configuration.area].compactMap { $0 }
    if !isPlaced, places.isEmpty { throw UsageError.noArea }
    self.options = options
    self.configuration = configuration
    question = kind.question
    // A unit on the command line applies to every quantity, including those configured.
    let base = configuration.unit ?? LocaleUnits.system(environment) ?? UnitSystem()
    units = (options.unit ?? base.overridden(by: configuration.units))
      .overridden(by: options.units)
    let standard = kind == .overview ? allRenderers.first { $0.name == "overview" } : nil
    output = options.output ?? configuration.output ?? standard ?? standardRenderer()
    fields = options.fields ?? configuration.fields ?? FieldGroup.standard
    language = options.language ?? configuration.language
    cache = CacheSettings(options, environment)
    var parsers = configuration.parsers
    if let address = options.baseAddress {
      if chain.count > 1 { throw UsageError.baseAddressOfSeveral }
      parsers[chain[0].name, default: ConfiguredParser()].baseAddress = address
    }
    self.parsers = parsers
    var transfer = configuration.http
    transfer.certificates = CertificateVariables(environment)
    // The others of the default chain are opened only when they are needed.
    for parser in isDefaultChain ? Array(chain.prefix(1)) : chain {
      // If parsers share a host, the longer pause applies.
      transfer.pauses.merge(Self.pauses(of: parser, parsers[parser.name]), uniquingKeysWith: max)
    }
    self.transfer = transfer
    if chain.count == 1, let error = refusal(of: chain[0]) { throw error }
  }

  /// The pauses between requests to a parser's hosts, by address.
  private static func pauses(of parser: any ForecastParser, _ configured: ConfiguredParser?) -> [String: Duration] {
    let pause = configured?.pause ?? parser.facts.pause
    let addresses = configured?.baseAddress.map { [$0.text] } ?? parser.facts.hosts.map { "https://\($0)" }
    return Dictionary(addresses.map { ($0, pause) }, uniquingKeysWith: max)
  }

  /// The pauses between requests to a parser's hosts, by address.
  func pauses(of parser: any ForecastParser) -> [String: Duration] { Self.pauses(of: parser, parsers[parser.name]) }

  /// Why a parser must not be asked: its site requires a contact.
  func refusal(of parser: any ForecastParser) -> ConfigurationError? {
    guard options.replay == nil, configuration.contact == nil, parser.facts.needsContact else { return nil }
    return .wantsContact(file: configuration.file, parser: parser.name, site: parser.facts.title)
  }
}
