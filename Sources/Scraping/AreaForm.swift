internal import Foundation

/// One form that a site's area codes have.
public struct AreaForm: Hashable, Sendable {
  /// What the form is called (`place code`, `coordinates`).
  public var meaning: String
  /// A regular expression that the whole area must match: an extended one of POSIX (`[0-9]`, not `\d`), over the bytes of
  /// the area's UTF-8, whose letters beyond ASCII are neither letters nor blanks nor punctuation to it.
  public var pattern: String
  /// An area of this form that the site knows.
  public var example: String

  /// The names of the pattern's groups in order, for addresses and expressions.
  public var parts: [String]
  /// How the area of a town of the gazetteer is written, with placeholders; nil where it has none in this form.
  public var town: String?

  /// A form by its pattern, with an example.
  public init(_ meaning: String, pattern: String, example: String, parts: [String] = [], town: String? = nil) {
    self.meaning = meaning
    self.pattern = pattern
    self.example = example
    self.parts = parts
    self.town = town
  }

  /// Latitude and longitude in degrees, `59.33,18.07`.
  public static let coordinates = AreaForm(
    "coordinates", pattern: "[+-]?[0-9]{1,2}([.][0-9]+)?,[[:space:]]*[+-]?[0-9]{1,3}([.][0-9]+)?",
    example: "59.33,18.07")

  /// Latitude and longitude with an example in the part of the world that a source covers.
  public static func coordinates(like example: String) -> AreaForm {
    AreaForm(coordinates.meaning, pattern: coordinates.pattern, example: example)
  }

  /// Whether the whole of a text has this form.
  public func matches(_ area: String) -> Bool {
    // The C library's, since setting up Swift's own costs more than all the rest of a run that shows a kept forecast. A
    // pattern is a parser's own text; one that is no regular expression matches nothing, and the conformance tests find it.
    var expression = regex_t()
    guard !area.utf8.contains(0), regcomp(&expression, "^(\(pattern))$", REG_EXTENDED | REG_NOSUB) == 0 else {
      return false
    }
    defer { regfree(&expression) }
    return regexec(&expression, area, 0, nil, 0) == 0
  }
}
