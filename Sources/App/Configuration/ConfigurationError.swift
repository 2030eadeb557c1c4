import Basics
import Output

/// What is wrong with the configuration. Each case describes itself in one sentence.
enum ConfigurationError: Error, Equatable {
  /// The file that `--config` names is not there, or cannot be read.
  case unreadable(file: String, reason: String)
  /// The configuration in its usual place is there and cannot be read.
  case closed(file: String, reason: String)
  /// The file is no YAML.
  case malformed(file: String, line: Int?, reason: String)
  /// A key that there is not; those that there are, at the same place.
  case unknownKey(file: String, line: Int, key: String, known: [String])
  /// A key that is there twice.
  case duplicate(file: String, line: Int, key: String)
  /// A value that the key cannot have.
  case wrongValue(file: String, line: Int, key: String, reason: String)
  /// A parser's site asks for a contact, and none is configured.
  case wantsContact(file: String, parser: String, site: String)
}

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
    case .wrongValue(let file, let line, let key, let reason): "\(file): line \(line): \(key): \(reason)"
    case .wantsContact(_, let parser, let site):
      "\(site) asks every program for a way to reach its user, and \(parser) is not asked without one; "
        + "add the line below to the configuration, with an address of yours"
    }
  }

  /// Lines of their own below the sentence.
  var hints: [String] {
    guard case .wantsContact(let file, _, _) = self else { return [] }
    return ["\(file):", "http: {contact: \"you@example.org\"}"]
  }
}
