import Basics
import Foundation
import Output
import Weather

/// What standard output goes to, and what can be shown there.
struct Terminal: Sendable {
  let environment: [String: String]
  let isTerminal: Bool
  /// How many columns the terminal itself says it has.
  let columns: Int?

  static func ofOutput(environment: [String: String]) -> Terminal {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Terminal(environment: environment, isTerminal: isTerminal, columns: isKnown ? Int(size.ws_col) : nil)
  }

  /// More columns than any screen has, and few enough that a drawing of that width is made at once.
  static let widest = 1000

  /// How many columns a line may have: what `COLUMNS` says, else the terminal, and never more than ``widest``; nil where
  /// nothing limits it.
  var width: Int? {
    if let text = environment["COLUMNS"], !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      let told = Int(text) ?? .max
      if told > 0 { return min(told, Self.widest) }
    }
    return isTerminal ? min(columns ?? 80, Self.widest) : nil
  }

  /// Whether colours are used.
  ///
  /// `NO_COLOR` (no-color.org) keeps them away where it is not empty; else `CLICOLOR_FORCE` wants them, and `CLICOLOR=0`
  /// does not (bixense.com/clicolors); else a terminal has them unless it is dumb.
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

  /// Whether the locale's characters are those of Unicode; `C` and no locale at all are ASCII (POSIX.1-2017, 8.2).
  var isUnicode: Bool {
    // `sv_SE.UTF-8@euro`: what stands behind the dot, with or without its hyphen.
    let name = locale("LC_CTYPE")
    let codeset = name.contains(".") ? name.drop { $0 != "." }.dropFirst() : name[...]
    return codeset.prefix { $0 != "@" }.lowercased().filter { $0 != "-" } == "utf8"
  }

  /// The signs that can be shown unless the user knows better: the console of Linux has no pictures.
  func icons(_ wished: IconSet?) -> IconSet {
    if !isUnicode { return .ascii }
    return wished ?? (environment["TERM"] == "linux" ? .unicode : .emoji)
  }

  /// The identifier of a category's locale, as Foundation knows it: `sv_SE.UTF-8@euro` is `sv_SE`; `en_US` for none, and
  /// for what is no name of a locale.
  func identifier(_ category: String) -> String { LocaleName.identifier(of: locale(category)) ?? "en_US" }

  /// The identifier of a category's locale, `en_US` where its names or digits have no letters of ASCII and nothing else can
  /// be shown: `ar_EG` without UTF-8.
  func shown(_ category: String) -> String {
    let name = identifier(category)
    guard !isUnicode, !name.hasPrefix("en") else { return name }
    let text = LocaleText(time: name, number: name)
    let sample = text.fullDate(CalendarDay(number: 0)) + text.number(1234567890)
    return AsciiText.of(sample).contains("?") ? "en_US" : name
  }

  /// The locale of a category: `LC_ALL`, else its own variable, else `LANG`; empty ones do not count.
  private func locale(_ category: String) -> String {
    ["LC_ALL", category, "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
  }
}

/// When colours are used, as `--color` has it.
enum ColorMode: String, CaseIterable, Sendable {
  /// On a terminal that takes them, unless the environment says otherwise.
  case auto
  /// Wherever the output goes.
  case always
  /// Never.
  case never
}
