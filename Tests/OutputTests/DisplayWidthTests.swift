import Testing

@testable import Output

struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("Stockholm", 9), ("São Paulo", 9), ("Sa\u{303}o", 3), ("東京", 4), ("ソウル", 6), ("ｶﾅ", 2), ("서울", 4),
      ("Ａ", 2), ("한", 2), ("ᄒᆞᆫ", 2), ("⛅", 2), ("☀", 1), ("☀️", 2), ("🌧️", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇸🇪", 2),
      ("🇸", 1), ("1️⃣", 2), ("\u{200B}\u{FEFF}", 0), ("a\u{AD}b", 3), ("\u{E30D}", 1), ("é\u{301}", 1), ("⠿█▁", 3),
      ("กำ", 2), ("12°", 3), ("…", 1), ("\u{1F9E1}", 2), ("𠀀", 2), ("ก็", 1),
    ])
  func columns(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test func whatDoesNotFitIsCut() {
    #expect(DisplayWidth.cut("Stockholm", to: 9) == "Stockholm")
    #expect(DisplayWidth.cut("Stockholm", to: 8) == "Stockho…")
    #expect(DisplayWidth.cut("Stockholm", to: 8, isUnicode: false) == "Stockho~")
    #expect(DisplayWidth.cut("New York", to: 5) == "New…")
    #expect(DisplayWidth.cut("東京都", to: 5) == "東京…")
    #expect(DisplayWidth.cut("東京都", to: 4) == "東…")
    #expect(DisplayWidth.cut("Stockholm", to: 1) == "…")
    #expect(DisplayWidth.cut("Stockholm", to: 0) == "")
  }

  @Test func aColumnIsFilled() {
    #expect(DisplayWidth.fitted("東京", to: 6) == "東京  ")
    #expect(DisplayWidth.fitted("12°", to: 6, .right) == "   12°")
    #expect(DisplayWidth.fitted("東京都", to: 4) == "東… ")
  }

  @Test func linesBreakAtBlanks() {
    #expect(DisplayWidth.wrapped("Today in Stockholm: rain", to: 10) == ["Today in", "Stockholm:", "rain"])
    #expect(DisplayWidth.wrapped("Stockholm", to: 4) == ["Stoc", "khol", "m"])
    #expect(DisplayWidth.wrapped("in 東京都内", to: 5) == ["in", "東京", "都内"])
    #expect(DisplayWidth.wrapped("a  b", to: 10) == ["a b"])
    #expect(DisplayWidth.wrapped("", to: 10) == [])
  }
}
