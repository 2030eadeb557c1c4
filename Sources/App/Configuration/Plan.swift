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
  /// The places as written by the user, in display order; those of a file are added after them.
  let places: [String]
  let question: Question
  /// The units to show; a quantity without one is shown in the site's unit.
  let units: UnitSystem
  let output: any Renderer.Type
  let fields: [FieldGroup]
  /// Settings of single parsers, including the command line's base address.
  let parsers: [String: ConfiguredParser]
  let transfer: TransferOptions
  let cache: CacheSettings

  /// Merges the command line with the configuration; the environment determines the cache folder.
  ///
  /// - Throws: a ``UsageError`` if a required setting is in neither of them,
  ///   ``ConfigurationError/wantsContact(file:parser:site:)`` if the only parser's site requires a contact.
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
    // A unit on the command line applies to every quantity, including those configured.
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
      // If parsers share a host, the longer pause applies.
      for address in configured?.baseAddress.map({ [$0.text] }) ?? parser.facts.hosts.map({ "https://\($0)" }) {
        transfer.pauses[address] = max(pause, transfer.pauses[address] ?? .zero)
      }
    }
    self.transfer = transfer
    if chain.count == 1, let error = refusal(of: chain[0]) { throw error }
  }

  /// Why a parser must not be asked: its site requires a contact.
  func refusal(of parser: any ForecastParser) -> ConfigurationError? {
    guard options.replay == nil, configuration.contact == nil, parser.facts.needsContact else { return nil }
    return .wantsContact(file: configuration.file, parser: parser.name, site: parser.facts.title)
  }
}
