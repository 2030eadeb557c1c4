import Weather

/// The line of a report: `Stockholm ⛅ 10° ↑ 12° ↓ 3° 💧40%`, in parts of which the last ones go first where it is narrow.
struct LineText {
  /// A part of the line: without and with colours.
  struct Part {
    let plain: String
    let styled: String

    /// A text, and the same with its colours where it has any.
    init(_ plain: String, styled: String? = nil) { (self.plain, self.styled) = (plain, styled ?? plain) }

    /// One part behind the other.
    static func + (a: Part, b: Part) -> Part { Part(a.plain + b.plain, styled: a.styled + b.styled) }
  }

  private let name: String
  private let parts: [Part]
  /// How old the answer is that should be newer, with a blank before it; empty where it is not.
  private let mark: String
  private let isUnicode: Bool

  /// The line of a report.
  init(_ report: Report, _ options: RenderingOptions) {
    let writer = LineWriter(options)
    isUnicode = options.isUnicode
    mark = report.source.staleMark.map { " \($0)" } ?? ""
    if report.failure != nil {
      name = writer.name(of: report) + ":"
      parts = [Part("no forecast")]
      return
    }
    name = writer.name(of: report)
    parts =
      report.showsNow ? writer.now(report) : report.showsHours ? writer.hours(report) : writer.days(report)
  }

  /// The line in at most so many columns; whole where nothing limits it.
  func text(fitting width: Int?) -> String {
    guard let width else { return joined(name, parts) + mark }
    // Old weather that looks new would deceive: rather than its mark, anything else goes.
    let room = width - DisplayWidth.of(mark)
    guard room < 4 else { return fitted(room) + mark }
    return DisplayWidth.cut(fitted(width), to: width, isUnicode: isUnicode)
  }

  /// Name and weather in at most so many columns.
  private func fitted(_ width: Int) -> String {
    // The first part is the weather: rather than go, it takes the room of the name.
    var kept = parts[...]
    while kept.count > 1, columns(name, kept) > width { kept.removeLast() }
    guard columns(name, kept) > width else { return joined(name, kept) }
    let weather = kept.map { $0.plain }.joined(separator: " ")
    let room = width - DisplayWidth.of(weather) - 1
    if room >= 3 { return joined(DisplayWidth.cut(name, to: room, isUnicode: isUnicode), kept) }
    return DisplayWidth.cut(weather.isEmpty ? name : weather, to: width, isUnicode: isUnicode)
  }

  /// The place and its weather, without the rest.
  var short: String { joined(name, parts.prefix(1)) + mark }

  /// Name and parts with a blank between.
  private func joined(_ name: String, _ parts: some Sequence<Part>) -> String {
    let line = ([name] + parts.map { $0.styled }).joined(separator: " ")
    // A locale has signs of its own, such as that of a minus.
    return isUnicode ? line : AsciiText.of(line)
  }

  /// How many columns name and parts take.
  private func columns(_ name: String, _ parts: some Sequence<Part>) -> Int {
    parts.reduce(DisplayWidth.of(name)) { $0 + 1 + DisplayWidth.of($1.plain) }
  }
}
