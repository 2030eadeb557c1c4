import Output
import Testing

@testable import App

struct TerminalTests {
  private func terminal(_ environment: [String: String], isTerminal: Bool = true, columns: Int? = 100) -> Terminal {
    Terminal(environment: environment, isTerminal: isTerminal, columns: isTerminal ? columns : nil)
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], true, true), (["TERM": "xterm"], false, false), (["TERM": "dumb"], true, false),
      ([:], true, false), (["TERM": "xterm", "NO_COLOR": "1"], true, false),
      (["TERM": "xterm", "NO_COLOR": ""], true, true), (["CLICOLOR_FORCE": "1"], false, true),
      (["CLICOLOR_FORCE": "0"], false, false), (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false, false),
      (["TERM": "xterm", "CLICOLOR": "0"], true, false),
    ])
  func colours(environment: [String: String], isTerminal: Bool, areUsed: Bool) {
    #expect(terminal(environment, isTerminal: isTerminal).isColored(.auto) == areUsed)
    #expect(terminal(environment, isTerminal: isTerminal).isColored(.always))
    #expect(!terminal(environment, isTerminal: isTerminal).isColored(.never))
  }

  @Test(
    arguments: [
      ("ar_EG", "en_US"), ("zh_CN", "en_US"), ("sv_SE", "sv_SE"), ("ar_EG.UTF-8", "ar_EG"),
      ("de_DE.ISO-8859-1", "de_DE"),
    ])
  func namesAndDigitsThatCannotBeShownAreEnglish(locale: String, shown: String) {
    #expect(terminal(["LC_ALL": locale]).shown("LC_NUMERIC") == shown)
  }

  @Test(
    arguments: [
      (["LANG": "de_DE.UTF-8"], "de"), (["LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR"], "fr"),
      (["LANG": "de_DE", "LC_MESSAGES": "fr_FR", "LC_ALL": "pl_PL"], "pl"), (["LANG": "de", "LC_ALL": ""], "de"),
      (["LANG": "de", "LC_TIME": "fr_FR"], "de"), (["LANG": "de", "LC_ALL": "C"], "en"), (["LC_ALL": "POSIX"], "en"),
      (["LANG": "xx_YY"], "en"), ([:], "en"), (["LANGUAGE": "de"], "en"),
    ])
  func theLanguageIsThatOfTheEnvironment(environment: [String: String], language: String) {
    #expect(terminal(environment).language == language)
  }

  @Test func datesAndNumbersAreInAChosenLanguage() {
    let german = terminal(["LC_ALL": "de_AT.UTF-8"])
    #expect(german.shown("LC_TIME") == "de_AT")
    #expect(german.shown("LC_TIME", "de") == "de_AT")
    #expect(german.shown("LC_TIME", "fr") == "fr")
  }

  @Test func widthIsThatOfTheTerminalUnlessTold() {
    #expect(terminal([:]).width == 100)
    #expect(terminal([:], columns: nil).width == 80)
    #expect(terminal(["COLUMNS": "60"]).width == 60)
    #expect(terminal(["COLUMNS": "0"]).width == 100)
    #expect(terminal([:], isTerminal: false).width == nil)
    #expect(terminal(["COLUMNS": "60"], isTerminal: false).width == 60)
  }

  @Test(arguments: ["1000000", "9223372036854775807", "99999999999999999999999", "1001"])
  func aWidthHasItsLimit(_ columns: String) {
    #expect(terminal(["COLUMNS": columns]).width == 1000)
    #expect(terminal(["COLUMNS": columns], isTerminal: false).width == 1000)
    #expect(terminal([:], columns: 65535).width == 1000)
  }

  @Test(arguments: ["-5", "", "eighty", "8e9", " 80", "+80", "8０"]) func whatIsNoWidthDoesNotCount(_ columns: String) {
    #expect(terminal(["COLUMNS": columns]).width == 100)
    #expect(terminal(["COLUMNS": columns], isTerminal: false).width == nil)
  }

  @Test func whatIsNoLocaleIsEnglish() {
    #expect(terminal(["LC_ALL": "abcdefghijklm.UTF-8"]).identifier("LC_TIME") == "en_US")
    #expect(terminal(["LC_ALL": "abcdefghijklm.UTF-8"]).isUnicode)
  }

  @Test func theLocaleIsThatOfTheEnvironment() {
    let swedish = terminal(["LANG": "sv_SE.UTF-8", "LC_NUMERIC": "de_DE.utf8@euro", "LC_TIME": ""])
    #expect(swedish.identifier("LC_TIME") == "sv_SE")
    #expect(swedish.identifier("LC_NUMERIC") == "de_DE")
    #expect(swedish.isUnicode)
    #expect(swedish.icons(nil) == .emoji)
    #expect(swedish.icons(.nerd) == .nerd)
    let none = terminal(["LC_ALL": "C", "LANG": "sv_SE.UTF-8"])
    #expect(none.identifier("LC_TIME") == "en_US")
    #expect(!none.isUnicode)
    #expect(none.icons(.emoji) == .ascii)
    #expect(!terminal([:]).isUnicode)
    #expect(terminal(["LANG": "C.UTF-8"]).isUnicode)
    #expect(terminal(["LANG": "C.UTF-8", "TERM": "linux"]).icons(nil) == .unicode)
  }
}
