import Foundation
import Scraping
import Testing
import Weather

/// Every code of a source leads to an entry of the vocabulary, so that it can be translated.
struct VocabularyTests {
  @Test func everyCodeIsInTheVocabulary() {
    let words =
      (0...99).compactMap { SymbolWords.wmo($0) } + (1...27).compactMap { SymbolWords.smhi($0) }
      + ["clearsky", "fair", "partlycloudy", "cloudy", "fog"].compactMap { SymbolWords.met($0) }
      + ["", "light", "heavy"].flatMap { strength in
        ["rain", "sleet", "snow"].flatMap { kind in
          ["", "showers", "andthunder", "showersandthunder"].compactMap { SymbolWords.met(strength + kind + $0) }
        }
      }
    #expect(words.count > 130)
    for phrase in words { #expect(WeatherPhrase(words: phrase) != nil, "\(phrase)") }
  }

  @Test func everySymbolOfMetEireannIsInTheVocabulary() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../Sources/Parsers/MetEireann.yaml").standardized
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let symbols = lines.drop { !$0.hasPrefix("  symbols:") }.dropFirst().prefix { $0.hasPrefix("    ") }
    #expect(symbols.count > 40)
    for line in symbols {
      let words = line.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)
      #expect(WeatherPhrase(words: words) != nil, "\(words)")
    }
  }
}
