import Output
import Scraping
import Weather
import Web

/// What is to be done: the command line over the configuration, nothing left open.
struct Plan: Sendable {
  let options: CommandLineOptions
  let configuration: Configuration
  /// The parsers, one at least; each is asked where those before it fail.
  let chain: [any ForecastParser]
  /// The places, as the user wrote them, in the order in which they are shown; those of a file come behind them.
  let places: [String]
  let question: Question
  /// The units to be shown; a quantity without one is shown as the site gives it.
  let units: UnitSystem
  let output: any Renderer.Type
  let fields: [FieldGroup]
  /// What is configured for single parsers, the command line's base address among it.
  let parsers: [String: ConfiguredParser]
  let transfer: TransferOptions
  let cache: CacheSettings

  /// Lays the command line over the configuration; the environment says where the cache lies.
  ///
  /// - Throws: a ``UsageError`` where both leave out what is needed,
  ///   ``ConfigurationError/wantsContact(file:parser:site:)`` where the only site asks for a contact.
  init(_ options: CommandLineOptions, _ configuration: Configuration, environment: [String: String] = [:]) throws {
    if options.isBare, !configuration.exists { throw UsageError.notStarted }
    guard let kind = options.kind ?? configuration.forecast else { throw UsageError.noForecast }
    chain = options.parsers.isEmpty ? configuration.chain : options.parsers
    if chain.isEmpty { throw UsageError.noParser }
    let isPlaced = !options.places.isEmpty || options.placeFile != nil
    places = isPlaced ? options.places : [configuration.area].compactMap { $0 }
    if !isPlaced, places.isEmpty { throw UsageError.noArea }
    self.options = options
    self.configuration = configuration
    question = kind.question
    // A unit on the command line is meant for every quantity, the configured ones included.
    units = (options.unit ?? (configuration.unit ?? UnitSystem()).overridden(by: configuration.units))
      .overridden(by: options.units)
    output = options.output ?? configuration.output ?? standardRenderer()
    fields = options.fields ?? configuration.fields ?? FieldGroup.standard
    cache = CacheSettings(options, environment)
    var parsers = configuration.parsers
    if let address = options.baseAddress {
      if chain.count > 1 { throw UsageError.baseAddressOfSeveral }
      parsers[chain[0].name, default: ConfiguredParser()].baseAddress = address
    }
    self.parsers = parsers
    var transfer = configuration.http
    transfer.certificates = CertificateVariables(environment)
    for parser in chain {
      let configured = parsers[parser.name]
      let pause = configured?.pause ?? parser.facts.pause
      // Parsers may share a host: the longer of their pauses is kept.
      for address in configured?.baseAddress.map({ [$0.text] }) ?? parser.facts.hosts.map({ "https://\($0)" }) {
        transfer.pauses[address] = max(pause, transfer.pauses[address] ?? .zero)
      }
    }
    self.transfer = transfer
    if chain.count == 1, let error = refusal(of: chain[0]) { throw error }
  }

  /// Why a parser may not be asked: its site wants to know whom to reach.
  func refusal(of parser: any ForecastParser) -> ConfigurationError? {
    guard options.replay == nil, configuration.contact == nil, parser.facts.needsContact else { return nil }
    return .wantsContact(file: configuration.file, parser: parser.name, site: parser.facts.title)
  }
}
