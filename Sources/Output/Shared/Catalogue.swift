/// The entries of a gettext catalogue in its text form (`.po`); of an entry that a tool has guessed (`fuzzy`) or nobody
/// has translated, there is none.
struct Catalogue: Sendable {
  private var entries: [String: [String]] = [:]
  private(set) var rule = PluralRule("n != 1")

  /// Reads a catalogue; lines that are not of the format are skipped, since `scripts/check-po` finds them.
  init(_ text: String) {
    var (key, context, forms) = ("", "", [String]())
    var (isFuzzy, isNextFuzzy) = (false, false)
    var part = Part.none
    func note(_ catalogue: inout Catalogue) {
      if key.isEmpty {
        // The header.
        if let rule = forms.first.flatMap(Self.pluralRule) { catalogue.rule = rule }
      } else if !isFuzzy, !forms.isEmpty, forms.allSatisfy({ !$0.isEmpty }) {
        catalogue.entries[Self.key(key, context)] = forms
      }
    }
    // Bytes are read faster than characters.
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "#") {
        if line.starts(with: "#, fuzzy".utf8) { isNextFuzzy = true }
        continue
      }
      guard let quote = line.firstIndex(of: UInt8(ascii: "\"")) else { continue }
      let value = Self.unquoted(line[quote...].dropFirst().dropLast())
      let keyword = line[..<quote]
      let begins = keyword.starts(with: "msgctxt".utf8) || keyword.starts(with: "msgid ".utf8) && part != .context
      if begins, part != .none { note(&self) }
      if begins {
        (key, context, forms) = ("", "", [])
        (isFuzzy, isNextFuzzy) = (isNextFuzzy, false)
      }
      if keyword.starts(with: "msgctxt".utf8) {
        (part, context) = (.context, value)
      } else if keyword.starts(with: "msgid_plural".utf8) {
        part = .plural
      } else if keyword.starts(with: "msgid".utf8) {
        (part, key) = (.key, value)
      } else if keyword.starts(with: "msgstr".utf8) {
        part = .form
        forms.append(value)
      } else {
        // A string that goes on.
        switch part {
        case .context: context += value
        case .key: key += value
        case .form: forms[forms.count - 1] += value
        case .plural, .none: break
        }
      }
    }
    if part != .none { note(&self) }
  }

  private enum Part { case none, context, key, plural, form }

  /// An entry's translations, one for each plural form; nil if there is none.
  func forms(of text: String, in context: String?) -> [String]? { entries[Self.key(text, context ?? "")] }

  /// Context and text as gettext joins them.
  private static func key(_ text: String, _ context: String) -> String {
    context.isEmpty ? text : "\(context)\u{4}\(text)"
  }

  private static func unquoted(_ bytes: Substring.UTF8View.SubSequence) -> String {
    let text = String(Substring(bytes))
    guard bytes.contains(UInt8(ascii: "\\")) else { return text }
    return text.replacing("\\n", with: "\n").replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }

  /// The rule in a header's line `Plural-Forms: nplurals=2; plural=(n != 1);`.
  private static func pluralRule(_ header: String) -> PluralRule? {
    header.firstRange(of: "plural=").map { PluralRule(String(header[$0.upperBound...].prefix { $0 != ";" })) }
  }
}
