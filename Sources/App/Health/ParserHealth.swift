import Basics
import Weather

/// What is remembered of a parser's answers from run to run: how often each field was found, by which selector, and since when
/// it is not. No place, no address and no value is among it.
struct ParserHealth: Equatable {
  /// The checksum of the selectors that the counts are of; with other selectors they begin anew.
  var selectors: Int
  /// When the counts began, in seconds since 1970-01-01T00:00:00Z.
  var since: Int
  /// The number of the day on which the user was last told of a drift; 0 for none.
  var toldOn = 0
  var parts: [Part] = []

  /// The rows of one kind in the answers to one kind of question: what a page of ten days does not have may stand on that of
  /// today.
  struct Part: Equatable {
    /// The kind of question: today, days, hours, overview.
    var page: String
    var rows: RowKinds
    /// How many answers are counted; halved with all other counts when they are many, so that older ones weigh less.
    var answers = 0
    /// When the last of them came.
    var last = 0
    /// Whether it had no such rows.
    var isAbsent = false
    /// How many answers in a row could not be read at all, and when the first of them came.
    var unreadable = 0
    var unreadableSince = 0
    var fields: [FieldHealth] = []
  }
}

/// What is remembered of a field in one part.
struct FieldHealth: Equatable {
  var field: Field
  /// How many answers had it, and how many before the last that had it lacked it.
  var found = 0
  var missed = 0
  var firstFound = 0
  var lastFound = 0
  /// How many answers in a row lack it, and when the first of them came.
  var missing = 0
  var missingSince = 0
  /// The rows of the answers that had it, and those of them that did.
  var rows = 0
  var foundRows = 0
  /// The place of its usual selector, how many answers had it from there, how many in a row have it from a later one only, and
  /// when the first of these came.
  var depth = 0
  var usual = 0
  var later = 0
  var laterSince = 0
  /// The selectors that gave it, those of the last answer first.
  var ways: [Way] = []

  struct Way: Equatable {
    var way: FieldCounts.Way
    var depth: Int
    /// How many answers had a value from it, and when the last of them came.
    var answers: Int
    var last: Int
  }
}

extension ParserHealth {
  /// How many answers have to lack a field, or to have it from later selectors, before that is told.
  static let several = 3
  /// How many answers must have had it before, and which share of all, so that its absence means something.
  static let enough = 5
  fileprivate static let nearlyAlways = 0.9
  /// How long a field has to be missing that many sites leave out for hours, in seconds: a whole day, the night included.
  fileprivate static let wholeDay = 86_400
  /// How long what has changed is told, in seconds: after that it is as usual as the old was.
  private static let remembered = 30 * 86_400
  private static let mostAnswers = 400
  fileprivate static let mostWays = 6

  /// A part by its page and rows, made where there is none yet.
  private mutating func withPart(_ page: String, _ rows: RowKinds, _ update: (inout Part) -> Void) {
    let index = parts.firstIndex { $0.page == page && $0.rows == rows } ?? parts.endIndex
    if index == parts.endIndex { parts.append(Part(page: page, rows: rows)) }
    update(&parts[index])
  }

  /// Counts an answer that was read.
  ///
  /// - Parameter depth: the place of a selector among those of a field, from 1 on; 0 where the file does not have it.
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

  /// Takes later selectors for the usual ones where they have been so since a moment.
  fileprivate mutating func adopt(before moment: Int) {
    guard later > 0, laterSince < moment else { return }
    (depth, usual, later) = (ways.filter { $0.last == lastFound }.map(\.depth).min() ?? depth, 0, 0)
  }

  /// The share of the answers that have it, of all since it was first found.
  var share: Double { Double(found) / Double(max(1, found + missed + missing)) }

  /// Whether it was nearly always there before it went missing.
  fileprivate var wasSteady: Bool {
    found >= ParserHealth.enough && Double(found) >= ParserHealth.nearlyAlways * Double(found + missed)
  }

  /// Whether it came nearly always from the usual place before it came from later ones.
  fileprivate var wasUsual: Bool {
    usual >= ParserHealth.enough && Double(usual) >= ParserHealth.nearlyAlways * Double(found - later)
  }
}

// MARK: - Drift

/// What has changed for the worse on a parser's pages.
struct Drift: Hashable {
  enum Kind: Hashable {
    /// The field is not found any more.
    case missing
    /// It is found, but by later selectors than before.
    case later
    /// The page cannot be read at all.
    case unreadable
  }

  var kind: Kind
  /// Nil for a page that cannot be read.
  var field: Field?
  var page: String
  var rows: RowKinds
  /// The last day on which it was as before, in seconds since 1970-01-01T00:00:00Z.
  var since: Int
}

extension ParserHealth {
  /// What has drifted, by the last answers.
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
  /// Whether a source may leave a field out for hours and be well: what falls in dry weather, where a calm comes from, what a
  /// station does not measure, and of today what is over.
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
  /// Whether good pages lack a field at times.
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
