internal import Basics
internal import Scraping
import Weather

/// Reads texts as fields, as strictly as the engine does and a little more: what is of another kind must not pass.
final class FieldText {
  private struct Key: Hashable {
    let field: Field
    let text: String
    let unit: MeasurementUnit?
  }

  private var known: [Key: FieldValue?] = [:]

  /// What a text would be as a field; nil where it is none. Times are of day 0.
  func value(_ field: Field, _ text: String, _ unit: MeasurementUnit?) -> FieldValue? {
    let key = Key(field: field, text: text, unit: field.quantity == .temperature ? unit : nil)
    if let known = known[key] { return known }
    let value = Self.read(field, text, key.unit)
    known[key] = .some(value)
    return value
  }

  private static func read(_ field: Field, _ text: String, _ unit: MeasurementUnit?) -> FieldValue? {
    let length = text.count
    guard length <= PageTree.sentence else { return nil }
    let cell = Cell.text(text)
    switch field.kind {
    case .words:
      guard length <= 80, let words = cell.condition, words.count(where: \.isLetter) > 2,
        !(words.count <= 3 && words == words.uppercased())
      else { return nil }
      return .words(words)
    case .direction:
      if length > 40, !text.lowercased().contains("wind") { return nil }
      let point =
        length > 40 ? WindText.wind(in: text).direction : cell.compassPoint ?? WindText.wind(in: text).direction
      return point.map { .direction($0) }
    case .time:
      guard length <= 40 else { return nil }
      if let time = LocalTime(text) { return .time(time) }
      return TimeOfDay.seconds(text).map { .time(LocalTime(secondsSince1970: $0, offset: 0)) }
    case .measured(.speed): return speed(field, cell, text).map { .measured($0) }
    case .measured(.temperature):
      guard length <= 40 else { return nil }
      return cell.measured(field, in: UnitSystem(unit)).map { .measured($0) }
    case .measured: return length <= 40 ? cell.measured(field).map { .measured($0) } : nil
    case .share, .number: return length <= 40 ? cell.number(field).map { .number($0) } : nil
    case .bearing: return nil
    }
  }

  private static func speed(_ field: Field, _ cell: Cell, _ text: String) -> Measured? {
    if text.count <= 40, text.contains("%") || text.contains("°") { return nil }
    if text.lowercased() == "calm" { return field == .windSpeed ? Measured(0, .milesPerHour) : nil }
    if let plain = text.count <= 40 ? cell.measured(field) : nil { return plain }
    if text.count > 40, !text.lowercased().contains("wind") { return nil }
    let wind = WindText.wind(in: text)
    return field == .windGust ? wind.gust : wind.speed
  }

  /// Whether the text of a speed is told in words, so that the field `wind` has to read it.
  static func isProse(_ text: String) -> Bool {
    text.lowercased() != "calm" && Cell.text(text).measured(.windSpeed) == nil
  }
}
