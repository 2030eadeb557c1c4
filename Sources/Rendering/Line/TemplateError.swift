/// Why a template cannot be used. Each case describes itself in one sentence that says what to do.
enum TemplateError: Error, Equatable {
  /// Neither a tag nor a preset's name.
  case noTag(String, presets: [String])
  /// A tag with nothing in it.
  case emptyTag
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
        + "{{current.temperature}}, or choose from: \(Self.list(presets, nearest: text))"
    case .emptyTag: "a tag of the template is empty: name a key in it, such as {{current.temperature}}"
    case .malformed(let line, let column, let reason):
      "the template cannot be read at line \(line), column \(column): \(reason)"
    case .partial(let tag): "a template cannot hold another one: leave out the tag {{\(tag)}}"
    case .unknownKey(let key, let known):
      "there is no key \(key) for a template: choose from: \(Self.list(known, nearest: key))"
    case .unknownFilter(let name, let known):
      "there is no filter \(name) for a template: choose from: \(Self.list(known, nearest: name))"
    case .tooLong(let limit): "the template is longer than \(limit) bytes: leave something out"
    }
  }

  /// Names, those first that begin most like a wrong one.
  private static func list(_ names: [String], nearest wrong: String) -> String {
    let ranked = names.map { name in
      (name, common: zip(name.lowercased(), wrong.lowercased()).prefix { $0 == $1 }.count)
    }
    return ranked.sorted { $0.common > $1.common }.map { $0.0 }.joined(separator: ", ")
  }
}
