import Basics
import Testing
import Weather

@testable import Output

/// What names of locales are, and what only looks like one.
struct LocaleNameTests {
  @Test(arguments: [
    ("sv_SE.UTF-8", "sv_SE"), ("sv", "sv"), ("SV_se", "sv_SE"), ("de_DE@euro", "de_DE"), ("nds_DE.utf8@x", "nds_DE"),
    ("sr_RS@latin", "sr_Latn_RS"), ("sr_RS.UTF-8@cyrillic", "sr_Cyrl_RS"), ("zh-Hant-TW", "zh_Hant_TW"),
    ("zh_hans", "zh_Hans"), ("es_419", "es_419"), ("ca_ES_VALENCIA", "ca_ES"), ("de-CH-1996", "de_CH"),
    ("en-US-u-ca-buddhist-x-private", "en_US"), ("en_US_POSIX", "en_US"),
  ])
  func namesOfLocales(_ name: String, _ identifier: String) { #expect(LocaleName.identifier(of: name) == identifier) }

  @Test(arguments: [
    "", "C", "POSIX", "C.UTF-8", "abcd", "abcdefghijkl", "abcdefghijklmnop_SE", "swedish", "Swedish_Sweden.1252",
    "sv_", "sv__SE", "_SE", "sv_SE_", "s1_SE", "sv_SE\u{1B}[31m", "sv SE", "../../etc/passwd", "språk", "日本", "ja_ＪＰ",
    "%s%n",
    "sv_SE-toolongsubtag", "12", "1", "-", ".UTF-8", "@latin", String(repeating: "a", count: 100_000),
    "sv" + String(repeating: "-abcde", count: 10_000),
  ])
  func whatIsNone(_ name: String) {
    #expect(LocaleName.identifier(of: name) == nil)
    // ICU ends the process over some of these.
    let text = LocaleText(time: name, number: name)
    #expect(text.fullDate(CalendarDay(number: 120)) == "Friday, May 1")
    #expect(text.number(1.5) == "1.5")
  }
}
