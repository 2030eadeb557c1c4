/// The texts of the forms in one language, by their English wording. What the language's catalogue lacks is in English.
public struct Phrases: Sendable {
  /// English, which needs no catalogue.
  public static let english = Phrases()

  /// The language's code (`de`, `zh_Hant`).
  public let language: String
  private let catalogue: Catalogue?
  /// True if the texts must be ASCII.
  private var isASCII = false

  private init() { (language, catalogue) = ("en", nil) }

  /// The texts in a language with a code of ``Language``; English for any other.
  public init(language: String) {
    guard let text = Output.catalogue(language) else {
      self = .english
      return
    }
    (self.language, catalogue) = (language, Catalogue(text))
  }

  /// True if the texts are those of the program's sources.
  var isEnglish: Bool { catalogue == nil }

  /// The texts for a terminal that shows only ASCII: without diacritics; English for languages in other scripts.
  var inASCII: Phrases {
    guard Language.isLatin(language) else { return .english }
    var phrases = self
    phrases.isASCII = true
    return phrases
  }

  /// A text with its placeholders (`{name}`) filled in. The context tells equal texts with different meanings apart.
  func callAsFunction(_ text: String, in context: String? = nil, _ values: KeyValuePairs<String, String> = [:])
    -> String
  {
    Self.filled(forms(of: text, in: context)?.first ?? text, values)
  }

  /// A text that depends on a number of things; the values need not have the number.
  func counted(_ one: String, _ many: String, _ count: Int, _ values: KeyValuePairs<String, String> = [:]) -> String {
    guard let catalogue, let forms = forms(of: one, in: nil) else {
      return Self.filled(count == 1 ? one : many, values)
    }
    let form = catalogue.rule.form(of: count)
    return Self.filled(forms.indices.contains(form) ? forms[form] : count == 1 ? one : many, values)
  }

  private func forms(of text: String, in context: String?) -> [String]? {
    let forms = catalogue?.forms(of: text, in: context)
    return isASCII ? forms?.map { AsciiText.of($0) } : forms
  }

  /// Replaces placeholders in one pass: what looks like one in a value stays.
  private static func filled(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    guard !values.isEmpty else { return text }
    var (result, rest) = ("", text[...])
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = rest[rest.index(after: start)..<end]
      result += rest[..<start]
      result += values.first { $0.key == name }?.value ?? String(rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
