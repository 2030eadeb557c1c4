import Display
import Rendering
import Scraping
import Weather

/// What the command line asks for, understood; what it leaves open is nil.
struct Wishes: Sendable {
  /// The parser.
  var parser: (any ForecastParser.Type)?
  /// The area, as typed.
  var area: String?
  /// Which forecast.
  var kind: ForecastKind?
  /// The units of all quantities.
  var unit: UnitSystem?
  /// The units of single quantities.
  var units = UnitSystem()
  /// The output form.
  var output: (any Renderer.Type)?
  /// The extra fields.
  var fields: [ReportField]?
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

  /// Understands the command as typed; throws for the first value that is none.
  init(_ command: WeathertermCommand) throws(UsageError) {
    area = command.required.area
    kind = command.forecast.kinds.first
    config = command.session.config
    record = command.session.record
    replay = command.session.replay
    template = command.output.format
    loudness = command.quiet ? .errors : command.verbose ? .everything : .notes
    days = try Self.count(command.output.days, of: .days)
    hours = try Self.count(command.output.hours, of: .hours)
    do throws(UnknownName) {
      parser = try Choice.parsers(command.required.parser)
      unit = try Choice.unitSystems(command.output.unit)
      output = try Choice.outputs(command.output.output)
      color = try Choice.colorModes(command.output.color)
      icons = try Choice.iconSets(command.output.icons)
    } catch {
      throw .unknownName(error)
    }
    do throws(FieldListError) {
      fields = try command.output.fields.map { text throws(FieldListError) in try Choice.fields.list(Self.items(text)) }
    } catch {
      throw .badFields(error)
    }
    if let template {
      // A template is a line's, unless another form is asked for by name.
      let form = output ?? LineRenderer.self
      if let fault = form.fault(in: RenderingOptions(template: template)) { throw .badTemplate(fault) }
      output = form
    }
    if let text = command.output.units { units = try Self.units(text) }
    if let text = command.session.baseURL {
      guard let address = BaseAddress(text) else { throw .badBaseAddress(text) }
      baseAddress = address
    }
    try take(command.cache)
  }

  /// How what is kept and the site are weighed.
  private mutating func take(_ options: CacheOptions) throws(UsageError) {
    refresh = options.refresh
    offline = options.offline
    noStale = options.noStale
    if offline, refresh { throw .excluding(.offline, .refresh) }
    if offline, record != nil { throw .excluding(.offline, .record) }
    guard let text = options.maxAge else { return }
    guard let duration = DurationText.duration(text) else { throw .badDuration(.maxAge, text) }
    maxAge = duration
  }

  /// Whether the command line says nothing at all.
  var areNone: Bool {
    parser == nil && area == nil && kind == nil && unit == nil && units == UnitSystem() && output == nil
      && fields == nil && days == nil && hours == nil && template == nil && baseAddress == nil && maxAge == nil
      && !refresh && !offline && !noStale && config == nil && record == nil && replay == nil
  }

  /// A number of rows, at least one.
  private static func count(_ text: String?, of option: ProgramOption) throws(UsageError) -> Int? {
    guard let text else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text), count > 0 else {
      throw .badCount(text, option)
    }
    return count
  }

  /// `speed=m/s,pressure=hPa`.
  private static func units(_ text: String) throws(UsageError) -> UnitSystem {
    var units = UnitSystem()
    var named: Set<Quantity> = []
    for item in items(text) {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
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
    text.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
  }

  /// A text less the blanks round it.
  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
