import Basics
import Testing
import Weather

@testable import Output

struct LocaleTextTests {
  private let day = CalendarDay(year: 2021, month: 4, day: 25) ?? CalendarDay(number: 0)

  @Test func englishNeedsNothingOfTheSystems() {
    let text = LocaleText(time: "C", number: "POSIX")
    #expect(text.weekday(day) == "Sun")
    #expect(text.weekday(day, isShort: false) == "Sunday")
    #expect(text.date(day) == "Apr 25")
    #expect(text.date(day, isShort: false) == "April 25")
    #expect(text.number(13.94) == "13.9")
    #expect(text.number(-0.04) == "0")
    #expect(text.number(29.896, decimals: 2) == "29.9")
    #expect(text.number(14.5, decimals: 0) == "15")
    #expect(text.number(.nan) == "--")
  }

  @Test func otherLocalesAreTheSystems() {
    let swedish = LocaleText(time: "sv_SE", number: "sv_SE")
    #expect(swedish.weekday(day) == "sön")
    #expect(swedish.weekday(day, isShort: false) == "söndag")
    #expect(swedish.date(day, isShort: false) == "25 april")
    #expect(swedish.number(13.9) == "13,9")
    #expect(swedish.number(-3) == "−3")
    #expect(swedish.number(1024) == "1024")
    #expect(LocaleText(time: "ja_JP").date(day) == "4月25日")
    #expect(LocaleText(time: "ja_JP").number(13.9) == "13.9")
  }

  @Test func valuesAreUnknownWhereTheyAre() {
    let text = ValueText(locale: LocaleText())
    #expect(text.degrees(nil) == "--°")
    #expect(text.degrees(Temperature(-0.4, .celsius)) == "0°")
    #expect(text.measured(nil as Speed?) == "--")
    #expect(text.measured(Pressure(29.896, .inchesOfMercury)) == "29.9 inHg")
    #expect(text.percent(nil) == "--")
    #expect(text.percent(53.4) == "53%")
    #expect(text.clock(nil) == "--")
    #expect(text.wind(Wind(speed: Speed(20, .kilometersPerHour), direction: .northeast)) == "NE 20 km/h")
    #expect(text.arrow(.northeast) == "↙")
    #expect(text.arrow(.northNorthwest) == "↓")
    let plain = ValueText(locale: LocaleText(), isUnicode: false)
    #expect(plain.degrees(Temperature(21, .celsius)) == "21C")
    #expect(plain.degrees(nil) == "--")
    #expect(plain.arrow(.northNorthwest) == "NNW")
  }

  @Test func textForAsciiHasNothingElse() {
    #expect(AsciiText.of("Malmö") == "Malmo")
    #expect(AsciiText.of("Ærøskøbing, 12°…") == "AEroskobing, 12...")
    #expect(AsciiText.of("東京") == "??")
  }

  @Test func neighboursShareTheirColour() {
    let style = ANSIStyle(isColored: true)
    let blue = style.temperature("a", Temperature(-1, .celsius))
    let red = style.temperature("b", Temperature(40, .celsius))
    #expect(style.merged(blue + blue + red) == "\u{1B}[38;5;33maa\u{1B}[0m\u{1B}[38;5;160mb\u{1B}[0m")
    #expect(style.merged("x" + blue + blue + " " + blue) == "x\u{1B}[38;5;33maa\u{1B}[0m \u{1B}[38;5;33ma\u{1B}[0m")
    #expect(style.merged("plain") == "plain")
  }

  @Test func colourIsForThoseWhoTakeIt() {
    let warm = Temperature(26, .celsius)
    #expect(ANSIStyle(isColored: false).temperature("26°", warm) == "26°")
    let style = ANSIStyle(isColored: true)
    #expect(style.temperature("26°", warm) == "\u{1B}[38;5;172m26°\u{1B}[0m")
    #expect(style.temperature("79°", Temperature(79, .fahrenheit)) == "\u{1B}[38;5;172m79°\u{1B}[0m")
    #expect(style.temperature("--°", nil) == "--°")
  }
}
