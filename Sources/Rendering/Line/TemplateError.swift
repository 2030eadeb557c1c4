/// Why a template cannot be used. Each case describes itself in one sentence that says what to do.
enum TemplateError: Error, Equatable {
  /// Neither a tag nor a preset's name.
  case noTag(String, presets: [String])
  /// Mustache's grammar does not allow it.
  case malformed(line: Int, column: Int, reason: String)
  /// A tag that reads another file, of which there are none.
  case partial(String)
  /// A key that the json contract does not have.
  case unknownKey(String, known: [String])
  /// A filter that there is not.
  case unknownFilter(String, known: [String])
  /// Longer than anybody writes by hand.
  case tooLong(limit: Int)
}

extension TemplateError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noTag(let text, let presets):
      "\(text.isEmpty ? "an empty text" : text) is neither a template nor a preset: write tags such as "
        + "{{current.temperature}}, or choose from: \(presets.joined(separator: ", "))"
    case .malformed(let line, let column, let reason):
      "the template cannot be read at line \(line), column \(column): \(reason)"
    case .partial(let tag): "a template cannot hold another one: leave out the tag {{\(tag)}}"
    case .unknownKey(let key, let known):
      "there is no key \(key) for a template: choose from: \(known.joined(separator: ", "))"
    case .unknownFilter(let name, let known):
      "there is no filter \(name) for a template: choose from: \(known.joined(separator: ", "))"
    case .tooLong(let limit): "the template is longer than \(limit) bytes: leave something out"
    }
  }
}
