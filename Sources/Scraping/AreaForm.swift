/// One form that a site's area codes have.
public struct AreaForm: Sendable {
  /// What the form is called (`place code`, `coordinates`).
  public var meaning: String
  /// A regular expression that the whole area must match.
  public var pattern: String
  /// An area of this form that the site knows.
  public var example: String

  /// A form by its pattern, with an example.
  public init(_ meaning: String, pattern: String, example: String) {
    self.meaning = meaning
    self.pattern = pattern
    self.example = example
  }

  /// Latitude and longitude in degrees, `59.33,18.07`.
  public static let coordinates = AreaForm(
    "coordinates", pattern: #"[+-]?\d{1,2}(\.\d+)?,\s*[+-]?\d{1,3}(\.\d+)?"#, example: "59.33,18.07")

  /// Latitude and longitude with an example in the part of the world that a source covers.
  public static func coordinates(like example: String) -> AreaForm {
    AreaForm(coordinates.meaning, pattern: coordinates.pattern, example: example)
  }

  /// Whether the whole of a text has this form.
  public func matches(_ area: String) -> Bool {
    // A pattern is a parser's own text; one that is no regular expression matches nothing, and the conformance tests
    // find it.
    guard let expression = try? Regex(pattern) else { return false }
    return area.wholeMatch(of: expression) != nil
  }
}
