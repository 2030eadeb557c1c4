import Basics
import Output

/// A name that is not one of those there are.
struct UnknownName: Error, Equatable {
  /// What is named, in one word (`parser`).
  let what: String
  /// The name as it was written.
  let text: String
  /// The names that there are.
  let known: [String]

  /// A sentence without its list: `there is no parser WeaterCom: did you mean WeatherCom?`
  var sentence: String {
    let nearest = Suggestion(for: text, among: known).nearest
    return "there is no \(what) \(text.isEmpty ? "without a name" : text)"
      + (nearest.map { ": did you mean \($0)?" } ?? "")
  }

  /// The names that there are, the nearest first.
  var list: String { Suggestion(for: text, among: known).ordered.joined(separator: ", ") }
}
