import Output
import Scraping
import Testing
import Weather
import Web

@testable import App

struct KeepingTests {
  private func keeping(_ words: String..., environment: [String: String] = ["HOME": "/home/me"]) throws -> Keeping {
    let whole = ["-p", "WeatherCom", "-a", "SWXX2372", "-td"] + words
    guard case .forecast(let typed) = try CommandLineRequest(whole) else { throw UsageError.noForecast }
    return try Settings(try Wishes(typed), Configuration(), file: nil, environment: environment).keeping
  }

  @Test func theFolderIsWhereTheUsersCachesAre() throws {
    #expect(Keeping.folder(["HOME": "/home/me"]) == "/home/me/.cache/weatherterm")
    #expect(Keeping.folder(["HOME": "/home/me", "XDG_CACHE_HOME": "/c"]) == "/c/weatherterm")
    #expect(Keeping.folder(["HOME": "/home/me", "XDG_CACHE_HOME": "c"]) == "/home/me/.cache/weatherterm")
    #expect(Keeping.folder(["HOME": ""]) == nil)
    #expect(try keeping(environment: [:]).cache == nil)
  }

  @Test func theCommandLineSaysHowItIsUsed() throws {
    let usual = try keeping()
    #expect(usual.mode == .usual && usual.showsStale && usual.maxAge == nil)
    #expect(try keeping("--refresh").mode == .confirm)
    #expect(try keeping("--offline").mode == .offline)
    #expect(try !keeping("--no-stale").showsStale)
    let recorded = try keeping("--record", "x")
    #expect(recorded.mode == .anew && !recorded.showsStale)
    #expect(try keeping("--max-age", "10m").maxAge == .seconds(600))
  }

  @Test func theCommandLinesAgeGoesOverTheConfigurationsAndThatOverTheFloor() throws {
    let given = try keeping("--max-age", "1500ms")
    #expect(given.policy(.usual, lifetime: .seconds(300), configured: .seconds(60)).maxAge == 2)
    let open = try keeping()
    #expect(open.policy(.usual, lifetime: .seconds(300), configured: .seconds(60)).maxAge == 60)
    #expect(open.policy(.usual, lifetime: .seconds(300), configured: nil) == CachePolicy(floor: 300))
  }

  @Test func whatContradictsItselfIsTold() {
    #expect(throws: UsageError.excluding(.offline, .refresh)) { try keeping("--offline", "--refresh") }
    #expect(throws: UsageError.excluding(.offline, .record)) { try keeping("--offline", "--record", "x") }
    for text in ["soon", "-1", "5 minutes", "1e9h"] {
      #expect(throws: UsageError.badDuration(.maxAge, text)) { try keeping("--max-age=\(text)") }
    }
    #expect(throws: UsageError.needsValue(.maxAge)) { try keeping("--max-age") }
  }

  @Test func theCacheHasACommandOfItsOwn() throws {
    #expect(try CacheRequest(["cache"]) == .list)
    #expect(try CacheRequest(["cache", "clear"]) == .clear)
    #expect(try CacheRequest(["cache", "--help"]) == nil)
    #expect(try CacheRequest(["-td"]) == nil)
    #expect(throws: UsageError.unknownCacheWord("all")) { try CacheRequest(["cache", "clear", "all"]) }
    #expect(throws: UsageError.unknownCacheWord("--all")) { try CacheRequest(["cache", "--all"]) }
  }

  @Test(
    arguments: [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (1_450_000, "1.5 MB"), (50_000_000, "50.0 MB")])
  func sizesAreForPeople(bytes: Int, text: String) {
    #expect(CacheList.size(bytes) == text)
  }
}
