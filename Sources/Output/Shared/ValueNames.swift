import Basics
import Weather

// Names, units and conditions in the user's language.
extension ValueText {
  /// A source's description: translated if the vocabulary knows all of it, else as it stands.
  func words(_ description: String) -> String {
    phrases.isEnglish ? description : translated(description)?.capitalizedAtFirst ?? description
  }

  /// A description within a sentence; nil if it cannot be translated.
  func translated(_ description: String) -> String? { WeatherPhrase(words: description).map(text) }

  private func text(_ phrase: WeatherPhrase) -> String {
    switch phrase {
    case .weather(let weather): phrases(weather.rawValue, in: "condition")
    case .qualified(let qualifier, let rest): phrases(qualifier.rawValue, ["weather": text(rest)])
    case .both(let first, let second):
      phrases("{first} and {second}", in: "condition", ["first": text(first), "second": text(second)])
    case .sequence(let first, let second):
      phrases("{first}, then {second}", ["first": text(first), "second": text(second)])
    }
  }

  /// A field's name within a sentence, `dew point`.
  func name(_ field: Field) -> String { phrases(field.name, in: "field") }

  /// A field's name as a label, `Dew point`.
  func title(_ field: Field) -> String { name(field).capitalizedAtFirst }

  /// The name of a field group within a sentence, `feels like`.
  func name(_ group: FieldGroup) -> String {
    group == .uv ? phrases("UV", in: "field") : phrases(group.title.lowercased(), in: "field")
  }

  /// The name of a field group as a label, `Feels like`.
  func title(_ group: FieldGroup) -> String { name(group).capitalizedAtFirst }

  /// A unit's sign, `km/h`.
  func unit(_ unit: MeasurementUnit) -> String {
    unit.quantity == .temperature ? unit.rawValue : phrases(unit.rawValue, in: "unit")
  }

  /// The abbreviation of a point of the compass, `NNE`.
  func direction(_ point: CompassPoint) -> String { phrases(point.rawValue, in: "compass") }

  /// `does not rise` or `does not set`.
  func words(_ state: Sun.State) -> String { phrases(state.words) }

  /// ` (2 h old)` for a stale answer, else empty.
  func staleMark(_ report: Report) -> String {
    guard report.source.stale else { return "" }
    let (count, unit) = Age(seconds: report.source.age).counted
    let number = locale.number(Double(count))
    return switch unit {
    case .minute: " " + phrases("({count} min old)", ["count": number])
    case .hour: " " + phrases("({count} h old)", ["count": number])
    case .day: " " + phrases("({count} d old)", ["count": number])
    }
  }

  /// Why there is no forecast; nil if there is one.
  func noForecast(_ report: Report) -> String? {
    report.failure.map { phrases("No forecast: {reason}", ["reason": $0.message]) }
  }
}
