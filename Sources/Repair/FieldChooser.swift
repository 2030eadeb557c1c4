internal import Scraping
import Weather

/// The rows of all looks, with what is known of them.
struct KnownColumns {
  /// How many rows each look has.
  let counts: [Int]
  /// What is known of a field in each row.
  let values: [Field: [FieldValue?]]
  /// How well.
  let knowledge: [Field: Knowledge]

  init(_ rows: [(look: Look, keys: [RowKey?])], _ fields: [Field]) {
    counts = rows.map(\.keys.count)
    var values: [Field: [FieldValue?]] = [:]
    var knowledge: [Field: Knowledge] = [:]
    for field in fields {
      values[field] = rows.flatMap { look, keys -> [FieldValue?] in
        let source = look.source(of: field)
        if let source { knowledge[field] = max(knowledge[field] ?? .exact, source.knowledge) }
        return keys.map { key in key.flatMap { source?.rows[$0]?[field] } }
      }
    }
    (self.values, self.knowledge) = (values, knowledge)
  }
}

/// A column that could be a field, with one way of reading it.
struct Offer {
  let column: Column
  let reading: ColumnReading
  let texts: [String?]
  let values: [FieldValue?]
  let fit: Fit
  /// What the words around it say for the field (above 0) or against it.
  let words: Double
  /// What it costs that the value does not stand alone.
  let toll: Double
  var score: Double

  /// Whether two differ in a row in which both have a value; where one merely lacks some rows it is the same column, seen worse.
  func contradicts(_ other: Offer) -> Bool { contradicts(other.values) }

  func contradicts(_ others: [FieldValue?]) -> Bool {
    zip(values, others).contains { a, b in a != nil && b != nil && a != b }
  }
}

/// Chooses the column of each field by the evidence: the best, where the next one that differs lies far enough behind.
struct FieldChooser {
  let columns: [Column]
  let known: KnownColumns
  let fields: [Field]
  /// The patterns of the fields' old selectors, and words in those that name things.
  let oldPatterns: [Field: [String]]
  let oldSentences: [Field: [ForecastSentence.Part]]
  let oldWords: [Field: Set<String>]
  let isMoment: Bool

  private let lexicon = Lexicon()
  private let readings = ColumnReadings()
  private let text = FieldText()

  init(
    _ columns: [Column], _ known: KnownColumns, _ fields: [Field], old: [SiteDefinition.Section], isMoment: Bool = false
  ) {
    (self.columns, self.known, self.fields, self.isMoment) = (columns, known, fields, isMoment)
    var (patterns, words) = ([Field: [String]](), [Field: Set<String>]())
    var sentences: [Field: [ForecastSentence.Part]] = [:]
    for (name, ladder) in old.flatMap(\.fields) {
      var named = name == "wind" ? [Field.windSpeed, .windDirection] : [Field(name)].compactMap { $0 }
      // Of halves the day's high and the night's low are one column.
      if name == "high" || name == "low", fields.contains(.temperature) { named.append(.temperature) }
      for field in named {
        for selector in ladder {
          if let match = selector.match, patterns[field]?.contains(match) != true {
            patterns[field, default: []].append(match)
          }
          if let part = selector.sentence, sentences[field]?.contains(part) != true {
            sentences[field, default: []].append(part)
          }
          let quoted = selector.at.split(separator: "'", omittingEmptySubsequences: false)
          for (index, word) in quoted.enumerated() where index % 2 == 1 && word.count >= 4 {
            words[field, default: []].insert(String(word))
          }
        }
      }
    }
    (oldPatterns, oldWords, oldSentences) = (
      patterns, words, sentences.mapValues { $0.sorted { $0.rawValue < $1.rawValue } }
    )
  }

  /// How far, in logarithms of odds, the next column must lie behind: one in twenty.
  static let margin = 3.0
  /// What it speaks for a column that it is the first of its kind in the row.
  static let firstInRow = 2.0

  private static let rivals: [Set<Field>] = [
    [.high, .low, .temperature, .feelsLike, .dewPoint], [.humidity, .precipitationChance, .cloudCover],
    [.windSpeed, .windGust], [.sunrise, .sunset],
  ]

  private static func isRival(_ field: Field, of other: Field) -> Bool {
    rivals.contains { $0.contains(field) && $0.contains(other) }
  }

  // MARK: - Choosing

  /// What was chosen, and why the other fields were not.
  struct Choice {
    var chosen: [Field: (offer: Offer, margin: Double)] = [:]
    var refused: [Field: FieldRefusal] = [:]
    /// For each look the degree that its bare temperatures are in to agree with what is known.
    var units: [MeasurementUnit] = []
  }

  func choose() -> Choice {
    var choice = Choice()
    choice.units = temperatureUnits()
    let units = zip(choice.units, known.counts).flatMap { Array(repeating: $0, count: $1) }
    var offers: [Field: [Offer]] = [:]
    for field in fields {
      guard let values = known.values[field], values.contains(where: { $0 != nil }) else {
        choice.refused[field] = .nothingKnown
        continue
      }
      let found = self.offers(field, units)
      offers[field] = found.offers
      if found.offers.isEmpty {
        choice.refused[field] = .noAgreement(
          nearest: found.nearest?.column.paths[0].text, far: found.nearest?.fit.far ?? 0,
          of: found.nearest?.fit.wanted ?? 0)
      }
    }
    var waiting = fields.filter { offers[$0]?.isEmpty == false }
    while !waiting.isEmpty {
      var ranked: [(margin: Double, field: Field, left: [Offer], rival: Offer?)] = []
      for field in waiting {
        let left = (offers[field] ?? []).filter { offer in
          choice.chosen.allSatisfy { other, taken in
            !Self.isRival(field, of: other) || offer.contradicts(taken.offer)
          }
        }
        guard let best = left.first else {
          let other = choice.chosen.first { other, taken in
            Self.isRival(field, of: other) && offers[field]?.first?.contradicts(taken.offer) == false
          }
          choice.refused[field] = .isOther(other?.key, at: offers[field]?.first?.column.paths[0].text ?? "")
          continue
        }
        let rival = left.dropFirst().first { $0.contradicts(best) }
        ranked.append((best.score - (rival?.score ?? -60), field, left, rival))
      }
      guard let next = ranked.max(by: { ($0.margin, $1.field.index) < ($1.margin, $0.field.index) }) else { break }
      waiting = ranked.map(\.field).filter { $0 != next.field }
      // Of what says the same, the likeliest to last.
      let leader = next.left[0]
      let best =
        next.left.filter {
          !$0.contradicts(leader) && $0.fit.seen >= leader.fit.seen && $0.score > leader.score - 3
        }.min { $0.column.price + $0.toll < $1.column.price + $1.toll } ?? leader
      if let refusal = refusal(of: next.field, best, next.margin, next.rival, units) {
        choice.refused[next.field] = refusal
      } else {
        choice.chosen[next.field] = (best, min(next.margin, 60))
      }
    }
    return choice
  }

  private func refusal(
    of field: Field, _ offer: Offer, _ margin: Double, _ rival: Offer?, _ units: [MeasurementUnit]
  ) -> FieldRefusal? {
    let path = offer.column.paths[0].text
    let values = known.values[field] ?? []
    let telling = offer.fit.telling(offer.values, values)
    if telling == .others { return .otherRows(at: path) }
    var isPlain = telling == .unclear
    if isMoment, isPlain {
      let alone = values.compactMap { $0 }
      isPlain = !(offer.fit.knowledge == .exact && Set(alone).count >= 2 && margin >= 6)
    }
    if margin < Self.margin { return .twoColumns(path, rival?.column.paths[0].text ?? "", margin: margin) }
    if offer.words <= -2 { return .wordsAgainst(at: path) }
    if isPlain {
      // Values that agree as well with the known ones of other rows prove nothing: words must speak for the column, too.
      let isAlone = !isOneOfSeveral(field, offer, units)
      guard offer.words >= 1, isAlone || offer.fit.knowledge == .exact || isMoment else {
        return .provesNothing(at: path)
      }
    }
    return offer.fit.wanted < (isMoment ? 1 : 3) ? .tooLittleKnown : nil
  }

  /// Whether another column could be the field by its kind, whatever its values, and is named as well.
  private func isOneOfSeveral(_ field: Field, _ offer: Offer, _ units: [MeasurementUnit]) -> Bool {
    columns.contains { column in
      guard column.longest <= PageTree.short else { return false }
      let read = zip(column.texts, units).map { text, unit in text.flatMap { self.text.value(field, $0, unit) } }
      guard Double(read.count { $0 != nil }) >= 0.6 * Double(read.count), offer.contradicts(read) else { return false }
      return offer.words < 2 || words(for: field, column, .plain, column.texts, read) >= offer.words - 0.5
    }
  }

  // MARK: - Offers

  /// The columns that could be a field, the best first, and the nearest of those that could not.
  private func offers(_ field: Field, _ units: [MeasurementUnit]) -> (offers: [Offer], nearest: Offer?) {
    guard let values = known.values[field], let knowledge = known.knowledge[field] else { return ([], nil) }
    var found: [Offer] = []
    var nearest: Offer?
    for column in columns {
      for (reading, texts) in ways(field, column) {
        guard Self.isAllowed(reading, field, knowledge) else { continue }
        let read = zip(texts, units).map { text, unit in text.flatMap { self.text.value(field, $0, unit) } }
        guard read.count(where: { $0 != nil }) >= min(2, read.count) else { continue }
        let fit = Fit(field, read, values, knowledge)
        let words = self.words(for: field, column, reading, texts, read)
        let filled = column.texts.compactMap { $0 }
        // A value that stands alone in its element is a better find than one among words and other numbers.
        let isWordy =
          ![.words, .direction, .measured(.speed)].contains(field.kind)
          && filled.count { text in text.count(where: \.isLetter) >= 3 } * 2 > filled.count
        let isCut = reading != .plain && reading != .several
        let toll = (isCut ? 2.0 : 0) + (isWordy ? 1 : 0)
        // A value stands by itself rather than in a sentence that tells of the same.
        let isBrief = column.longest <= (field.kind == .words ? 30 : 40)
        let brief = isBrief && (field.kind == .words || field.quantity == .speed || field.kind == .direction) ? 1.5 : 0
        let together = reading == .plain || reading == .several ? partnerEvidence(field, column, units) : 0
        let score = (fit.evidence ?? -99) + words + brief + together - 0.1 * toll - 0.05 * column.price
        let offer = Offer(
          column: column, reading: reading == .several ? .plain : reading, texts: texts, values: read, fit: fit,
          words: words, toll: toll, score: score)
        if fit.isGood {
          found.append(offer)
        } else if fit.evidence != nil, score > nearest?.score ?? -.infinity {
          nearest = offer
        }
      }
    }
    if ![.low, .feelsLike, .sunset].contains(field), let first = found.map(\.column.order).min() {
      for index in found.indices where found[index].column.order <= first + 1 { found[index].score += Self.firstInRow }
    }
    found.sort { a, b in
      (-a.score, a.column.price + a.toll, a.column.order) < (-b.score, b.column.price + b.toll, b.column.order)
    }
    return (found, nearest)
  }

  /// What a text that tells a wind's speed and its direction says of the other one: both stand in one text or in none.
  private func partnerEvidence(_ field: Field, _ column: Column, _ units: [MeasurementUnit]) -> Double {
    let partner: Field? = field == .windSpeed ? .windDirection : field == .windDirection ? .windSpeed : nil
    guard let partner, let values = known.values[partner], let knowledge = known.knowledge[partner] else { return 0 }
    let read = zip(column.texts, units).map { text, unit in text.flatMap { self.text.value(partner, $0, unit) } }
    let fit = Fit(partner, read, values, knowledge)
    // The right one costs half a unit a row by its noise alone.
    return fit.evidence.map { max(-8, min(4, $0 + 0.5 * Double(fit.wanted))) } ?? 0
  }

  private func ways(_ field: Field, _ column: Column) -> [(reading: ColumnReading, texts: [String?])] {
    readings.all(column.texts, old: oldPatterns[field] ?? [], sentences: oldSentences[field] ?? [])
  }

  private static func isAllowed(_ reading: ColumnReading, _ field: Field, _ knowledge: Knowledge) -> Bool {
    switch field.kind {
    case .words:
      // Words cut out of a sentence are never another source's.
      reading == .plain || reading == .several || knowledge != .other && reading.steps.contains { $0.sentence != nil }
    case .direction, .time, .measured(.speed): reading == .plain || reading == .several
    default: reading != .several || field == .uvIndex
    }
  }

  /// How the words around a column speak for a field: the nearest that name any field at all.
  private func words(
    for field: Field, _ column: Column, _ reading: ColumnReading, _ texts: [String?], _ values: [FieldValue?]
  ) -> Double {
    var score = 0.0
    var isOfNight = false
    let own = reading.words
    let old = oldWords[field] ?? []
    var said: [(depth: Int, words: String)] = [(0, own)] + column.context
    if let label = ownWords(column) { said.append((0, label)) }
    for (depth, words) in said where !words.isEmpty {
      let weight = depth <= 1 ? 1.0 : 0.6
      let (isFor, isAgainst) = lexicon.judge(field, words)
      if isFor, !isAgainst { score = max(score, 2 * weight) }
      if isAgainst, !isFor, depth <= 2 { score = score <= 0 ? min(score, -2) : score - 1 }
      if old.contains(where: words.contains) { score += 0.7 * weight }
      // A row speaks of its day first; what is the night's is the low alone.
      if depth <= 3, ![.low, .temperature, .feelsLike].contains(field), Lexicon.isOfNight(words) { isOfNight = true }
    }
    if isOfNight { score -= 2.5 }
    // A sentence speaks for itself.
    let filled = zip(column.texts, values).compactMap { text, value in value == nil ? nil : text }
    if !filled.isEmpty {
      let sentences = filled.count { $0.count > 40 && lexicon.judge(field, $0).speaksFor }
      if Double(sentences) >= 0.7 * Double(filled.count) { score = max(score, 2) }
    }
    return max(-3, min(3.5, score))
  }

  /// The words that all texts of a column begin with: `Feels like 20°`.
  private func ownWords(_ column: Column) -> String? {
    let filled = column.texts.compactMap { $0 }
    guard column.longest <= PageTree.short, let first = filled.first else { return nil }
    let words = String(first.prefix { !$0.isNumber && $0 != "-" })
    guard words.contains(where: \.isLetter), words.count < first.count, filled.allSatisfy({ $0.hasPrefix(words) })
    else {
      return nil
    }
    return words
  }

  // MARK: - Units

  /// For each look the degree that the page's bare temperatures must be in to agree with what is known; pages may differ.
  private func temperatureUnits() -> [MeasurementUnit] {
    let warm = fields.filter { $0.quantity == .temperature }
    var start = 0
    return known.counts.map { count in
      let cells = start..<(start + count)
      start += count
      func votes(_ unit: MeasurementUnit) -> Double {
        warm.map { field -> Double in
          guard let all = known.values[field], let knowledge = known.knowledge[field] else { return 0 }
          let values = Array(all[cells])
          guard values.contains(where: { $0 != nil }) else { return 0 }
          var best = 0.0
          for column in columns {
            for (reading, texts) in ways(field, column) {
              if reading == .several || column.longest > PageTree.short && reading == .plain { continue }
              let read = texts[cells].map { text in text.flatMap { self.text.value(field, $0, unit) } }
              let fit = Fit(field, read, values, knowledge)
              if fit.isGood { best = max(best, Double(fit.seen) + 0.3 * (fit.evidence ?? 0)) }
            }
          }
          return best
        }.reduce(0, +)
      }
      return votes(.fahrenheit) > votes(.celsius) ? .fahrenheit : .celsius
    }
  }
}
