import Basics
import Output
import Scraping
import Weather
import Web

/// What the command line asks for, understood; what it leaves open is nil.
struct Wishes: Sendable {
  /// The parsers, the first to be asked before the others; empty where none is named.
  var parsers: [any ForecastParser] = []
  /// The areas, as typed.
  var areas: [String] = []
  /// A file with more areas; `-` is standard input.
  var areaFile: String?
  /// Which forecast.
  var kind: ForecastKind?
  /// The units of all quantities.
  var unit: UnitSystem?
  /// The units of single quantities.
  var units = UnitSystem()
  /// The output form.
  var output: (any Renderer.Type)?
  /// The extra fields.
  var fields: [FieldGroup]?
  /// How many days are shown at most.
  var days: Int?
  /// How many hours are shown at most.
  var hours: Int?
  /// When colours are used.
  var color: ColorMode?
  /// The signs for conditions.
  var icons: IconSet?
  /// The template, or a preset's name.
  var template: String?
  /// How much is told on standard error.
  var loudness = Loudness.notes
  /// The address that stands in for the site's.
  var baseAddress: BaseAddress?
  /// How long the whole run may take.
  var timeout: Duration?
  /// How old an answer may be that is kept.
  var maxAge: Duration?
  /// Whether the site is to be asked whatever is kept.
  var refresh = false
  /// Whether the network is not to be asked.
  var offline = false
  /// Whether a failure is to be told even where an older answer is kept.
  var noStale = false
  /// The configuration's file.
  var config: String?
  /// The folder for a recording.
  var record: String?
  /// The recording to be replayed.
  var replay: String?

  /// Whether nothing is asked for: how something is shown says nothing of what.
  let areNone: Bool

  /// Understands the options as typed; throws for the first value that is none.
  init(_ typed: TypedOptions) throws(UsageError) {
    areNone = typed.isEmpty(but: [.color, .icons, .verbose, .quiet])
    areas = typed.values(.area)
    areaFile = typed.value(.areas)
    kind = ForecastKind.allCases.first { typed.contains(ProgramOption($0)) }
    config = typed.value(.config)
    record = typed.value(.record)
    replay = typed.value(.replay)
    template = typed.value(.format)
    loudness = typed.contains(.quiet) ? .errors : typed.contains(.verbose) ? .everything : .notes
    days = try Self.count(typed, .days)
    hours = try Self.count(typed, .hours)
    if let text = typed.value(.parser) { parsers = try Self.parsers(text) }
    do throws(UnknownName) {
      unit = try Choice.unitSystems(typed.value(.unit))
      output = try Choice.outputs(typed.value(.output))
      color = try Choice.colorModes(typed.value(.color))
      icons = try Choice.iconSets(typed.value(.icons))
    } catch {
      throw .unknownName(error)
    }
    do throws(FieldListError) {
      fields = try typed.value(.fields).map { text throws(FieldListError) in try Choice.fields.list(Self.items(text)) }
    } catch {
      throw .badFields(error)
    }
    if let template {
      // A template is a line's, unless another form is asked for by name.
      let form = output ?? LineRenderer.self
      if let fault = form.fault(in: RenderingOptions(template: template)) { throw .badTemplate(fault) }
      output = form
    }
    if let text = typed.value(.units) { units = try Self.units(text) }
    if let text = typed.value(.baseURL) {
      guard let address = BaseAddress(text) else { throw .badBaseAddress(UserInfo.removed(fromNoAddress: text)) }
      baseAddress = address
    }
    if baseAddress != nil, parsers.count > 1 { throw .baseAddressOfSeveral }
    timeout = try Self.duration(typed, .timeout)
    if timeout == .zero { throw .badDuration(.timeout, typed.value(.timeout) ?? "") }
    maxAge = try Self.duration(typed, .maxAge)
    refresh = typed.contains(.refresh)
    offline = typed.contains(.offline)
    noStale = typed.contains(.noStale)
    if offline, refresh { throw .excluding(.offline, .refresh) }
    if offline, record != nil { throw .excluding(.offline, .record) }
  }

  /// A number of rows, at least one.
  private static func count(_ typed: TypedOptions, _ option: ProgramOption) throws(UsageError) -> Int? {
    guard let text = typed.value(option) else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text), count > 0 else {
      throw .badCount(text, option)
    }
    return count
  }

  /// A length of time.
  private static func duration(_ typed: TypedOptions, _ option: ProgramOption) throws(UsageError) -> Duration? {
    guard let text = typed.value(option) else { return nil }
    guard let duration = DurationText.duration(text) else { throw .badDuration(option, text) }
    return duration
  }

  /// `WeatherCom,OpenMeteo`.
  private static func parsers(_ text: String) throws(UsageError) -> [any ForecastParser] {
    var parsers: [any ForecastParser] = []
    for item in items(text) {
      let parser: any ForecastParser
      do throws(UnknownName) { parser = try Choice.parsers(item) } catch { throw .unknownName(error) }
      if parsers.contains(where: { $0.name == parser.name }) { throw .repeatedParser(parser.name) }
      parsers.append(parser)
    }
    return parsers
  }

  /// `speed=m/s,pressure=hPa`.
  private static func units(_ text: String) throws(UsageError) -> UnitSystem {
    var units = UnitSystem()
    var named: Set<Quantity> = []
    for item in items(text) {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmingSpaces)
      guard parts.count == 2, !parts[1].isEmpty else { throw .malformedUnit(item) }
      let quantity: Quantity
      do throws(UnknownName) {
        quantity = try Choice<Quantity>("quantity")(parts[0])
        try units.set(quantity, to: parts[1])
      } catch {
        throw .unknownName(error)
      }
      guard named.insert(quantity).inserted else { throw .repeatedQuantity(quantity.rawValue) }
    }
    return units
  }

  /// The items of a list with commas, less the blanks round them.
  private static func items(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmingSpaces)
  }
}
