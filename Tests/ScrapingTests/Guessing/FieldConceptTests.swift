import Testing

@testable import Scraping

@Suite struct FieldConceptTests {
  @Test(arguments: [
    ("temperature_2m_max", ["temperature", "m", "max"]), ("maxTempC", ["max", "temp", "c"]),
    ("High (°C)", ["high", "c"]),
    ("Höchstwert", ["höchstwert"]), ("", []),
  ])
  func namesHaveWords(name: String, words: [String]) { #expect(FieldConcept.words(of: name) == words) }

  @Test(
    arguments: [
      ("forecastMaxtemp", [.temperature, .high]), ("windspeed", [.wind]), ("dewPoint", [.dew]),
      ("pop", [.precipitation, .chance]),
      ("Höchsttemperatur", [.temperature, .high]), ("colour", []), ("lowland", []),
    ] as [(String, Set<FieldConcept>)])
  func wordsMeanSomething(name: String, concepts: Set<FieldConcept>) {
    #expect(FieldConcept.concepts(of: FieldConcept.words(of: name)).subtracting([.forecast, .description]) == concepts)
  }
}
