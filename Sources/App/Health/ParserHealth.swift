import Basics
import Weather

/// Statistics of a parser's answers across runs: how often each field was found, by which selector, and since when it is
/// missing. They contain no place, address or value.
struct ParserHealth: Equatable {
  /// Checksum of the selectors; the statistics are reset if it changes.
  var selectors: Int
  /// Start of the statistics, in seconds since 1970-01-01T00:00:00Z.
  var since: Int
  /// Number of the day of the last note; 0 for none.
  var toldOn = 0
  var parts: [Part] = []

  /// Statistics of one kind of rows in the answers to one kind of question, because different pages have different fields.
  struct Part: Equatable {
    /// The kind of question: today, days, hours, overview.
    var page: String
    var rows: RowKinds
    /// Number of answers; all counts are halved at a limit, so that old answers weigh less.
    var answers = 0
    /// Time of the last answer.
    var last = 0
    /// Whether the last answer had no such rows.
    var isAbsent = false
    /// Number of consecutive unreadable answers, and the time of the first.
    var unreadable = 0
    var unreadableSince = 0
    var fields: [FieldHealth] = []
  }
}

/// Statistics of a field in one part.
struct FieldHealth: Equatable {
  var field: Field
  /// Number of answers with the field, and without it (the current streak not included).
  var found = 0
  var missed = 0
  var firstFound = 0
  var lastFound = 0
  /// Number of consecutive answers without the field, and the time of the first.
  var missing = 0
  var missingSince = 0
  /// Number of rows in answers with the field, and of those with a value.
  var rows = 0
  var foundRows = 0
  /// The usual selector's position in the ladder, the number of answers found there, the number of consecutive answers found
  /// only by later selectors, and the time of the first of these.
  var depth = 0
  var usual = 0
  var later = 0
  var laterSince = 0
  /// The selectors that found it, most recent first.
  var ways: [Way] = []

  struct Way: Equatable {
    var way: FieldCounts.Way
    var depth: Int
    /// Number of answers with a value from it, and the time of the last.
    var answers: Int
    var last: Int
  }
}

extension ParserHealth {
  /// Number of consecutive answers after which a change is reported.
  static let several = 3
  /// Minimum number and share of earlier answers with a field, for its absence to be significant.
  static let enough = 5
  fileprivate static let nearlyAlways = 0.9
  /// Minimum time, in seconds, that a field must be missing if sources omit it for hours: a day and a night.
  fileprivate static let wholeDay = 86_400
  /// Time after which a change becomes the new normal, in seconds.
  private static let remembered = 30 * 86_400
  private static let mostAnswers = 400
  fileprivate static let mostWays = 6

  /// Updates a part, creating it if necessary.
  private mutating func withPart(_ page: String, _ rows: RowKinds, _ update: (inout Part) -> Void) {
    let index = parts.firstIndex { $0.page == page && $0.rows == rows } ?? parts.endIndex
    if index == parts.endIndex { parts.append(Part(page: page, rows: rows)) }
    update(&parts[index])
  }

  /// Counts an answer that was read.
  ///
  /// - Parameter depth: a selector's position in the field's ladder, from 1; 0 if it is not in the site file.
  mutating func take(
    _ counts: FieldCounts, of question: Question, at now: Int, depth: (FieldCounts.Way, Field, RowKinds) -> Int
  ) {
    for rows in question.rows {
      withPart(question.page, rows) { part in
        part.take(counts[rows], at: now) { depth($0, $1, rows) }
        part.fields.removeAll { $0.missing > 0 && now - $0.missingSince > Self.remembered }
        part.fields.indices.forEach { part.fields[$0].adopt(before: now - Self.remembered) }
        if part.answers >= Self.mostAnswers { part.halve() }
      }
    }
  }

  /// Counts an answer that could not be read.
  mutating func takeUnreadable(_ question: Question, at now: Int) {
    for rows in question.rows {
      withPart(question.page, rows) { part in
        if part.unreadable == 0 { part.unreadableSince = now }
        part.unreadable += 1
        part.last = now
      }
    }
  }
}

extension ParserHealth.Part {
  fileprivate mutating func take(
    _ counted: FieldCounts.Rows, at now: Int, depth: (FieldCounts.Way, Field) -> Int
  ) {
    (answers, last, unreadable) = (answers + 1, now, 0)
    isAbsent = counted.count == 0
    for field in rows.fields where counted.found(field) > 0 && !fields.contains(where: { $0.field == field }) {
      fields.append(FieldHealth(field: field, firstFound: now))
    }
    for index in fields.indices {
      let field = fields[index].field
      let ways = counted.ways(of: field).map { way, _ in (way, depth(way, field)) }
      fields[index].take(ways, on: counted.found(field), of: counted.count, at: now)
    }
  }

  fileprivate mutating func halve() {
    answers /= 2
    for index in fields.indices {
      fields[index].found = (fields[index].found + 1) / 2
      fields[index].missed /= 2
      fields[index].rows /= 2
      fields[index].foundRows /= 2
      fields[index].usual = (fields[index].usual + 1) / 2
      for way in fields[index].ways.indices {
        fields[index].ways[way].answers = (fields[index].ways[way].answers + 1) / 2
      }
    }
  }
}

extension FieldHealth {
  fileprivate mutating func take(
    _ found: [(way: FieldCounts.Way, depth: Int)], on rows: Int, of all: Int, at now: Int
  ) {
    guard let shallowest = found.map(\.depth).min() else {
      if missing == 0 { missingSince = now }
      missing += 1
      return
    }
    missed += missing
    missing = 0
    self.found += 1
    lastFound = now
    foundRows += rows
    self.rows += all
    if self.found == 1 || shallowest < depth { (depth, usual) = (shallowest, 0) }
    if shallowest > depth {
      if later == 0 { laterSince = now }
      later += 1
    } else {
      later = 0
      usual += 1
    }
    for (way, depth) in found.reversed() {
      let known = ways.firstIndex { $0.way == way }
      let answers = known.map { ways.remove(at: $0).answers } ?? 0
      ways.insert(Way(way: way, depth: depth, answers: answers + 1, last: now), at: 0)
    }
    if ways.count > ParserHealth.mostWays { ways.removeLast(ways.count - ParserHealth.mostWays) }
  }

  /// Makes later selectors the usual ones if they have been in use since before a time.
  fileprivate mutating func adopt(before moment: Int) {
    guard later > 0, laterSince < moment else { return }
    (depth, usual, later) = (ways.filter { $0.last == lastFound }.map(\.depth).min() ?? depth, 0, 0)
  }

  /// Share of answers with the field since it was first found.
  var share: Double { Double(found) / Double(max(1, found + missed + missing)) }

  /// Whether it was nearly always found before it went missing.
  fileprivate var wasSteady: Bool {
    found >= ParserHealth.enough && Double(found) >= ParserHealth.nearlyAlways * Double(found + missed)
  }

  /// Whether it was nearly always found by the usual selector before later ones took over.
  fileprivate var wasUsual: Bool {
    usual >= ParserHealth.enough && Double(usual) >= ParserHealth.nearlyAlways * Double(found - later)
  }
}

// MARK: - Drift

/// A change for the worse on a parser's pages.
struct Drift: Hashable {
  enum Kind: Hashable {
    /// The field is no longer found.
    case missing
    /// The field is found only by later selectors.
    case later
    /// The page cannot be read at all.
    case unreadable
  }

  var kind: Kind
  /// Nil for a page that cannot be read.
  var field: Field?
  var page: String
  var rows: RowKinds
  /// When it was last normal, in seconds since 1970-01-01T00:00:00Z.
  var since: Int
}

extension ParserHealth {
  /// The current drifts.
  func drifts(now: Int) -> [Drift] {
    parts.flatMap { part in
      let unreadable =
        part.unreadable >= Self.several
        ? [Drift(kind: .unreadable, page: part.page, rows: part.rows, since: part.unreadableSince)] : []
      return unreadable
        + part.fields.compactMap { field in
          func drift(_ kind: Drift.Kind, _ since: Int) -> Drift {
            Drift(kind: kind, field: field.field, page: part.page, rows: part.rows, since: since)
          }
          if field.missing >= Self.several, field.wasSteady,
            !part.mayLack(field.field) || now - field.missingSince >= Self.wholeDay
          {
            return drift(.missing, field.lastFound)
          }
          if field.missing == 0, field.later >= Self.several, field.wasUsual { return drift(.later, field.laterSince) }
          return nil
        }
    }
  }
}

extension ParserHealth.Part {
  /// Whether a healthy source may omit a field for hours: precipitation in dry weather, the direction of a calm, what a
  /// station does not measure, and parts of today that are over.
  func mayLack(_ field: Field) -> Bool {
    if isAbsent || FieldHealth.isSparse(field) { return true }
    switch (rows, page) {
    case (.current, _): return ![.temperature, .humidity, .description, .windSpeed].contains(field)
    case (.day, "today"): return true
    default: return false
    }
  }
}

extension FieldHealth {
  /// Whether healthy pages omit a field at times.
  static func isSparse(_ field: Field) -> Bool {
    [
      .precipitation, .precipitationChance, .windGust, .windDirection, .windDegrees, .feelsLike, .sunrise, .sunset,
      .visibility,
    ].contains(field)
  }
}

extension Question {
  /// The kind of page that answers it.
  var page: String {
    if isToday { return "today" }
    if parts.contains([.days, .hours]) { return "overview" }
    return wantsHours ? "hours" : parts.contains(.days) ? "days" : "current"
  }

  /// The kinds of rows that answer it.
  var rows: [RowKinds] {
    (wantsCurrent ? [.current] : []) + (parts.contains(.days) ? [.day] : []) + (wantsHours ? [.hour] : [])
  }
}
