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
    // No name of a locale is longer than 100 bytes.
    guard name.utf8.count <= 100, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let base = name.prefix { $0 != "." && $0 != "@" }
    var parts = base.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "_" || $0 == "-" })[...]
    func take(_ isWanted: (Substring) -> Bool) -> Substring? {
      parts.first.map(isWanted) == true ? parts.removeFirst() : nil
    }
    guard let language = take({ (2...3).contains($0.utf8.count) && $0.allSatisfy(\.isLetter) }) else { return nil }
    let written = take { $0.utf8.count == 4 && $0.allSatisfy(\.isLetter) }
    // Two letters (ISO 3166-1) or three digits (UN M.49).
    let region = take {
      $0.utf8.count == 2 && $0.allSatisfy(\.isLetter) || $0.utf8.count == 3 && $0.allSatisfy(\.isNumber)
    }
    // What follows are variants and extensions: of one to eight letters and digits each.
    guard parts.allSatisfy({ (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isLetter || $0.isNumber } }) else {
      return nil
    }
    let modifier = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
    let script =
      written.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
      ?? modifier.flatMap { scripts[$0.lowercased()] }
    return [language.lowercased(), script, region?.uppercased()].compactMap { $0 }.joined(separator: "_")
  }

  /// The modifiers of glibc's locales that are scripts.
  private static let scripts = ["latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"]
}
