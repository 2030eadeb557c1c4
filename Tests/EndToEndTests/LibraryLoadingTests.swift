import Foundation
import Support
import Testing

/// libcurl and libxml2 are loaded on the first call of one of their functions. Empty files in front of them break whatever
/// loads them.
struct LibraryLoadingTests {
  private static func broken(_ libraries: [String], in home: Home) throws -> [String: String] {
    for library in libraries { try home.write("broken/\(library)", "") }
    return ["LD_LIBRARY_PATH": home.folder.path + "/broken"]
  }

  private static let curl = ["libcurl.so.4", "libcurl-gnutls.so.4"]
  private static let xml = ["libxml2.so.2", "libxml2.so.16"]

  @Test(arguments: [["--version"], ["--help"], ["parsers"], ["parsers", "SMHI"], ["schema"], ["places", "Kiruna"]])
  func whatAsksNobodyNeedsNeither(arguments: [String]) async throws {
    let home = try Home()
    let outcome = try await home.run(arguments, environment: Self.broken(Self.curl + Self.xml, in: home))
    #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(outcome.error)")
  }

  @Test func aCachedAnswerNeedsNeither() async throws {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let server = try LoopbackServer { _ in .init(200, body: page) }
    let home = try Home()
    let first = try await home.today(server.url(""))
    #expect(first.status == 0, "\(first.error)")
    let kept = try await home.today(server.url(""), environment: Self.broken(Self.curl + Self.xml, in: home))
    #expect(kept.status == 0, "\(kept.error)")
    #expect(kept.output == first.output)
    #expect(server.connections == 1)
  }

  @Test func aMissingLibraryIsNamed() async throws {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let server = try LoopbackServer { _ in .init(200, body: page) }
    let home = try Home()
    let outcome = try await home.today(server.url(""), environment: Self.broken(Self.curl, in: home))
    #expect(outcome.status == 127)
    #expect(outcome.error.hasPrefix("weatherterm: error: libcurl.so.4 "), "\(outcome.error)")
  }
}
