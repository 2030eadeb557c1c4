import Foundation
import Support
import Testing

/// `weatherterm setup` and `weatherterm config`.
@Suite struct SetupTests {
  /// Runs the program on a terminal of its own that types these lines, with the output on standard output.
  private func typed(_ lines: [String], _ home: Home, _ arguments: [String] = ["setup"]) async throws -> Program.Outcome
  {
    let text = lines.map { "\($0)\\n" }.joined()
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    // Each line is typed once the program has had time to ask; python's pty ends when the program does.
    try home.write("type.py", Self.typist)
    return try await home.run([], environment: ["TYPED": text], shell: "python3 type.py \"$@\" \(words)")
  }

  private static let typist = """
    import os, pty, select, sys
    lines = os.environ["TYPED"].replace("\\\\n", "\\n").splitlines(True)
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.argv[1], sys.argv[1:])
    shown = b""
    while True:
        try:
            ready, _, _ = select.select([terminal], [], [], 10)
            if not ready:
                break
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        # Every question ends in a colon and a blank, with nothing behind it.
        if piece.endswith(b": "):
            os.write(terminal, lines.pop(0).encode() if lines else b"\\x04")
    sys.stdout.buffer.write(shown.replace(b"\\r\\n", b"\\n"))
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """

  private static let path = ".config/weatherterm/config.yaml"

  private func text(_ home: Home) throws -> String { String(decoding: try home.read(Self.path), as: UTF8.self) }

  @Test func withoutATerminalItSaysWhatToDo() async throws {
    let home = try Home()
    expectFailure(try await home.run(["setup"]), 64, "needs a terminal", "config.yaml", "area: oslo")
    #expect((try? home.read(Self.path)) == nil)
  }

  @Test func itWritesWhatIsAnsweredAndKeepsTheRest() async throws {
    let server = try OpenMeteoSite.server()
    let before = "# mine\n" + OpenMeteoSite.configuration(server.url(""))
    let home = try Home(configuration: before)
    let outcome = try await typed(["oslo", "celsius", "", "yes"], home)
    #expect(outcome.status == 0, "\(outcome.output) \(outcome.error)")
    #expect(outcome.output.contains("That is Oslo, Norway."))
    let after = try text(home)
    #expect(after.hasPrefix(before) && after.contains("\narea: Oslo\n") && after.contains("\nunit: Celsius\n"))
    #expect(!after.contains("\nparser:"))
    let shown = try await home.run([])
    #expect(shown.status == 0 && shown.output.hasPrefix("Oslo, Norway"), "\(shown.error)")
    // The preview is what is shown then.
    #expect(outcome.output.contains("Weather data by Open-Meteo.com"))
  }

  @Test func candidatesAreNumbered() async throws {
    let server = try OpenMeteoSite.server()
    let home = try Home(configuration: OpenMeteoSite.configuration(server.url("")))
    let outcome = try await typed(["springfield", "1", "", "OpenMeteo", ""], home)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("  1  Springfield, "))
    let after = try text(home)
    #expect(after.contains("area: \"Springfield, ") && after.contains("parser: OpenMeteo"), "\(after)")
  }

  @Test func anEndOfInputChangesNothing() async throws {
    let home = try Home()
    let outcome = try await typed(["oslo"], home)
    #expect(outcome.status == 0 && outcome.output.contains("Nothing has been changed."), "\(outcome.output)")
    #expect((try? home.read(Self.path)) == nil)
  }

  @Test func everySettingSaysWhereItComesFrom() async throws {
    let home = try Home(configuration: "area: home\nplaces:\n  home: \"60,10\"\nhttp: {timeout: 3s}\n")
    let outcome = try await home.run(["config"], environment: ["LANG": "en_US.UTF-8"])
    #expect(outcome.status == 0, "\(outcome.error)")
    func row(_ name: String) -> [String] {
      let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("\(name) ") } ?? ""
      return line.components(separatedBy: "  ").filter { !$0.isEmpty }.map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(row("area") == ["area", "home", "line 1"])
    #expect(row("places.home") == ["places.home", "60,10", "line 3"])
    #expect(row("http.timeout") == ["http.timeout", "3s", "line 4"])
    #expect(row("http.connect_timeout") == ["http.connect_timeout", "10s", "default"])
    #expect(row("unit") == ["unit", "Fahrenheit", "LANG"])
    #expect(outcome.output.contains("/.config/weatherterm/config.yaml"))
    let json = try await home.run(["config", "-o", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["exists"] as? Bool == true && (object?["settings"] as? [Any])?.isEmpty == false)
  }
}
