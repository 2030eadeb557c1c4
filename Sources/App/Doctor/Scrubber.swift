import Basics
import Web

/// Removes personal data from texts.
struct Scrubber {
  /// Replacements of whole words, longest first.
  private let words: [(text: String, by: String)]

  /// - Parameters:
  ///   - environment: has the home folder and the user's name.
  ///   - areas: the areas on the command line.
  init(environment: [String: String], configuration: Configuration, areas: [String]) {
    var words: [(String, String)] = []
    func add(_ text: String?, _ by: String) { if let text, text.count > 1 { words.append((text, by)) } }
    add(environment["HOME"], "~")
    for name in ["USER", "LOGNAME"] { add(environment[name], "(user)") }
    add(environment["HOME"]?.split(separator: "/").last.map(String.init), "(user)")
    add(configuration.contact, "(contact)")
    for (name, place) in configuration.places {
      add(name, "(place)")
      for text in [place.area, place.coordinates, place.timeZone].compactMap({ $0 }) + place.areas.values {
        add(text, "(area)")
      }
    }
    for area in areas + [configuration.area].compactMap({ $0 }) { add(area, "(area)") }
    for case let base? in configuration.parsers.values.map(\.baseAddress) {
      add(base.text, "(address)")
      add(Address(base.text)?.host, "(address)")
    }
    self.words = words.sorted { $0.0.utf8.count > $1.0.utf8.count }.map { (text: $0.0, by: $0.1) }
  }

  /// The text without personal data, coordinates and URL queries.
  func scrubbed(_ text: String) -> String {
    let plain = words.reduce(UserInfo.removed(from: text)) { text, word in
      Self.replaced(word.text, by: word.by, in: text)
    }
    return plain.replacing(/([a-z]+:\/\/[^\s?"]+)\?[^\s"]+/) { "\($0.output.1)?(removed)" }
      .replacing(/-?[0-9]{1,3}\.[0-9]+(,|%2C|\/| )-?[0-9]{1,3}\.[0-9]+/, with: "(coordinates)")
  }

  /// Replaces whole words.
  private static func replaced(_ word: String, by other: String, in text: String) -> String {
    func isPart(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }
    var (result, rest) = ("", text[...])
    while let range = rest.firstRange(of: word) {
      let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
      result += rest[..<range.lowerBound] + (isPart(before) || isPart(after) ? word : other)
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
