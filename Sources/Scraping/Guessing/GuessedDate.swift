internal import Basics

/// How the dates or times of rows are written.
struct GuessedDate {
  var selector: GuessedSelector
  /// What each row says, in seconds since 1970 as its own clocks show them.
  var moments: [Int] = []
  /// The days, where the rows say no more.
  var days: [CalendarDay] = []
  /// Whether the rows are called `Today`, `Sat 14`.
  var isLabel = false
  var isNight: [Bool] = []
  /// Whether each says its zone, or is the same moment everywhere.
  var hasZone = false

  /// Letters of Unicode, the most usual first; those whose day and month may be taken for one another are told apart by numbers
  /// over 12.
  private static let patterns = [
    "yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMddHH", "yyyyMMdd", "EEE, d MMM yyyy HH:mm:ss Z", "d MMM yyyy h:mm a Z",
    "d MMM yyyy h:mm a", "MMM d, yyyy h:mm a", "d MMM h:mm a Z", "d MMM h:mm a", "M/d/yyyy h:mm a", "d MMM yyyy HH:mm",
    "d MMM yyyy",
    "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d.M.yyyy HH:mm", "d.M.yyyy", "d/M/yyyy HH:mm", "d/M/yyyy",
    "M/d/yyyy HH:mm", "M/d/yyyy", "d-M-yyyy", "yyyy/MM/dd HH:mm", "yyyy/MM/dd", "yyyy-MM-dd H:mm", "d MMM HH:mm",
    "d.M. HH:mm",
    "d MMM", "MMM d", "d MMMM", "d.M.",
  ]

  /// A guess at texts of which each is a date or a time; nil where one is none.
  ///
  /// - Parameter clock: the page's.
  init?(_ texts: [String], at path: String, clock: LocalTime) {
    selector = GuessedSelector(at: path)
    guard read(texts, clock) else { return nil }
    distinct = isLabel ? Set(texts).count : moments.isEmpty ? Set(days).count : Set(moments).count
  }

  private mutating func read(_ texts: [String], _ clock: LocalTime) -> Bool {
    guard !texts.isEmpty, texts.allSatisfy({ $0.utf8.count <= 120 }) else { return false }
    func all<Value>(_ read: (String) -> Value?) -> [Value]? {
      let values = texts.compactMap(read)
      return values.count == texts.count ? values : nil
    }
    func shown(_ time: LocalTime) -> Int { time.secondsSince1970 + time.offset }
    if let moments = all({ LocalTime($0) }) {
      (self.moments, hasZone) = (moments.map(shown), true)
    } else if let moments = all({ LocalTime($0, offset: 0) }) {
      self.moments = moments.map(shown)
    } else if let days = all({ $0.utf8.count == 10 ? CalendarDay($0) : nil }) {
      self.days = days
    } else if let moments = all({ Self.seconds($0) }) {
      (self.moments, hasZone) = (moments, true)
    } else {
      if readLetters(texts, clock) { return true }
      let labels = texts.map { RowLabel($0) }
      // A row that is called otherwise, as holidays are, is left out.
      guard labels.count(where: { $0.isToday || $0.isTomorrow || $0.weekday != nil }) * 4 >= labels.count * 3,
        Set(texts).count > 1
      else { return false }
      selector.steps["format"] = "label"
      isLabel = true
      isNight = labels.map(\.isNight)
      days = RowLabel.days(of: labels, from: clock.day).compactMap { $0 }
    }
    return true
  }

  /// Seconds or milliseconds since 1970, of this century.
  private static func seconds(_ text: String) -> Int? {
    guard let number = Int(text) else { return nil }
    let seconds = number > 100_000_000_000 ? number / 1000 : number
    return (1_000_000_000...4_000_000_000).contains(seconds) ? seconds : nil
  }

  /// Reads the texts by the first pattern that fits all of them.
  private mutating func readLetters(_ texts: [String], _ clock: LocalTime) -> Bool {
    for letters in Self.patterns {
      guard let pattern = DatePattern(letters) else { continue }
      let readings = texts.compactMap { pattern.read($0, near: clock.day) }
      guard readings.count == texts.count else { continue }
      let days = readings.compactMap(\.day)
      guard days.count == texts.count else { continue }
      // A date that is one piece of much text is of something else.
      if texts.contains(where: { $0.count > letters.count + 16 }) { continue }
      selector.steps["format"] = letters
      if readings.allSatisfy({ $0.seconds != nil }) {
        moments = zip(days, readings).map { $0.number * 86_400 + ($1.seconds ?? 0) }
        hasZone = readings.allSatisfy { $0.zone != nil }
      } else {
        self.days = days
      }
      return true
    }
    return false
  }

  /// Whether texts are times of day, or hours of it.
  static func areClocks(_ texts: [String]) -> String? {
    guard !texts.isEmpty else { return nil }
    if texts.allSatisfy({ $0.utf8.count <= 5 && $0.contains(":") && TimeOfDay.seconds($0) != nil }) { return "H:mm" }
    let isHour = texts.allSatisfy { $0.utf8.count <= 2 && Int($0).map { (0...23).contains($0) } ?? false }
    return isHour && Set(texts).count > 2 ? "H" : nil
  }

  /// The time between two rows, in hours, as most have it; nil where that is not known.
  var stepHours: Double? {
    let sorted = (moments.isEmpty ? days.map { $0.number * 86_400 } : moments).sorted()
    let steps = zip(sorted, sorted.dropFirst()).map { Double($1 - $0) / 3600 }.sorted()
    return steps.isEmpty ? nil : steps[steps.count / 2]
  }

  /// How many different days or moments there are; a day and its night have different labels.
  var distinct = 0
}
