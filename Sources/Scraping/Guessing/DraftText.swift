internal import Basics

/// Writes drafts as YAML.
extension SiteDraft {
  /// The name of the recording beside the file.
  public static let session = "first"

  /// The mark of what the user has to fill in.
  static let mark = "FILL IN"

  /// The file. Guesses that are not sure are comments, which take effect when their `# ` is removed.
  ///
  /// - Parameters:
  ///   - source: what it was made from, for people.
  ///   - schema: where the schema for editors lies.
  public func text(from source: String, schema: String = "site-1.json") -> String {
    let assumed = units.filter { $0.value.said == nil }
    var lines = [
      "# yaml-language-server: $schema=\(schema)",
      "# A draft, made of \(Self.plain(source)). Each guess says how sure it is, and what stands in the first row.",
      "# Fill in the lines marked \(Self.mark), look at every guess, take the '# ' from those that are right, and run",
      "#   weatherterm parsers check \(name).yaml --update",
    ]
    lines += facts()
    if !units.isEmpty {
      lines.append("")
      let said = units.filter { $0.value.said != nil }
      for (list, isActive) in [(said, true), (assumed, false)] where !list.isEmpty {
        let pairs = list.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue): \($0.value.unit)" }
        let comment =
          isActive ? "the page says so somewhere" : "\(Self.mark): the page names no unit; without it these are unknown"
        lines.append("\(isActive ? "" : "# ")units: {\(pairs.joined(separator: ", "))}   # \(comment)")
      }
    }
    lines += placeLines
    for section in sections { lines += [""] + block(section) }
    if madeOfHours {
      lines += ["", "days: {from: hours}   # the page has hours alone"]
      if !sections.contains(where: { $0.guess.kind == .current }) { lines.append("current: {from: hours}") }
    }
    if !testKinds.isEmpty {
      let start = "  - {session: \(Self.session), area: \(YAMLText.scalar(area, inFlow: true)), for: "
      lines += ["", "tests:"] + testKinds.map { "\(start)\($0)}" }
    } else if !sections.isEmpty {
      lines += ["", "# The weather now alone is no forecast: say where days or hours stand."]
    } else {
      lines += [
        "", "# Nothing that repeats and has dates was found: say where rows and fields stand, see docs/sites.md.",
        "days:",
        "  rows: \(sample.document == nil ? "$.days[*]" : "//table//tr[td]")   # \(Self.mark)",
        "  date: \(sample.document == nil ? "date" : "td[1]")   # \(Self.mark)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One section alone with units and a zone for all that may need them, and the line of its first field.
  func text(of section: Section) -> (yaml: String, firstField: Int) {
    let units = "units: {temperature: C, speed: m/s, pressure: hPa, distance: km, precipitation: mm}"
    var lines = facts(inside: section.guess.rows.inside) + [units, "place: {timeZone: UTC}"]
    var section = section
    for index in section.head.indices { section.head[index].isActive = true }
    let block = block(section)
    let first = lines.count + 1 + 1 + section.head.count
    lines += block
    return (lines.joined(separator: "\n") + "\n", first)
  }

  private func facts() -> [String] { facts(inside: inside) }

  private func facts(inside: String?) -> [String] {
    let origin = url.split(separator: "/", omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
    let title = place.title.map { String(Self.plain($0).prefix(60)) } ?? name
    func open(_ key: String, _ value: String, _ what: String) -> String {
      Self.aligned("\(key): \(value)", "\(Self.mark): \(what)")
    }
    var page = "get: \"\(address.template)\""
    if sample.format != .html { page = "as: \(sample.format.rawValue), \(page)" }
    if let inside { page += ", inside: \(YAMLText.scalar(inside, inFlow: true))" }
    return [
      "format: 1", open("title", YAMLText.scalar(title, inFlow: false), "the site's own name"),
      open("home", origin.isEmpty ? "https://site.example" : origin, "its home page"),
      Self.aligned(
        "areas: \(address.areas)", address.reason ?? "\(Self.mark): nothing in the address looks like a place"),
      open("help", "Look at the address of a place's page.", "where a user finds the area"),
      open("coverage", "unknown", "where it forecasts for, in words"),
      open("attribution", YAMLText.scalar(title, inFlow: false), "what has to be said with its data"),
      open("terms", "unknown", "what its terms allow; read them, and its robots.txt"),
      open("horizon", "\(horizon)", "days ahead, today included"), "",
      Self.aligned("page: {\(page)}", "the host, and {placeholders} for the area"),
    ]
  }

  /// How many days the rows hold.
  private var horizon: Int {
    let days = sections.flatMap { section in
      section.guess.date.moments.isEmpty
        ? section.guess.date.days.map(\.number) : section.guess.date.moments.map { $0 / 86_400 }
    }
    guard let first = days.min(), let last = days.max() else { return 7 }
    let count = sections.map { $0.guess.kind == .days ? $0.guess.rows.count : 0 }.max() ?? 0
    return min(max(last - first + 1, count, 1), 60)
  }

  private var placeLines: [String] {
    var lines = place.lines.map { "  " + Self.line($0) }
    if lacksZone {
      // Commented out: a zone that is a guess would move rows to other days.
      lines.append("  " + Self.aligned("# timeZone: Europe/Vienna", "\(Self.mark): the page's times name no zone"))
    }
    let isActive = place.lines.contains(where: \.isActive)
    return lines.isEmpty ? [] : ["", isActive ? "place:" : "# place:"] + lines
  }

  private func block(_ section: Section) -> [String] {
    ["\(section.guess.kind.rawValue):"] + (section.head + section.fields).map { "  " + Self.line($0) }
  }

  private static func line(_ line: DraftLine) -> String {
    aligned("\(line.isActive ? "" : "# ")\(line.key): \(line.value)", plain(line.comment))
  }

  private static func aligned(_ text: String, _ comment: String) -> String {
    "\(text)\(String(repeating: " ", count: max(3, 48 - text.count)))# \(comment)"
  }

  /// A text of a page within a comment or a scalar: on one line, without what editors and terminals obey, and without what
  /// quotes would not hold.
  private static func plain(_ text: String) -> String {
    PlainText.of(text).replacing("\"", with: "'").replacing("\\", with: "/")
  }
}
