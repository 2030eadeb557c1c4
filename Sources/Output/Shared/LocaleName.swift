/// Locale names of the environment, as identifiers for Foundation.
///
/// Names are checked before ICU sees them: it copies the language into a buffer of eleven letters, and a longer one crashes.
public enum LocaleName {
  /// The identifier (`sv_SE`, `zh_Hant_TW`) of a name in the writing of POSIX (`sv_SE.UTF-8@euro`) or of BCP 47
  /// (`zh-Hant-TW`); nil for `C`, `POSIX`, and for what is no name of a locale.
  ///
  /// Variants and extensions change neither the names of days nor numbers, and are left out; of the modifiers those that
  /// name a script count.
  public static func identifier(of name: String) -> String? {
    guard name.utf8.count <= longest, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let base = name.prefix { $0 != "." && $0 != "@" }
    var parts = base.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "_" || $0 == "-" })[...]
    guard let language = parts.popFirst(), (2...3).contains(language.utf8.count), language.allSatisfy(\.isLetter)
    else { return nil }
    let modifier = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
    var script = modifier.flatMap { scripts[$0.lowercased()] }
    if let part = parts.first, part.utf8.count == 4, part.allSatisfy(\.isLetter) {
      script = part.prefix(1).uppercased() + part.dropFirst().lowercased()
      parts.removeFirst()
    }
    var region: String?
    if let part = parts.first, isRegion(part) {
      region = part.uppercased()
      parts.removeFirst()
    }
    // What follows are variants and extensions: of one to eight letters and digits each.
    guard parts.allSatisfy({ (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isLetter || $0.isNumber } }) else {
      return nil
    }
    return ([language.lowercased()] + [script, region].compactMap { $0 }).joined(separator: "_")
  }

  /// More than any name of a locale has, in bytes.
  private static let longest = 100

  /// The modifiers of glibc's locales that are scripts.
  private static let scripts = ["latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"]

  /// Two letters (ISO 3166-1) or three digits (UN M.49).
  private static func isRegion(_ part: Substring) -> Bool {
    part.utf8.count == 2 ? part.allSatisfy(\.isLetter) : part.utf8.count == 3 && part.allSatisfy(\.isNumber)
  }
}
