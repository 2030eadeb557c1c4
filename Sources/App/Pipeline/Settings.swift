import Basics
import Output
import Scraping
import Weather
import Web

/// What the program uses: the command line's wishes over the configuration's, nothing left open.
struct Settings: Sendable {
  /// The parsers, one at least; each is asked where those before it fail.
  let chain: [any ForecastParser]
  /// The areas, as the user wrote them, in the order in which they are shown.
  let areas: [String]
  /// A file with more areas; `-` is standard input.
  let areaFile: String?
  /// Which forecast.
  let kind: ForecastKind
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
  let loudness: Loudness
  /// The days of the weekend.
  let weekend: Set<Weekday>
  /// The configuration's places, by their names.
  let places: [String: ConfiguredPlace]
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
  /// What is taken from the cache, and what is left there.
  let keeping: Keeping
  /// The folder for a recording.
  let record: String?
  /// The recording to be replayed.
  let replay: String?

  /// Lays the wishes over the configuration; the environment says where the cache lies.
  ///
  /// - Throws: a ``UsageError`` where both leave out what is needed,
  ///   ``ConfigurationError/wantsContact(file:parser:site:)`` where the only site asks for a contact.
  init(_ wishes: Wishes, _ configuration: Configuration, file: ConfigurationFile?, environment: [String: String] = [:])
    throws
  {
    guard let kind = wishes.kind ?? configuration.forecast else { throw UsageError.noForecast }
    let chain = wishes.parsers.isEmpty ? configuration.chain : wishes.parsers
    if chain.isEmpty { throw UsageError.noParser }
    let areas = wishes.areas.isEmpty && wishes.areaFile == nil ? configuration.area.map { [$0] } ?? [] : wishes.areas
    if areas.isEmpty, wishes.areaFile == nil { throw UsageError.noArea }
    self.kind = kind
    self.chain = chain
    self.areas = areas
    areaFile = wishes.areaFile
    configurationFile = file?.path ?? "~/.config/weatherterm/config.yaml"
    timeout = wishes.timeout
    // A unit on the command line is meant for every quantity, the configured ones included.
    units = (wishes.unit ?? (configuration.unit ?? UnitSystem()).overridden(by: configuration.units))
      .overridden(by: wishes.units)
    output = wishes.output ?? configuration.output ?? ClassicRenderer.self
    fields = wishes.fields ?? configuration.fields ?? FieldGroup.standard
    dayLimit = wishes.days
    hourLimit = wishes.hours
    color = wishes.color ?? .auto
    icons = wishes.icons
    template = wishes.template
    loudness = wishes.loudness
    weekend = configuration.weekend ?? [.friday, .saturday, .sunday]
    places = configuration.places
    contact = configuration.http.contact
    record = wishes.record
    replay = wishes.replay
    keeping = Self.keeping(wishes, environment)
    var parsers = configuration.parsers
    if let address = wishes.baseAddress {
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

  /// What is taken from the cache. A recording is to hold whole answers of now, and failures too.
  private static func keeping(_ wishes: Wishes, _ environment: [String: String]) -> Keeping {
    let mode: CachePolicy.Mode =
      wishes.record != nil ? .anew : wishes.offline ? .offline : wishes.refresh ? .confirm : .usual
    return Keeping(
      folder: Keeping.folder(environment), mode: mode, maxAge: wishes.maxAge,
      showsStale: !wishes.noStale && wishes.record == nil)
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
