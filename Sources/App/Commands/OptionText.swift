import Basics
import Output
import Scraping
import Weather
import Web

extension CommandLineOptions {
  /// The values of the command's options; throws for the first that is wrong, and for those that exclude each other.
  ///
  /// The options are declared as texts and read here: errors stay data, help is shown whatever else is typed, and the
  /// library looks each type of value up at every start.
  init(_ command: WeathertermCommand, environment: [String: String]) throws(UsageError) {
    do { try self.init(reading: command, environment) } catch {
      switch error {
      case let error as UsageError: throw error
      case let error as UnknownName: throw .unknownName(error)
      case let error as FieldListError: throw .badFields(error)
      default: throw .other("\(error)")
      }
    }
  }

  private init(reading command: WeathertermCommand, _ environment: [String: String]) throws {
    let (required, output, session) = (command.required, command.output, command.session)
    let kinds = ForecastKind.allCases.filter { command.forecast.kinds.contains($0) }
    if kinds.count > 1 { throw UsageError.contradictory(kinds) }
    if command.verbose, command.quiet { throw UsageError.excluding("--verbose", "--quiet") }
    // Names of files keep bytes that are no UTF-8; in other values these have no meaning.
    for (option, file) in [
      ("--areas", required.areas), ("--config", session.config), ("--record", session.record),
      ("--replay", session.replay),
    ] + session.parserFile.map({ ("--parser-file", $0) }) where file?.isEmpty == true {
      throw UsageError.emptyFileName(option)
    }
    func read<Value>(_ text: String?, _ read: (String) throws -> Value) throws -> Value? {
      try text.map { try read(PathText.repaired($0)) }
    }
    places = try required.area.map { try OptionText.area(PathText.repaired($0)) }
    placeFile = required.areas
    kind = kinds.first
    config = session.config
    record = session.record
    replay = session.replay
    verbosity = command.quiet ? .errors : command.verbose ? .everything : .notes
    days = try read(output.days) { try OptionText.count($0, "--days") }
    hours = try read(output.hours) { try OptionText.count($0, "--hours") }
    if let file = session.parserFile.first(where: { ParserList.name(of: $0) == nil }) {
      throw UsageError.badParserFile(file)
    }
    known = ParserList(environment: environment, files: session.parserFile)
    parsers =
      try read(required.parser) { try OptionText.parsers($0, of: known) }
      ?? known.files.map { known.parser(ofFile: $0) }
    unit = try read(output.unit) { try Choices.unitSystems($0) }
    self.output = try read(output.output) { try Choices.outputs($0) }
    color = try read(output.color) { try Choices.colorModes($0) } ?? .auto
    icons = try read(output.icons) { try Choices.iconSets($0) }
    language = try read(output.lang) { try Choices.language($0) }
    fields = try read(output.fields) { try Choices.fieldList(OptionText.items($0)) }
    template = output.format.map { PathText.repaired($0) }
    if let template {
      let form = self.output ?? standardRenderer(takingTemplates: true)
      if let fault = form.fault(in: RenderingOptions(template: template)) { throw UsageError.badTemplate(fault) }
      self.output = form
    }
    units = try read(output.units, OptionText.units) ?? UnitSystem()
    baseAddress = try read(session.baseURL) { text in
      guard let address = BaseAddress(text) else {
        throw UsageError.badBaseAddress(UserInfo.removed(fromNoAddress: text))
      }
      return address
    }
    if baseAddress != nil, parsers.count > 1 { throw UsageError.baseAddressOfSeveral }
    timeout = try read(session.timeout) { try OptionText.duration($0, "--timeout", least: .milliseconds(1)) }
    maxAge = try read(command.cache.maxAge) { try OptionText.duration($0, "--max-age", least: .zero) }
    refresh = command.cache.refresh
    offline = command.cache.offline
    noStale = command.cache.noStale
    if offline, refresh { throw UsageError.excluding("--offline", "--refresh") }
    if offline, record != nil { throw UsageError.excluding("--offline", "--record") }
  }
}

/// Reads the texts of options.
private enum OptionText {
  /// An area, which may begin with a minus before a digit; anything else with a minus is an option (`-5d` too).
  static func area(_ text: String) throws(UsageError) -> String {
    let isOption = text.hasPrefix("-") && (!("0"..."9").contains(text.dropFirst().first ?? "-") || text.last == "d")
    if isOption { throw .needsArea }
    return text
  }

  /// `WeatherCom,OpenMeteo`.
  static func parsers(_ text: String, of known: ParserList) throws -> [any ForecastParser] {
    var parsers: [any ForecastParser] = []
    for item in items(text) {
      let parser = try known(item)
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
      let quantity = try Choices.quantities(parts[0])
      try units.set(quantity, to: parts[1])
      guard named.insert(quantity).inserted else { throw UsageError.repeatedQuantity(quantity.rawValue) }
    }
    return units
  }

  /// A number of rows.
  static func count(_ text: String, _ option: String) throws(UsageError) -> Int {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text), count > 0 else {
      throw .badCount(text, option: option)
    }
    return count
  }

  static func duration(_ text: String, _ option: String, least: Duration) throws(UsageError) -> Duration {
    guard let duration = DurationText.duration(text), duration >= least else {
      throw .badDuration(text, option: option)
    }
    return duration
  }

  /// The items of a list with commas, less the blanks round them.
  static func items(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmingSpaces)
  }
}
