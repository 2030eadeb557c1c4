import Output
import Scraping
import Testing
import Weather
import Web

@testable import App

struct CacheSettingsTests {
  private func settings(
    _ words: String..., environment: [String: String] = ["HOME": "/home/me"]
  ) throws -> CacheSettings {
    let whole = ["-p", "WeatherCom", "-a", "SWXX2372", "-td"] + words
    guard case .forecast(let options) = try Command(whole) else { throw UsageError.noForecast }
    return try Plan(options, Configuration(), environment: environment).cache
  }

  @Test func theFolderIsWhereTheUsersCachesAre() throws {
    #expect(CacheSettings.folder(["HOME": "/home/me"]) == "/home/me/.cache/weatherterm")
    #expect(CacheSettings.folder(["HOME": "/home/me", "XDG_CACHE_HOME": "/c"]) == "/c/weatherterm")
    #expect(CacheSettings.folder(["HOME": "/home/me", "XDG_CACHE_HOME": "c"]) == "/home/me/.cache/weatherterm")
    #expect(CacheSettings.folder(["HOME": ""]) == nil)
    #expect(try settings(environment: [:]).cache == nil)
  }

  @Test func theCommandLineSaysHowItIsUsed() throws {
    let usual = try settings()
    #expect(usual.mode == .default && usual.showsStale && usual.maxAge == nil)
    #expect(try settings("--refresh").mode == .revalidate)
    #expect(try settings("--offline").mode == .onlyIfCached)
    #expect(try !settings("--no-stale").showsStale)
    let recorded = try settings("--record", "x")
    #expect(recorded.mode == .reload && !recorded.showsStale)
    #expect(try settings("--max-age", "10m").maxAge == .seconds(600))
  }

  @Test func theCommandLinesAgeGoesOverTheConfigurationsAndThatOverTheFloor() throws {
    let given = try settings("--max-age", "1500ms")
    #expect(given.policy(.default, lifetime: .seconds(300), configured: .seconds(60)).maxAge == 2)
    let open = try settings()
    #expect(open.policy(.default, lifetime: .seconds(300), configured: .seconds(60)).maxAge == 60)
    #expect(open.policy(.default, lifetime: .seconds(300), configured: nil) == CachePolicy(defaultLifetime: 300))
  }

  @Test func whatContradictsItselfIsTold() {
    #expect(throws: UsageError.excluding("--offline", "--refresh")) { try settings("--offline", "--refresh") }
    #expect(throws: UsageError.excluding("--offline", "--record")) { try settings("--offline", "--record", "x") }
    for text in ["soon", "-1", "5 minutes", "1e9h"] {
      #expect(throws: UsageError.badDuration(text, option: "--max-age")) { try settings("--max-age=\(text)") }
    }
    #expect(throws: UsageError.missingValue("--max-age <DURATION>")) { try settings("--max-age") }
  }
}
