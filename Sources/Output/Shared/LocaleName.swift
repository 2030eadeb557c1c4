/// Converts locale names of the environment to Foundation identifiers.
///
/// Names are validated first: ICU copies the language into an 11-letter buffer, and a longer one crashes it.
public enum LocaleName {
  /// The identifier (`sv_SE`, `zh_Hant_TW`) of a name in POSIX (`sv_SE.UTF-8@euro`) or BCP 47 (`zh-Hant-TW`) syntax;
  /// nil for `C`, `POSIX` and invalid names.
  ///
  /// Variants and extensions affect neither day names nor numbers, and are dropped; of modifiers only those that name a
  /// script are used.
  public static func identifier(of name: String) -> String? {
    // Valid names are at most 100 bytes long.
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
    // Variants and extensions: one to eight letters and digits each.
    guard parts.allSatisfy({ (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isLetter || $0.isNumber } }) else {
      return nil
    }
    let modifier = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
    let script =
      written.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
      ?? modifier.flatMap { scripts[$0.lowercased()] }
    return [language.lowercased(), script, region?.uppercased()].compactMap { $0 }.joined(separator: "_")
  }

  /// glibc's locale modifiers that are scripts.
  private static let scripts = ["latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"]
}
