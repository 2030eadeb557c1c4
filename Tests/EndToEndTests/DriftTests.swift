import Foundation
import Support
import Synchronization
import Testing

/// A site that stops giving a field: the program says so once a day, and only where that means something.
struct DriftTests {
  /// A site of days with a UV index as long as it is told so.
  private final class Site: Sendable {
    private let hasIndex = Mutex(true)

    func setIndex(_ isThere: Bool) { hasIndex.withLock { $0 = isThere } }

    func server() throws -> LoopbackServer {
      try LoopbackServer { [self] path in
        var text = String(decoding: OpenMeteoSite.answer(path), as: UTF8.self)
        if hasIndex.withLock({ $0 }) {
          let values = Array(repeating: "3", count: 10).joined(separator: ",")
          text = text.replacing("\"daily\": {", with: "\"daily\": {\"uv_index_max\": [\(values)], ")
        }
        return .init(200, ["Content-Type: application/json"], body: Array(text.utf8), keepsOpen: true)
      }
    }
  }

  private static let file = ".cache/weatherterm/OpenMeteo.health"
  private static let note = "UV index has not been found since"

  private let site = Site()
  private let server: LoopbackServer
  private let home: Home

  init() throws {
    server = try site.server()
    home = try Home(configuration: OpenMeteoSite.configuration(server.url("")))
  }

  private func run(_ more: String...) async throws -> Program.Outcome {
    let outcome = try await home.run(["-p", "OpenMeteo", "-a", "10,20", "-10d", "-o", "json"] + more)
    #expect(outcome.status == 0, "\(outcome.error)")
    return outcome
  }

  /// So many new answers; gives what standard error had.
  private func answers(_ count: Int, _ more: String...) async throws -> String {
    var errors = ""
    for _ in 0..<count {
      let outcome = try await home.run(
        ["-p", "OpenMeteo", "-a", "10,20", "-10d", "-o", "json", "--refresh"] + more)
      #expect(outcome.status == 0 && !outcome.output.contains(Self.note), "\(outcome.error)")
      errors += outcome.error
    }
    return errors
  }

  @Test func itIsToldOnceADay() async throws {
    #expect(try await answers(6) == "")
    site.setIndex(false)
    #expect(try await answers(2) == "")
    // Not where nobody is to be told, and then by the next run.
    #expect(try await answers(2, "--quiet") == "")
    let told = try await answers(3)
    #expect(told.split(separator: "\n").count == 1)
    #expect(told.hasPrefix("weatherterm: note: OpenMeteo: \(Self.note) "))
    #expect(told.hasSuffix("; weatherterm doctor OpenMeteo\n"))
    site.setIndex(true)
    #expect(try await answers(1) == "")
  }

  @Test func onlyNewAnswersCount() async throws {
    _ = try await run("--record", "session")
    let first = try home.read(Self.file)
    #expect(!String(decoding: first, as: UTF8.self).contains("10,20"))
    #expect(first.count < 4000)
    for more in [[], ["--offline"], ["--replay", "session"]] {
      let outcome = try await home.run(["-p", "OpenMeteo", "-a", "10,20", "-10d"] + more)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try home.read(Self.file) == first, "\(more)")
    }
    _ = try await run("--refresh")
    #expect(try home.read(Self.file) != first)
  }

  @Test(arguments: [[], [0xFF], Array("weatherterm side file 1\n".utf8), [UInt8](repeating: 0xA5, count: 9_000_000)])
  func aBrokenFileBeginsAnew(_ bytes: [UInt8]) async throws {
    _ = try await run()
    try home.write(Self.file, bytes)
    #expect(try await run("--refresh").error == "")
    #expect(try home.read(Self.file).count < 4000)
  }

  @Test func whereNothingCanBeKeptNothingIsSaid() async throws {
    try home.write("file", "x")
    for cache in ["/proc/none", home.folder.appendingPathComponent("file").path, "/dev/null"] {
      let outcome = try await home.run(
        ["-p", "OpenMeteo", "-a", "10,20", "-10d"], environment: ["XDG_CACHE_HOME": cache])
      #expect(outcome.status == 0 && outcome.error == "", "\(outcome.error)")
    }
  }

  @Test func manyProgramsAtOnceTellItOnce() async throws {
    _ = try await answers(6)
    site.setIndex(false)
    _ = try await answers(2)
    let outcome = try await home.run(
      ["-p", "OpenMeteo", "-a", "10,20", "-10d", "--refresh"],
      shell: "for i in {1..8}; do \"$@\" > out.$i 2> err.$i & done; wait; cat out.*; cat err.* >&2")
    #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    #expect(outcome.error.contains(Self.note))
    #expect(try home.names(in: ".cache/weatherterm").filter { $0.hasSuffix("tmp") } == [])
  }
}
