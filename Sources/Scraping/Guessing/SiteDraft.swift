public import Basics
internal import Markup
internal import Weather

/// A first site file for a page: what can be told from the page and its address, with facts to be filled in.
public struct SiteDraft {
  /// A section of the file.
  struct Section {
    let guess: GuessedSection
    var head: [DraftLine]
    var fields: [DraftLine]
  }

  let sample: SamplePage
  let name: String
  let address: GuessedAddress
  let place: GuessedPlace
  var sections: [Section] = []
  /// The units of bare numbers that nothing beside them says, by quantity: the unit, and the text of the page that says it; nil
  /// where nothing does.
  var units: [ValueKind.Quantity: (unit: String, said: String?)] = [:]
  /// Whether times are written without a zone, and the page names none.
  var lacksZone = false
  /// Where in the HTML the JSON stands that is read.
  private(set) var inside: String?
  /// What the page holds, in a few words, for reports.
  public private(set) var contents: String
  /// The run's clock for the page: that it was saved at, unless its own dates lie elsewhere.
  public private(set) var clock: LocalTime

  /// The address of the page as the file's template writes it.
  public var url: String { address.address }
  /// The area that the page is of.
  public var area: String { address.area }

  /// Looks at a page.
  ///
  /// - Parameters:
  ///   - name: the parser's name.
  ///   - url: the page's address; nil where it is not known.
  public init(_ sample: SamplePage, name: String, url: String?) {
    self.sample = sample
    self.name = name
    address = GuessedAddress(url)
    place = GuessedPlace(sample)
    clock = sample.page.fetched
    let clock = clock
    let rows = (try? sample.rows()) ?? []
    contents =
      "\(sample.format.rawValue), \(rows.count == 1 ? "one group" : "\(rows.count) groups") of things that repeat"
    let guesses = rows.compactMap { GuessedSection($0, clock: clock) }.enumerated()
      .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
    choose(guesses)
    settleClock()
  }

  /// Takes the best guess for each kind of rows that gives values; all of them stand in the same JSON, or in none.
  private mutating func choose(_ guesses: [GuessedSection]) {
    let worthy = guesses.filter { $0.score > 1 }
    let places = worthy.reduce(into: [String?: Int]()) { places, guess in
      let isBest = !worthy.contains {
        $0.kind == guess.kind && $0.rows.inside == guess.rows.inside && $0.score > guess.score
      }
      if isBest { places[guess.rows.inside, default: 0] = max(places[guess.rows.inside] ?? 0, guess.score) }
    }
    guard let most = places.values.max() else { return }
    // JSON is read rather than the markup around it where it says as much.
    let order = worthy.map(\.rows.inside).reduce(into: [String?]()) { if !$0.contains($1) { $0.append($1) } }
    inside = order.filter { places[$0] ?? 0 >= most - 1 }.sorted { $0 != nil && $1 == nil }.first ?? nil
    for guess in worthy where guess.rows.inside == inside {
      if sections.count > 2 || isCovered(guess.kind) { continue }
      let trial = Section(guess)
      if let tried = DraftTrial(self, with: trial).outcome(), !tried.fields.isEmpty, tried.isWorthy {
        sections.append(tried)
      }
    }
    let chosen = sections.map(\.guess)
    for quantity in Set(sections.flatMap(\.fields).filter(\.isActive).compactMap(\.needsUnit)) {
      units[quantity] = sample.unit(of: quantity)
    }
    lacksZone =
      (chosen.contains { !$0.date.hasZone && !$0.date.moments.isEmpty }
        || madeOfHours && !address.isPoint
        || sections.contains { $0.fields.contains { $0.isActive && ["sunrise", "sunset"].contains($0.key) } })
      && !place.lines.contains { $0.key == "timeZone" && $0.isActive }
  }

  /// Whether rows of a kind are there already; days and halves are one.
  private func isCovered(_ kind: SiteDefinition.Section.Kind) -> Bool {
    let days: Set<SiteDefinition.Section.Kind> = [.days, .halves]
    return sections.contains { $0.guess.kind == kind || days.contains(kind) && days.contains($0.guess.kind) }
  }

  /// A page that was copied is older than its file: its rows begin today or yesterday.
  private mutating func settleClock() {
    guard let date = sections.map(\.guess.date).first(where: { !$0.isLabel }) else { return }
    let days = date.moments.isEmpty ? date.days.map { $0.number * 86_400 + 43_200 } : date.moments
    guard let first = days.min(), let last = days.max() else { return }
    let now = clock.secondsSince1970 + clock.offset
    if now < first - 2 * 86_400 || now > last + 43_200 { clock = LocalTime(secondsSince1970: first, offset: 0) }
  }

  /// The address as the file's template is going to write it, with coordinates of four decimals at most.
  public static func address(for url: String) -> String { GuessedAddress(url).address }

  // MARK: - For reports

  /// What a page's file is called after its dot.
  public var ending: String { sample.format.rawValue }

  /// The option of the kind of forecast that the draft gives.
  public var option: String { ["hourly": "--hourly", "today": "-td"][testKinds.first ?? ""] ?? "-10d" }

  /// The fields that are read, by their sections.
  public var found: [(section: String, fields: [String])] {
    sections.map { ($0.guess.kind.rawValue, $0.fields.filter(\.isActive).map(\.key)) }
  }

  /// How many guesses are left to the user, as lines that are commented out.
  public var unsure: Int { sections.flatMap(\.fields).count { !$0.isActive } + place.lines.count { !$0.isActive } }

  /// The quantities whose unit the user has to say before any of their values is read.
  public var missingUnits: [String] { units.filter { $0.value.said == nil }.map(\.key.rawValue).sorted() }

  /// The kinds of forecast that tests ask for: those of the sections.
  var testKinds: [String] {
    let kinds = sections.map(\.guess.kind)
    let hasDays = kinds.contains(.days) || kinds.contains(.halves) || madeOfHours
    return (hasDays ? ["tendays"] : []) + (kinds.contains(.hours) ? ["hourly"] : [])
      + (hasDays && kinds.contains(.current) ? ["today"] : [])
  }

  /// Whether days are made of the hours: where hours are all there is.
  var madeOfHours: Bool {
    let kinds = sections.map(\.guess.kind)
    return kinds.contains(.hours) && !kinds.contains(.days) && !kinds.contains(.halves)
      && sections.contains { $0.fields.contains { $0.key == "temperature" && $0.isActive } }
  }
}

extension SiteDraft.Section {
  init(_ guess: GuessedSection) {
    self.guess = guess
    let rows = guess.rows
    let key = rows.isColumns ? "columns" : "rows"
    let sample = rows.leaves.first { $0.path == guess.date.selector.at }?.known.first ?? ""
    head = [
      DraftLine(
        key, YAMLText.scalar(rows.selector, inFlow: false), rows.what, sample, guess.score > 5 ? .sure : .likely),
      DraftLine(
        guess.kind == .hours || guess.kind == .current ? "time" : "date", guess.date.selector.yaml,
        rows.count == 1 ? "the only time here" : "\(guess.date.distinct) different ones", sample, .sure),
    ]
    if let units = rows.units {
      head.append(DraftLine("units", units, "a table by the names of the lists", units, .sure))
    }
    head += guess.extra.map { DraftLine($0.key, $0.value, $0.comment, "true", .sure) }
    fields = guess.fields.map { field in
      var line = DraftLine(field.key, field.selector.yaml, field.reason, field.example, field.certainty)
      line.needsUnit = field.needsUnit
      return line
    }
  }

  /// Whether the rows are worth a section: they have a temperature, or two other fields.
  var isWorthy: Bool {
    fields.contains { ["temperature", "high", "low"].contains($0.key) } || fields.count > 1
  }
}

extension SamplePage {
  /// What the page says of the unit of a quantity, anywhere; else what it most often is, for the user to look at.
  func unit(of quantity: ValueKind.Quantity) -> (unit: String, said: String?) {
    let usual: [ValueKind.Quantity: [String]] = [
      .temperature: ["°C", "°F"], .speed: ["m/s", "km/h", "mph"], .pressure: ["hPa", "inHg", "mb"],
      .distance: ["km", "mi"],
      .precipitation: ["mm", "cm"],
    ]
    if let json, let place = UnitTable.all(in: json).lazy.compactMap({ $0.place(of: quantity) }).first {
      return (place.path, place.text)
    }
    let names = usual[quantity] ?? []
    // Only what a reader sees: scripts and styles mean other things.
    var text = json == nil ? "" : String(decoding: page.body.prefix(1 << 20), as: UTF8.self)
    if let body = try? document?.first(format == .html ? "//body" : "/*") { text = body.spacedText }
    let said = names.filter { name in
      text.ranges(of: name).contains { range in
        let next = text[range.upperBound...].first
        let before = text[..<range.lowerBound].last
        return !(next?.isLetter ?? false) && !(before?.isLetter ?? false)
      }
    }
    return said.count == 1 ? (said[0], said[0]) : (names.first ?? "", nil)
  }
}
