import Basics

extension ConfigurationError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "the configuration \(file) cannot be read: \(reason); name another with --config"
    case .closed(let file, let reason): "\(file): cannot be read: \(reason); make it readable, or move it away"
    case .malformed(let file, let line, let reason):
      "\(file): \(line.map { "line \($0): " } ?? "")this is no YAML: \(reason); see config.yaml.example"
    case .unknownKey(let file, let line, let key, let known):
      "\(file): line \(line): \(key): "
        + (Suggestion(for: key, among: known).nearest.map { "did you mean \($0)?" }
          ?? "there is no such key, choose from \(known.joined(separator: ", "))")
    case .duplicate(let file, let line, let key): "\(file): line \(line): \(key): stands here twice, leave one out"
    case .wrongValue(let file, let line, let key, let fault):
      "\(file): line \(line): \(key.isEmpty ? "the whole file" : key): \(fault)"
    case .wantsContact(_, let parser, let site):
      "\(site) asks every program for a way to reach its user, and \(parser) is not asked without one; "
        + "add the line below to the configuration, with an address of yours"
    }
  }

  /// Lines to print below the message.
  var hints: [String] {
    guard case .wantsContact(let file, _, _) = self else { return [] }
    return ["\(file):", "http: {contact: \"you@example.org\"}"]
  }
}

extension ConfigurationError.ValueFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .noMap: "give it keys and values, as config.yaml.example shows"
    case .noList: "give it a list, such as [one, another]"
    case .noScalar: "give it one value"
    case .noWord: "a key has to be a word"
    case .blank: "give it a value, or leave the key out"
    case .unknownName(let name), .badFields(.unknown(let name)):
      "\(name)\(name.description.hasSuffix("?") ? " Choose" : ", choose") from \(name.list)"
    case .badFields(let error): error.description
    case .noParser: "name one parser at least"
    case .repeatedParser(let name): "\(name) stands here twice, leave one out"
    case .noDay: "name one day at least"
    case .repeatedDay(let day): "\(day) stands twice: once is enough"
    case .badDuration(let text): "\(text) is no duration, write it as 500ms, 2s, 5m or 1h"
    case .tooShort(let text): "\(text) is too short, give it more than 0"
    case .badSize(let text): "\(text) is no size below 2 GiB, write it as 16MiB, 1MB or a number of bytes"
    case .badCount: "give it a whole number from 1 to 64"
    case .controlCharacter: "leave out the line break or control character"
    case .badAddress: "give it an http or https address, such as http://127.0.0.1:8080"
    case .badCoordinates: "write it as latitude,longitude, such as \"59.33,18.07\""
    case .unknownTimeZone(let text): "there is no time zone \(text), write it such as Europe/Stockholm"
    case .emptyPlace: "give it an area for a parser, or coordinates"
    }
  }
}
