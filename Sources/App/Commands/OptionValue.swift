import Basics
import Output
import Scraping
import Weather
import Web

/// The value of an option, or what is wrong with it. Kept until the whole command line is read, so that help which is asked
/// for is shown whatever else is typed, and errors stay data.
struct OptionValue<Value> {
  private let result: Result<Value, UsageError>

  /// Reads a value; `text` may hold the bytes of a file name, which have no meaning here.
  init(_ text: String, _ read: (String) throws -> Value) {
    do { result = .success(try read(PathText.repaired(text))) } catch {
      switch error {
      case let error as UsageError: result = .failure(error)
      case let error as UnknownName: result = .failure(.unknownName(error))
      case let error as FieldListError: result = .failure(.badFields(error))
      default: result = .failure(.other("\(error)"))
      }
    }
  }

  /// The value; throws what is wrong with it.
  func get() throws(UsageError) -> Value { try result.get() }
}

/// Reads the texts of options.
enum OptionText {
  /// An area, which may begin with a minus before a digit; anything else with a minus is an option (`-5d` too).
  static func area(_ text: String) throws(UsageError) -> String {
    let isOption = text.hasPrefix("-") && (!("0"..."9").contains(text.dropFirst().first ?? "-") || text.last == "d")
    if isOption { throw .needsArea }
    return text
  }

  /// `WeatherCom,OpenMeteo`.
  static func parsers(_ text: String) throws -> [any ForecastParser] {
    var parsers: [any ForecastParser] = []
    for item in items(text) {
      let parser = try Choice.parsers(item)
      if parsers.contains(where: { $0.name == parser.name }) { throw UsageError.repeatedParser(parser.name) }
      parsers.append(parser)
    }
    return parsers
  }

  /// `speed=m/s,pressure=hPa`.
  static func units(_ text: String) throws -> UnitSystem {
    var units = UnitSystem()
    var named: Set<Quantity> = []
    for item in items(text) {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmingSpaces)
      guard parts.count == 2, !parts[1].isEmpty else { throw UsageError.malformedUnit(item) }
      let quantity = try Choice<Quantity>("quantity")(parts[0])
      try units.set(quantity, to: parts[1])
      guard named.insert(quantity).inserted else { throw UsageError.repeatedQuantity(quantity.rawValue) }
    }
    return units
  }

  /// `wind,uv`, `none` or `all`.
  static func fields(_ text: String) throws(FieldListError) -> [FieldGroup] { try Choice.fields.list(items(text)) }

  /// A number of rows, at least one.
  static func count(_ text: String, _ option: String) throws(UsageError) -> Int {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text), count > 0 else {
      throw .badCount(text, option: option)
    }
    return count
  }

  /// A length of time.
  static func duration(_ text: String, _ option: String) throws(UsageError) -> Duration {
    guard let duration = DurationText.duration(text) else { throw .badDuration(text, option: option) }
    return duration
  }

  /// A length of time that is more than nothing.
  static func positiveDuration(_ text: String, _ option: String) throws(UsageError) -> Duration {
    let duration = try duration(text, option)
    if duration == .zero { throw .badDuration(text, option: option) }
    return duration
  }

  /// An http or https address.
  static func baseAddress(_ text: String) throws(UsageError) -> BaseAddress {
    guard let address = BaseAddress(text) else { throw .badBaseAddress(UserInfo.removed(fromNoAddress: text)) }
    return address
  }

  /// The items of a list with commas, less the blanks round them.
  private static func items(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmingSpaces)
  }
}

extension CommandLineOptions {
  /// The values of the command's options; throws for the first that is wrong, and for those that exclude each other.
  init(_ command: WeathertermCommand) throws(UsageError) {
    let (required, output, session) = (command.required, command.output, command.session)
    let kinds = ForecastKind.allCases.filter { command.forecast.kinds.contains($0) }
    if kinds.count > 1 { throw .contradictory(kinds) }
    if command.verbose, command.quiet { throw .excluding("--verbose", "--quiet") }
    let files = [
      ("--areas", required.areas), ("--config", session.config), ("--record", session.record),
      ("--replay", session.replay),
    ]
    for (option, file) in files where file?.isEmpty == true { throw .emptyFileName(option) }
    areas = try required.area.map { area throws(UsageError) in try area.get() }
    areaFile = required.areas
    kind = kinds.first
    config = session.config
    record = session.record
    replay = session.replay
    verbosity = command.quiet ? .errors : command.verbose ? .everything : .notes
    days = try output.days?.get()
    hours = try output.hours?.get()
    parsers = try required.parser?.get() ?? []
    unit = try output.unit?.get()
    self.output = try output.output?.get()
    color = try output.color?.get()
    icons = try output.icons?.get()
    fields = try output.fields?.get()
    template = output.format
    if let template {
      // A template is a line's, unless another form is asked for by name.
      let form = self.output ?? LineRenderer.self
      if let fault = form.fault(in: RenderingOptions(template: template)) { throw .badTemplate(fault) }
      self.output = form
    }
    units = try output.units?.get() ?? UnitSystem()
    baseAddress = try session.baseURL?.get()
    if baseAddress != nil, parsers.count > 1 { throw .baseAddressOfSeveral }
    timeout = try session.timeout?.get()
    maxAge = try command.cache.maxAge?.get()
    refresh = command.cache.refresh
    offline = command.cache.offline
    noStale = command.cache.noStale
    if offline, refresh { throw .excluding("--offline", "--refresh") }
    if offline, record != nil { throw .excluding("--offline", "--record") }
  }
}
