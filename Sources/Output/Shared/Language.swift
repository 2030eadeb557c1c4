/// The languages that the forms for people speak.
public enum Language {
  /// The codes, English first: `en`, `de`, `zh_Hant`.
  public static var codes: [String] { ["en"] + catalogueLanguages }

  /// The code for a language by its name in POSIX or BCP 47 syntax (`de`, `de_AT.UTF-8`, `zh-TW`); nil if there is
  /// no such name, or no catalogue of its language.
  public static func code(of name: String) -> String? {
    guard let parts = LocaleName.identifier(of: name)?.split(separator: "_").map(String.init) else { return nil }
    var language = others[parts[0]] ?? parts[0]
    if language == "zh" {
      let isTraditional =
        parts.contains("Hant") || !parts.contains("Hans") && parts.contains { traditional.contains($0) }
      language = isTraditional ? "zh_Hant" : "zh_Hans"
    }
    return codes.contains(language) ? language : nil
  }

  /// True for languages in Latin script, which stays legible without its diacritics.
  static func isLatin(_ code: String) -> Bool {
    !["ar", "el", "he", "hi", "ja", "ko", "ru", "uk", "zh_Hans", "zh_Hant"].contains(code)
  }

  /// True for languages that are written from right to left.
  static func isRightToLeft(_ code: String) -> Bool { ["ar", "fa", "he", "ur"].contains(code) }

  /// Other codes of a language: Norwegian in general and Nynorsk, old codes (ISO 639-1), Cantonese and Mandarin.
  private static let others = ["no": "nb", "nn": "nb", "iw": "he", "cmn": "zh", "yue": "zh"]

  /// The regions that write Chinese in traditional characters.
  private static let traditional = ["TW", "HK", "MO"]
}
