import Weather

/// The line of a report: `Stockholm ⛅ 10° ↑ 12° ↓ 3° 💧40%`. If space is limited, its last parts are dropped first.
struct LineText {
  struct Part {
    let plain: String
    let styled: String

    /// A text, and its coloured form if it has one.
    init(_ plain: String, styled: String? = nil) { (self.plain, self.styled) = (plain, styled ?? plain) }

    static func + (a: Part, b: Part) -> Part { Part(a.plain + b.plain, styled: a.styled + b.styled) }
  }

  private let name: String
  private let parts: [Part]
  private let staleMark: String
  private let options: RenderingOptions

  init(_ report: Report, _ options: RenderingOptions) {
    let values = options.values
    (self.options, staleMark) = (options, values.staleMark(report))
    name = options.plain(report.shortTitle) + (report.failure == nil ? "" : ":")
    parts = report.failure == nil ? LineWriter(options).parts(of: report) : [Part(values.phrases("no forecast"))]
  }

  /// The line in at most `width` columns; complete without a limit.
  func text(fitting width: Int?) -> String {
    guard let width else { return joined(name, parts) + staleMark }
    // The mark of a stale answer is dropped last, because old weather must not look current.
    let room = width - DisplayWidth.of(staleMark)
    return room < 4 ? cut(fitted(width), to: width) : fitted(room) + staleMark
  }

  /// Name and weather in at most `width` columns.
  private func fitted(_ width: Int) -> String {
    // The first part is the weather itself: the name is truncated before it.
    var kept = parts[...]
    func columns() -> Int { kept.reduce(DisplayWidth.of(name)) { $0 + 1 + DisplayWidth.of($1.plain) } }
    while kept.count > 1, columns() > width { kept.removeLast() }
    guard columns() > width else { return joined(name, kept) }
    let weather = kept.map { $0.plain }.joined(separator: " ")
    let room = width - DisplayWidth.of(weather) - 1
    if room >= 3 { return joined(cut(name, to: room), kept) }
    return cut(weather.isEmpty ? name : weather, to: width)
  }

  private func cut(_ text: String, to width: Int) -> String {
    DisplayWidth.cut(text, to: width, isUnicode: options.isUnicode)
  }

  /// The place and its weather only.
  var short: String { joined(name, parts.prefix(1)) + staleMark }

  /// Joins name and parts with blanks; converts characters such as a locale's minus sign.
  private func joined(_ name: String, _ parts: some Sequence<Part>) -> String {
    options.plain(([name] + parts.map { $0.styled }).joined(separator: " "))
  }
}
