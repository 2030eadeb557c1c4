import Scraping
import Testing
import Web

@testable import App

struct FailureTests {
  /// What a careless parser throws.
  private struct Stray: Error {}

  @Test(
    arguments: [
      (UsageError.noArea, .usage),
      (AreaError.notForParser(place: "a", parser: "b", takesCoordinates: true), .unknownArea),
      (ConfigurationError.unreadable(file: "f", reason: "r"), .noInput),
      (ConfigurationError.closed(file: "f", reason: "r"), .configuration),
      (ConfigurationError.wantsContact(file: "f", parser: "p", site: "s"), .configuration),
      (ScrapingError.unknownLayout(site: "s", tried: [], url: "u"), .data),
      (ScrapingError.interstitial(site: "s", page: "p", url: "u"), .data),
      (ScrapingError.noRows(site: "s", wanted: "w", url: "u"), .data),
      (ScrapingError.unsupported(site: "s", wanted: "w"), .usage),
      (ScrapingError.unknownArea(site: "s", area: "a", url: "u"), .unknownArea),
      (ScrapingError.outsideCoverage(site: "s", area: "a", coverage: "c"), .unknownArea),
      (ScrapingError.otherPlace(site: "s", asked: "a", answered: "b", url: "u"), .data),
      (ScrapingError.unavailable(site: "s", area: "a", reason: "r", url: "u"), .unavailable),
      (ScrapingError.refused(site: "s", status: 500, url: "u"), .unavailable),
      (ScrapingError.blocked(site: "s", status: 403, url: "u"), .unavailable),
      (TransferError.network(url: "u", code: 6, text: "t"), .network),
      (TransferError.bodyTooLarge(url: "u", limit: 1), .data),
      (TransferError.tooManyRedirects(url: "u", limit: 10), .unavailable),
      (TransferError.noAnswer(url: "u", has: ["v"]), .noInput),
      (TransferError.cannotWrite(path: "p", .foreign), .output),
      (TransferError.badCertificates(path: "p", .noCertificate), .configuration),
      (TransferError.cancelled(url: "u"), .interrupted),
      (OutputError(reason: "r"), .output),
      (CancellationError(), .interrupted),
      (Stray(), .data),
    ] as [(any Error, App.ExitStatus)])
  func everyErrorHasItsStatus(error: any Error, status: App.ExitStatus) {
    let failure = Failure(error)
    #expect(failure.status == status)
    #expect(failure.text().hasPrefix("weatherterm: error: ") && failure.text().hasSuffix("\n"))
    #expect(!failure.message.contains("\n"))
  }

  @Test func aListStandsOnLinesOfItsOwn() {
    #expect(
      Failure(TransferError.noAnswer(url: "u", has: ["http://a", "http://b"])).text().hasSuffix(
        "\n  http://a\n  http://b\n"))
    #expect(
      Failure(ConfigurationError.wantsContact(file: "f", parser: "p", site: "s")).text().hasSuffix(
        "\n  f:\n  http: {contact: \"you@example.org\"}\n"))
  }

  @Test func whatIsQuotedIsMadePlain() {
    let failure = Failure(TransferError.noAnswer(url: "http://x/\u{1B}[31m\u{202E}y\nz", has: ["\u{7}a\u{9B}1mb"]))
    #expect(failure.message.contains("http://x/y z"))
    #expect(failure.hints == ["ab"])
  }
}
