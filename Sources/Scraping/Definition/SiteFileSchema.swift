/// The JSON Schema of site files, for editors, printed by `weatherterm schema site`. It is generated from the reader's
/// tables; expressions, patterns and names are checked by the reader only.
public enum SiteFileSchema {
  /// The schema as JSON text.
  public static func text() throws -> String { try document.json() + "\n" }

  private static var document: JSONSchema {
    guard case .map(var site) = JSONSchema.object(SiteFileKeys.site) else { return [:] }
    site["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    site["title"] = "weatherterm/site/1"
    site["description"] = "A site file of weatherterm, Name.yaml."
    // A file that extends another inherits what it leaves out.
    site["required"] = nil
    site["if"] = ["required": ["extends"]]
    site["then"] = ["required": ["format"]]
    site["else"] = [
      "required": .list(SiteFileKeys.required.map { .text($0) }),
      "anyOf": [["required": ["page"]], ["required": ["pages"]]],
    ]
    var parts: [String: JSONSchema] = [
      "selector": .any(of: .scalar, .object(SiteFileKeys.selector, required: SiteFileKeys.requiredOfSelector)),
      "ladder": .list(of: .named("selector")),
      "units": .any(of: .named("ladder"), .object(SiteFileKeys.units)),
      "area": .any(
        of: ["const": "coordinates"], .object(SiteFileKeys.areaForm, required: SiteFileKeys.requiredOfAreaForm)),
      "page": .any(
        of: .scalar, .array(of: .scalar), .object(SiteFileKeys.page, required: SiteFileKeys.requiredOfPage)),
      "refusal": .object(SiteFileKeys.refusal, required: SiteFileKeys.requiredOfRefusal),
      "ahead": .object(SiteFileKeys.ahead),
      "test": .object(SiteFileKeys.test, required: SiteFileKeys.requiredOfTest),
    ]
    for kind in SiteDefinition.Section.Kind.allCases { parts[kind.rawValue] = .object(SiteFileKeys.section(kind)) }
    site["$defs"] = .map(parts)
    return .map(site)
  }

  /// The keys of the format, by the kind of map, for the test that compares them with the documentation.
  static var keys: [String: Set<String>] {
    var keys: [String: Set<String>] = [
      "site": Set(SiteFileKeys.site.keys), "areas": Set(SiteFileKeys.areaForm.keys),
      "page": Set(SiteFileKeys.page.keys), "refuse": Set(SiteFileKeys.refusal.keys),
      "selector": Set(SiteFileKeys.selector.keys), "ahead": Set(SiteFileKeys.ahead.keys),
      "tests": Set(SiteFileKeys.test.keys), "repaired": Set(SiteFileKeys.repair.keys),
    ]
    for kind in SiteDefinition.Section.Kind.allCases { keys[kind.rawValue] = Set(SiteFileKeys.section(kind).keys) }
    return keys
  }
}
