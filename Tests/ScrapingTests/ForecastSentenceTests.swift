import Scraping
import Testing

/// What a forecast's sentence says, as it is written there.
struct ForecastSentenceTests {
  @Test(
    arguments: [
      ("Mostly sunny, with a high near 60.", "60", nil, nil, "Mostly sunny"),
      (
        "A 20 percent chance of showers before 10pm.  Cloudy, with a low around -4.", nil, "-4", "20%",
        "A 20 percent chance of showers before 10pm. Cloudy"
      ),
      ("Rain. High near 57. Chance of precipitation is 90%.", "57", nil, "90%", "Rain"),
      ("Snow, with a steady temperature around 30.", "30", "30", nil, "Snow"),
      ("Clear, with a low around 10 below.", nil, "10 below", nil, "Clear"),
      ("Cold, with a low around zero.", nil, "0", nil, "Cold"),
      // A fall to a value is neither, and a range is none.
      ("Rain, with a temperature falling to around 40 by 5pm.", nil, nil, nil, "Rain"),
      ("Windy, with a high near 40 to 45.", nil, nil, nil, "Windy"),
    ] as [(String, String?, String?, String?, String?)])
  func partsAreFound(text: String, high: String?, low: String?, chance: String?, words: String?) {
    let sentence = ForecastSentence(text)
    #expect(sentence[.high] == high)
    #expect(sentence[.low] == low)
    #expect(sentence[.chance] == chance)
    #expect(sentence[.words] == words)
  }
}
