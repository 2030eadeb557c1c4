import Basics
import Foundation
import Output
import Weather

/// Properties of standard output's terminal.
struct Terminal: Sendable {
  let environment: [String: String]
  let isTerminal: Bool
  /// The terminal's own width in columns.
  let columns: Int?

  static func ofOutput(environment: [String: String]) -> Terminal {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Terminal(environment: environment, isTerminal: isTerminal, columns: isKnown ? Int(size.ws_col) : nil)
  }

  /// Wider than any screen, but small enough to draw quickly.
  static let widest = 1000

  /// Maximum line width: `COLUMNS`, else the terminal's, but at most ``widest``; nil for no limit.
  var width: Int? {
    if let text = environment["COLUMNS"], !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      let told = Int(text) ?? .max
      if told > 0 { return min(told, Self.widest) }
    }
    return isTerminal ? min(columns ?? 80, Self.widest) : nil
  }

  /// Whether to use colours.
  ///
  /// `NO_COLOR` (no-color.org) disables them if not empty; else `CLICOLOR_FORCE` enables and `CLICOLOR=0` disables them
  /// (bixense.com/clicolors); else they are used on terminals, except dumb ones.
  func isColored(_ mode: ColorMode) -> Bool {
    switch mode {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let no = environment["NO_COLOR"], !no.isEmpty { return false }
    if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
    if environment["CLICOLOR"] == "0" { return false }
    return isTerminal && !["", "dumb"].contains(environment["TERM"] ?? "")
  }

  /// True if the locale's encoding is UTF-8; `C` or no locale means ASCII (POSIX.1-2017, 8.2).
  var isUnicode: Bool {
    // `sv_SE.UTF-8@euro`: the part after the dot, with or without hyphen.
    let name = locale("LC_CTYPE")
    let codeset = name.contains(".") ? name.drop { $0 != "." }.dropFirst() : name[...]
    return codeset.prefix { $0 != "@" }.lowercased().filter { $0 != "-" } == "utf8"
  }

  /// The icons to use unless chosen by the user: the Linux console has no emoji.
  func icons(_ wished: IconSet?) -> IconSet {
    if !isUnicode { return .ascii }
    return wished ?? (environment["TERM"] == "linux" ? .unicode : .emoji)
  }

  /// The locale identifier of a category as Foundation spells it: `sv_SE.UTF-8@euro` is `sv_SE`; `en_US` if there is
  /// none, or if it is not a valid name.
  func identifier(_ category: String) -> String { LocaleName.identifier(of: locale(category)) ?? "en_US" }

  /// The code of the language of texts; English for one without a catalogue.
  var language: String { Language.code(of: locale("LC_MESSAGES")) ?? "en" }

  /// The locale identifier of a category; `en_US` if its names or digits cannot be shown in ASCII and the terminal has
  /// nothing else: `ar_EG` without UTF-8. Where a language was chosen, dates and numbers are in it, too: in the locale's
  /// format if that is of this language.
  func shown(_ category: String, _ chosen: String? = nil) -> String {
    var name = identifier(category)
    if let chosen, Language.code(of: name) != chosen { name = chosen }
    guard !isUnicode, !name.hasPrefix("en") else { return name }
    let text = LocaleText(time: name, number: name)
    let sample = text.fullDate(CalendarDay(number: 0)) + text.number(1234567890)
    return AsciiText.of(sample).contains("?") ? "en_US" : name
  }

  /// The locale of a category: the first of `LC_ALL`, its own variable and `LANG` that is not empty.
  private func locale(_ category: String) -> String {
    ["LC_ALL", category, "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
  }
}

/// Values of `--color`.
enum ColorMode: String, CaseIterable, Sendable {
  /// On terminals that support it, unless the environment says otherwise.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}
