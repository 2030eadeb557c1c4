import Markup
import Scraping
import Testing

/// The wording of each message, once; other tests compare cases and data.
struct MessagesTests {
  private static let url = "http://x/"

  @Test(
    arguments: [
      (
        .unknownLayout(site: "S", tried: ["a", "b"], url: url),
        "the page http://x/ fits none of the layouts known of S (tried: a, b); record it with --record DIR and send the "
          + "folder in with a bug report"
      ),
      (
        .interstitial(site: "S", page: "a login page", url: url),
        "S answered with a login page in place of the forecast (http://x/); open the address in a browser, save the page "
          + "and read it with --replay FILE"
      ),
      (
        .unreadable(site: "S", url: url, reason: "it is cut off"),
        "the answer of S cannot be read: it is cut off (http://x/); try again, and if it stays so record it with --record "
          + "DIR"
      ),
      (
        .missingField(site: "S", field: "temperature", tried: ["a", "b"], url: url),
        "the page http://x/ of S has no temperature (looked in: a, b); record it with --record DIR and send the folder in "
          + "with a bug report"
      ),
      (
        .implausible(site: "S", field: "the high", value: "99", reason: "it is hot", url: url),
        "S gives the high as 99, which cannot be: it is hot (http://x/); nothing of it is shown, record it with --record "
          + "DIR to look into it"
      ),
      (
        .otherPlace(site: "S", asked: "A", answered: "B", url: url),
        "S answers for B and not for A (http://x/); nothing of it is shown, try again, or choose another parser with -p"
      ),
      (.noRows(site: "S", wanted: "today", url: url), "S has no forecast for today (http://x/); ask for other days"),
      (
        .unsupported(site: "S", wanted: "hourly"),
        "S has no hourly forecast; ask for another, or another parser with -p"
      ),
      (
        .unknownArea(site: "S", area: "A", url: url),
        "S does not know the area A (http://x/); see 'weatherterm parsers' for what it takes"
      ),
      (
        .outsideCoverage(site: "S", area: "A", coverage: "C", reason: "no"),
        "A lies outside what S covers (C); it says: no; choose another parser with -p"
      ),
      (
        .outsideCoverage(site: "S", area: "A", coverage: "C"),
        "A lies outside what S covers (C); choose another parser with -p"
      ),
      (
        .unavailable(site: "S", area: "A", reason: "r", url: url),
        "S has no data for A for now: r (http://x/); try again later, or choose another parser with -p"
      ),
      (
        .unknownPlace(site: "S", area: "A", known: ["B", "C"], url: url),
        "S has no forecast for A (http://x/); it has B, C and others there"
      ),
      (
        .unknownPlace(site: "S", area: "A", known: [], url: url),
        "S has no forecast for A (http://x/); it has no places there"
      ),
      (
        .noTimeZone(site: "S", area: "A"),
        "S does not say which time zone A lies in, and no town near it is known: give it as a place of the configuration "
          + "with its timeZone, or ask with --hourly"
      ),
      (.refused(site: "S", status: 500, url: url), "S answered with status 500 (http://x/); try again later"),
      (
        .refused(site: "S", status: 429, url: url, wait: 30),
        "S answered with status 429 (http://x/); it asks for a pause: try again in 30 s"
      ),
      (
        .refused(site: "S", status: 503, reason: "busy", url: url, wait: 150),
        "S answered with status 503: busy (http://x/); it asks for a pause: try again in 3 min"
      ),
      (
        .refused(site: "S", status: 400, reason: "no key", url: url),
        "S refuses the question: no key (status 400, http://x/); mend what it names, or try again later"
      ),
      (
        .refused(site: "S", status: 400, reason: "no key", url: url, wait: 86_401),
        "S refuses the question: no key (status 400, http://x/); it asks for a pause: try again in more than "
          + "a day"
      ),
      (
        .blocked(site: "S", status: 403, url: url),
        "S refuses programs (status 403, http://x/): save the page from a browser and read it with --replay FILE"
      ),
    ] as [(ScrapingError, String)])
  func ofAnAnswer(error: ScrapingError, sentence: String) { #expect(error.description == sentence) }

  @Test(
    arguments: [
      (
        .noCurrent(site: "S", field: "the high", value: "99", reason: "it is hot", url: url),
        "S gives the high as 99, which cannot be: it is hot (http://x/); the current conditions are left out"
      ),
      (
        .outdated(site: "S", observed: "T", age: 7200),
        "the observation of S of T is 2 h old: it is left out, as it is not the weather now"
      ),
      (
        .outdated(site: "S", observed: "T", age: nil),
        "the observation of S of T lies in the future: it is left out, as it is not the weather now"
      ),
      (.pastHours(site: "S"), "all hours that S gives here are past"),
      (.fewerDays(site: "S", count: 7, wanted: 10), "S has 7 of the 10 days asked for"),
      (.noDays(site: "S", days: "Sunday 2026-11-22"), "S has no forecast for Sunday 2026-11-22"),
    ] as [(SiteNote, String)])
  func ofANote(note: SiteNote, sentence: String) { #expect(note.description == sentence) }

  @Test(
    arguments: [
      (.unknownKey(nearest: "days"), "k is not a key of the format; did you mean days?"),
      (.unknownKey(nearest: nil), "k is not a key of the format"), (.missingKey, "k is missing"),
      (.repeatedKey, "k is given twice"), (.badValue("x", expected: "a number"), "k is 'x'; expected a number"),
      (.unknownName("x", nearest: nil), "k names 'x', which does not exist"),
      (.badXPath("//", reason: "r"), "k: '//' is not an XPath (r)"),
      (.badJSONPath("$[", reason: "r"), "k: '$[' is not a JSONPath (r)"),
      (.badPattern("(", reason: "r"), "k: '(' is not a POSIX extended regular expression (r)"),
      (.exampleDoesNotMatch("x"), "k: the example 'x' does not match the pattern"),
      (
        .badAddress("x"),
        "k: 'x' is not an address (https://host/path, with every brace closed, as in {area} or {utc:yyyyMMdd})"
      ),
      (.foreignHost("h.example"), "k: h.example is not one of the site's hosts; add it to hosts"),
      (
        .localAddress("10.0.0.1"),
        "k: 10.0.0.1 is this machine or its own network, which a site file may not ask; use --base-url for a test server"
      ),
      (
        .pageLoop(placeholder: "id"),
        "k: {id} is known only after this page, which needs it; take it from another page"
      ),
      (.tooManyPages(9, limit: 8), "k: a question would ask 9 pages; at most 8 may be needed"),
      (.circularExtension("One"), "k: One leads back to this file; extend a built-in parser"),
      (.brokenBase("One"), "k: the file of One has mistakes itself; see 'weatherterm parsers One'"),
      (.unknownPlaceholder("x", nearest: nil), "k: {x} is neither a part of the area nor taken from a page"),
      (.unreadable(reason: "r"), "the file cannot be read: r"),
    ] as [(DefinitionError.Fault, String)])
  func ofADefinition(fault: DefinitionError.Fault, sentence: String) {
    #expect(DefinitionError(file: "S.yaml", key: "k", fault).description == "S.yaml: \(sentence)")
    let position = SourcePosition(line: 2, column: 3)
    #expect(
      DefinitionError(file: "S.yaml", at: position, key: "k", fault).description
        == "S.yaml: line 2, column 3: \(sentence)")
  }
}
