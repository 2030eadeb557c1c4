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
  public func matches(_ area: String) -> Bool { groups(in: area) != nil }

  /// The texts of the pattern's groups in an area of this form, nil for those that took no part; nil for any other text.
  ///
  /// A pattern that is none matches nothing: it is found where a definition is checked, and by the conformance tests.
  func groups(in area: String) -> [String?]? {
    guard !area.utf8.contains(0), area.utf8.count <= Pattern.longest else { return nil }
    do throws(Pattern.Fault) {
      return try Pattern("^(\(pattern))$").groups(in: area).map { Array($0.dropFirst()) }
    } catch {
      return nil
    }
  }
}
