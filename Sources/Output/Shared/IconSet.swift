/// The signs that stand for conditions, by what a terminal and its font can show.
public enum IconSet: String, CaseIterable, Sendable {
  /// Pictures in colour (`⛅`).
  case emoji
  /// Plain signs of Unicode, one column wide (`☁`).
  case unicode
  /// The weather icons of a patched font (Nerd Fonts).
  case nerd
  /// Letters and punctuation only.
  case ascii
}
