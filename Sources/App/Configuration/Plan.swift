import Basics
import Output
import Scraping
import Weather
import Web

/// What is to be done: the command line over the configuration, nothing left open.
struct Plan: Sendable {
  /// The parsers, one at least; each is asked where those before it fail.
  let chain: [any ForecastParser]
  /// The places, as the user wrote them, in the order in which they are shown.
  let places: [String]
  /// A file with more places; `-` is standard input.
  let placeFile: String?
  /// Which forecast.
  let question: Question
  /// The units to be shown; a quantity without one is shown as the site gives it.
  let units: UnitSystem
  /// The output form.
  let output: any Renderer.Type
  /// The extra fields.
  let fields: [FieldGroup]
  /// How many days are shown at most; nil for all that were asked for.
  let dayLimit: Int?
  /// How many hours are shown at most; nil for all that there are.
  let hourLimit: Int?
  /// When colours are used.
  let color: ColorMode
  /// The signs for conditions; nil leaves them to the terminal.
  let icons: IconSet?
  /// The template of an output form, or a preset's name.
  let template: String?
  /// How much is told on standard error.
  let verbosity: Verbosity
  /// The days of the weekend.
  let weekend: Set<Weekday>
  /// The configuration's places, by their names.
  let configuredPlaces: [String: ConfiguredPlace]
  /// The user's contact, for sites that ask for one.
  let contact: String?
  /// The configuration's file, for those who are to add something to it.
  let configurationFile: String
  /// How long the whole run may take.
  let timeout: Duration?
  /// How pages are fetched.
  let transfer: TransferOptions
  /// What is configured for single parsers, the command line's base address among it.
  let parsers: [String: ConfiguredParser]
  /// How the cache is used.
  let cache: CacheSettings
  /// The folder for a recording.
  let record: String?
  /// The recording to be replayed.
  let replay: String?

  /// Lays the command line over the configuration; the environment says where the cache lies.
  ///
  /// - Throws: a ``UsageError`` where both leave out what is needed,
  ///   ``ConfigurationError/wantsContact(file:parser:site:)`` where the only site asks for a contact.
  init(_ options: CommandLineOptions, _ configuration: Configuration, environment: [String: String] = [:]) throws {
    if options.isBare, !configuration.isThere { throw UsageError.notStarted }
    guard let kind = options.kind ?? configuration.forecast else { throw UsageError.noForecast }
    let chain = options.parsers.isEmpty ? configuration.chain : options.parsers
    if chain.isEmpty { throw UsageError.noParser }
    let isPlaced = !options.places.isEmpty || options.placeFile != nil
    if !isPlaced, configuration.area == nil { throw UsageError.noArea }
    question = kind.question
    self.chain = chain
    places = isPlaced ? options.places : configuration.area.map { [$0] } ?? []
    placeFile = options.placeFile
    configurationFile = configuration.file
    timeout = options.timeout
    // A unit on the command line is meant for every quantity, the configured ones included.
    units = (options.unit ?? (configuration.unit ?? UnitSystem()).overridden(by: configuration.units))
      .overridden(by: options.units)
    output = options.output ?? configuration.output ?? standardRenderer()
    fields = options.fields ?? configuration.fields ?? FieldGroup.standard
    dayLimit = options.days
    hourLimit = options.hours
    color = options.color ?? .auto
    icons = options.icons
    template = options.template
    verbosity = options.verbosity
    weekend = configuration.weekend ?? [.friday, .saturday, .sunday]
    configuredPlaces = configuration.places
    contact = configuration.http.contact
    record = options.record
    replay = options.replay
    cache = CacheSettings(options, environment)
    var parsers = configuration.parsers
    if let address = options.baseAddress {
      if chain.count > 1 { throw UsageError.baseAddressOfSeveral }
      parsers[chain[0].name, default: ConfiguredParser()].baseAddress = address
    }
    self.parsers = parsers
    transfer = Self.transfer(configuration.http, chain, parsers, CertificateVariables(environment))
    if chain.count == 1, let error = refusal(of: chain[0]) { throw error }
  }

  /// Why a parser may not be asked: its site wants to know whom to reach.
  func refusal(of parser: any ForecastParser) -> ConfigurationError? {
    guard replay == nil, contact == nil, parser.facts.needsContact else { return nil }
    return .wantsContact(file: configurationFile, parser: parser.name, site: parser.facts.title)
  }

  /// How pages are fetched, as configured.
  private static func transfer(
    _ http: ConfiguredHTTP, _ chain: [any ForecastParser], _ parsers: [String: ConfiguredParser],
    _ certificates: CertificateVariables
  ) -> TransferOptions {
    let name = "weatherterm/\(Version.number)"
    var options = TransferOptions(userAgent: http.userAgent ?? http.contact.map { "\(name) (\($0))" } ?? name)
    options.timeout = http.timeout ?? options.timeout
    options.connectTimeout = http.connectTimeout ?? options.connectTimeout
    options.maxBody = http.maxBody ?? options.maxBody
    options.perHost = http.perHost ?? options.perHost
    options.caFile = http.caFile
    options.certificates = certificates
    for parser in chain {
      let configured = parsers[parser.name]
      let pause = configured?.pause ?? parser.facts.pause
      // Parsers may share a host: the longer of their pauses is kept.
      for address in configured?.baseAddress.map({ [$0.text] }) ?? parser.facts.hosts.map({ "https://\($0)" }) {
        options.pauses[address] = max(pause, options.pauses[address] ?? .zero)
      }
    }
    return options
  }
}
