/// A form in which a site's areas can be written.
public struct AreaForm: Hashable, Sendable {
  /// The form's name (`place code`, `coordinates`).
  public var meaning: String
  /// A POSIX extended regular expression (`[0-9]`, not `\d`) that the whole area must match. It works on UTF-8 bytes:
  /// non-ASCII letters belong to none of the classes such as `[[:alpha:]]`.
  public var pattern: String
  /// A valid area of this form.
  public var example: String

  /// Names of the pattern's groups in order, for addresses and expressions.
  public var parts: [String]
  /// Template for the area of a gazetteer town; nil if towns cannot be written in this form.
  public var town: String?

  /// Creates a form from its pattern and an example.
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

  /// Latitude and longitude, with an example in the region that a site covers.
  public static func coordinates(like example: String) -> AreaForm {
    AreaForm(coordinates.meaning, pattern: coordinates.pattern, example: example)
  }

  /// True if the whole text has this form.
  public func matches(_ area: String) -> Bool { groups(in: area) != nil }

  /// The texts of the pattern's groups, nil for groups that did not participate; nil if the area does not have this
  /// form.
  ///
  /// An invalid pattern matches nothing; validation and the conformance tests report it.
  func groups(in area: String) -> [String?]? {
    guard !area.utf8.contains(0), area.utf8.count <= Pattern.longest else { return nil }
    do throws(Pattern.Fault) {
      return try Pattern("^(\(pattern))$").groups(in: area).map { Array($0.dropFirst()) }
    } catch {
      return nil
    }
  }
}
