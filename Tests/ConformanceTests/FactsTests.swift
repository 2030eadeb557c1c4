import Foundation
import Parsers
import Scraping
import Testing

/// What every parser states about its site.
struct FactsTests {
  @Test func namesAreUnique() {
    let names = Candidate.all.map { $0.name.lowercased() }
    #expect(!names.isEmpty)
    #expect(Set(names).count == names.count, "case does not matter behind -p")
  }

  /// A site file that is wrong says nothing of its site before it is named.
  @Test(arguments: allParsers.compactMap { ($0 as? any ExtensibleParser)?.siteFile })
  func siteFilesAreRight(_ site: SiteFileParser) {
    do throws(DefinitionErrors) { try site.validate() } catch {
      for fault in error.all { Issue.record("\(fault)") }
    }
  }

  /// The facts are read from the outline of a built-in file, since they are needed at every start; they are those of the
  /// whole file.
  @Test(arguments: allParsers.compactMap { ($0 as? any ExtensibleParser)?.siteFile })
  func factsOfTheOutlineAreThoseOfTheFile(_ site: SiteFileParser) throws {
    let outlined = SiteFileParser(name: site.name, file: site.path, text: try site.text())
    #expect(outlined.facts == (try outlined.defined().facts))
    #expect(SiteDefinition(outlineOf: try site.text(), file: site.path)?.facts.title == outlined.facts.title)
  }

  @Test(arguments: Candidate.all)
  func factsAreStated(_ candidate: Candidate) throws {
    let facts = candidate.facts
    let texts = [
      "title": facts.title, "areaHelp": facts.areaHelp, "coverage": facts.coverage, "attribution": facts.attribution,
      "terms": facts.terms,
    ]
    for (fact, text) in texts {
      let hasLetters = text.contains { $0.isLetter }
      #expect(hasLetters, "\(fact) says nothing")
      #expect(text == text.trimmingCharacters(in: .whitespacesAndNewlines), "\(fact) has blanks around it")
      #expect(!text.contains("\n"), "\(fact) is one line of a table")
    }
    #expect((1...16).contains(facts.days))
    let home = try #require(URL(string: facts.homePage))
    #expect(home.scheme == "https")
    #expect(home.host?.contains(".") == true)
  }

  @Test(arguments: Candidate.all)
  func hostsAreNamesAlone(_ candidate: Candidate) throws {
    #expect(!candidate.facts.hosts.isEmpty)
    for host in candidate.facts.hosts {
      #expect(host.wholeMatch(of: /[a-z0-9-]+(\.[a-z0-9-]+)+/) != nil, "\(host) is no plain host name")
    }
    #expect(Set(candidate.facts.hosts).count == candidate.facts.hosts.count)
  }

  @Test(arguments: Candidate.all)
  func areaFormsAreWhatTheySay(_ candidate: Candidate) throws {
    #expect(!candidate.facts.areaForms.isEmpty)
    for form in candidate.facts.areaForms {
      #expect(!form.meaning.isEmpty)
      #expect(form.matches(form.example), "\(form.example) is no \(form.meaning)")
      for wrong in ["", " ", "\t", "x/../y", "..", "\(form.example)\n", "\(form.example)/../../x", "\(form.example)#x"]
      {
        #expect(!form.matches(wrong), "\(wrong.debugDescription) passes for a \(form.meaning)")
      }
    }
  }

  @Test(arguments: Candidate.all)
  func thereAreFixtures(_ candidate: Candidate) {
    let statuses = Set(candidate.recordings.map(\.status))
    #expect(statuses.contains(0), "Tests/Fixtures/\(candidate.name) holds no run that succeeds")
    #expect(statuses.count > 1, "Tests/Fixtures/\(candidate.name) holds no run that fails")
  }
}
