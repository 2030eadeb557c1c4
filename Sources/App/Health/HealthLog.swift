import Basics
import Scraping
import Weather
import Web

/// Gathers what a run's new answers held, and adds it to what is remembered once the forecasts are written.
///
/// Only what the network answered counts: nothing under `--replay` or `--offline`, and no answer that was kept.
final class HealthLog: Sendable {
  private struct Answer: Sendable {
    let parser: any ForecastParser
    let question: Question
    /// Nil for an answer that could not be read.
    let forecast: Forecast?
  }

  private let cache: Cache?
  private let answers = Locked<[Answer]>([])
  /// Many places may be asked in a run: as many answers tell enough of a site.
  private static let most = 16

  /// A log that adds to what lies beside the answers in a cache; one of nil remembers nothing.
  init(_ cache: Cache?) { self.cache = cache }

  /// Notes an answer that has just come; nil for one that could not be read.
  func note(_ forecast: Forecast?, of parser: any ForecastParser, _ question: Question) {
    guard cache != nil else { return }
    answers.withLock {
      if $0.count < Self.most { $0.append(Answer(parser: parser, question: question, forecast: forecast)) }
    }
  }

  /// Adds the answers to what is remembered of their parsers; gives what the user should be told, once a day for each parser.
  ///
  /// - Parameter tells: whether the user is told; otherwise the next run tells it.
  func remember(at now: LocalTime, tells: Bool) -> [DriftNote] {
    guard let cache else { return [] }
    let answers = answers.value
    var parsers: [any ForecastParser] = []
    for answer in answers where !parsers.contains(where: { $0.name == answer.parser.name }) {
      parsers.append(answer.parser)
    }
    return parsers.compactMap { parser in
      var note: DriftNote?
      cache.updateSideFile(ParserHealth.file(of: parser.name)) { bytes in
        guard var health = ParserHealth.kept(bytes, of: parser, at: now.secondsSince1970) else { return nil }
        for answer in answers where answer.parser.name == parser.name {
          health.take(answer.forecast, of: parser, answer.question, at: now.secondsSince1970)
        }
        let drifts = tells ? health.drifts(now: now.secondsSince1970) : []
        if health.toldOn != now.day.number, let found = DriftNote(parser: parser.name, drifts, offset: now.offset) {
          note = found
          health.toldOn = max(0, now.day.number)
        }
        return HealthRecord.bytes(of: health)
      }
      return note
    }
  }
}

extension ParserHealth {
  /// The name of the file that remembers a parser.
  static func file(of parser: String) -> String { "\(parser).health" }

  /// What a file remembers of a parser, or nothing yet where it is broken or of other selectors; nil for a file of a newer
  /// program, which is left as it is.
  static func kept(_ bytes: [UInt8]?, of parser: any ForecastParser, at now: Int) -> ParserHealth? {
    let selectors = Checksum.crc32(
      Array(Version.number.utf8) + (parser.readDefinition.map { SelectorLadder(definition: $0).fingerprint } ?? []))
    do throws(HealthRecord.Fault) {
      if let bytes {
        let health = try HealthRecord.health(bytes)
        if health.selectors == selectors { return health }
      }
    } catch {
      if error == .newer { return nil }
    }
    return ParserHealth(selectors: selectors, since: now)
  }

  /// Counts an answer to a question; nil for one that could not be read.
  mutating func take(_ forecast: Forecast?, of parser: any ForecastParser, _ question: Question, at now: Int) {
    guard let forecast else { return takeUnreadable(question, at: now) }
    let ladder = parser.readDefinition.map { SelectorLadder(definition: $0) }
    take(FieldCounts([forecast]), of: question, at: now) { way, field, rows in
      ladder?.place(of: way, for: field, in: rows)?.depth ?? 0
    }
  }
}

/// What the user is told of a parser whose site has changed.
struct DriftNote: Hashable, Sendable {
  let parser: String
  /// The names of the fields that are not found any more, else of those found by later selectors only.
  let fields: [String]
  let isMissing: Bool
  /// The last day on which all was well.
  let since: CalendarDay

  /// The worst of some drifts; nil where there is none, or where the page cannot be read, which each run tells as an error.
  init?(parser: String, _ drifts: [Drift], offset: Int) {
    let missing = drifts.filter { $0.kind == .missing }
    let told = missing.isEmpty ? drifts.filter { $0.kind == .later } : missing
    guard let first = told.map(\.since).min() else { return nil }
    self.parser = parser
    isMissing = !missing.isEmpty
    since = LocalTime(secondsSince1970: first, offset: offset).day
    var names: [String] = []
    for name in told.compactMap({ $0.field?.name }) where !names.contains(name) { names.append(name) }
    fields = names
  }
}
