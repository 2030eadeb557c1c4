internal import Foundation

/// Text for a terminal that only shows ASCII.
public enum AsciiText {
  /// Removes diacritics (`Malmo`), and replaces other characters by a question mark.
  public static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var plain = ""
    for character in text {
      if character.isASCII {
        plain.append(character)
      } else if let known = signs[character] {
        plain += known
      } else {
        let bare = String(character).decomposedStringWithCompatibilityMapping.unicodeScalars.filter { $0.isASCII }
        plain += bare.isEmpty ? "?" : String(String.UnicodeScalarView(bare))
      }
    }
    return plain
  }

  /// ASCII spellings of characters without a decomposition.
  private static let signs: [Character: String] = [
    "°": "", "−": "-", "–": "-", "—": "-", "…": "...", "’": "'", "‘": "'", "“": "\"", "”": "\"", "·": "-", "ß": "ss",
    "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d",
    "þ": "th", "ı": "i", "\u{A0}": " ", "\u{202F}": " ",
  ]
}
