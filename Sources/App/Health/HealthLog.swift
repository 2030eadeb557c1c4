import Basics
import Scraping
import Weather
import Web

/// Collects the new answers of a run and adds them to the parsers' statistics after the forecasts are written.
///
/// Only new answers from the network count: nothing under `--replay` or `--offline`, and nothing from the cache.
final class HealthLog: Sendable {
  private struct Answer: Sendable {
    let parser: any ForecastParser
    let question: Question
    /// Nil if the answer could not be read.
    let forecast: Forecast?
  }

  private let cache: Cache?
  private let answers = Locked<[Answer]>([])
  /// The most answers counted in a run with many places.
  private static let most = 16

  /// A log that writes beside a cache's answers; without a cache it does nothing.
  init(_ cache: Cache?) { self.cache = cache }

  /// Records a new answer; nil if it could not be read.
  func note(_ forecast: Forecast?, of parser: any ForecastParser, _ question: Question) {
    guard cache != nil else { return }
    answers.withLock {
      if $0.count < Self.most { $0.append(Answer(parser: parser, question: question, forecast: forecast)) }
    }
  }

  /// Adds the answers to their parsers' statistics; returns notes for the user, at most one a day per parser.
  ///
  /// - Parameter tells: whether notes are shown; if not, they are left for the next run.
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
  /// The name of a parser's statistics file.
  static func file(of parser: String) -> String { "\(parser).health" }

  /// A parser's statistics from a file; empty if the file is damaged or its selectors have changed; nil if a newer program
  /// wrote it, so that it is left alone.
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

  /// Counts an answer; nil if it could not be read.
  mutating func take(_ forecast: Forecast?, of parser: any ForecastParser, _ question: Question, at now: Int) {
    guard let forecast else { return takeUnreadable(question, at: now) }
    let ladder = parser.readDefinition.map { SelectorLadder(definition: $0) }
    take(FieldCounts([forecast]), of: question, at: now) { way, field, rows in
      ladder?.position(of: way, for: field, in: rows)?.depth ?? 0
    }
  }
}

/// A note that a parser's site has changed.
struct DriftNote: Hashable, Sendable {
  let parser: String
  /// The names of the missing fields; if there are none, of those found only by later selectors.
  let fields: [String]
  let isMissing: Bool
  /// The last day before the change.
  let since: CalendarDay

  /// The most severe drifts; nil if there are none. Unreadable pages are not noted, because each run reports an error.
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
