internal import Basics

/// Why a template cannot be used. Each description is one sentence with what to do.
public enum TemplateError: Error, Equatable, CustomStringConvertible {
  /// The output form does not use templates; with one that does.
  case takesNone(form: String, other: String)
  case noTag(String, presets: [String])
  case emptyTag
  case malformed(line: Int, column: Int, reason: String)
  case partial(String)
  case unknownKey(String, known: [String])
  /// A key that exists elsewhere, at these paths.
  case misplacedKey(String, places: [String])
  case noList(String, filter: String)
  /// A filter about a list position outside of a list.
  case outsideLists(String)
  case noValue(filter: String)
  case unknownFilter(String, known: [String])
  case listWithinItself(String)
  case tooLong(limit: Int)
  case tooManyFilters(limit: Int)

  /// The message.
  public var description: String {
    switch self {
    case .takesNone(let form, let other): "the output form \(form) takes no template: give --format with -o \(other)"
    case .noTag(let text, let presets):
      "\(text.isEmpty ? "an empty text" : text) is neither a template nor a preset: write tags such as "
        + "{{current.temperature}}, or choose from: \(Self.list(presets, nearest: text))"
    case .emptyTag: "a tag of the template is empty: name a key in it, such as {{current.temperature}}"
    case .malformed(let line, let column, let reason):
      "the template cannot be read at line \(line), column \(column): \(reason)"
    case .partial(let tag): "a template cannot hold another one: leave out the tag {{\(tag)}}"
    case .unknownKey(let key, let known):
      "there is no key \(key) for a template: choose from: \(Self.list(known, nearest: key))"
    case .misplacedKey(let path, let places):
      "a report has no key \(path) at this place of the template: write \(places.joined(separator: " or "))"
    case .noList(let path, let filter):
      "the filter \(filter) wants a list, which \(path) is not: write such as \(filter)(days) or \(filter)(hours.temperature)"
    case .outsideLists(let filter):
      "\(filter)() is asked inside a section that goes through a list, such as {{#days}}{{^last()}}, {{/last()}}{{/days}}"
    case .noValue(let filter):
      "the filter \(filter) wants a name between its brackets, such as \(filter)(current.temperature)"
    case .unknownFilter(let name, let known):
      "there is no filter \(name) for a template: choose from: \(Self.list(known, nearest: name))"
    case .listWithinItself(let list):
      "the template goes through \(list) within \(list): close the first section before the second begins"
    case .tooManyFilters(let limit):
      "a tag of the template has more than \(limit) filters within each other: leave some out"
    case .tooLong(let limit): "the template is longer than \(limit) bytes: leave something out"
    }
  }

  /// Names, most similar first.
  private static func list(_ names: [String], nearest wrong: String) -> String {
    Suggestion(for: wrong, among: names).ordered.joined(separator: ", ")
  }
}
