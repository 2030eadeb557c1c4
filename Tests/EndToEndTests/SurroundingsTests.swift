import Foundation
import Support
import Testing

/// What stands in the environment, whatever it is: the run ends in a forecast, or in a sentence.
struct SurroundingsTests {
  /// Variables that ended the program, or that look as if they could.
  private static let environments: [[String: String]] = [
    ["LC_ALL": "abcdefghijkl"], ["LC_ALL": "abcdefghijkl_SE.UTF-8"], ["LC_TIME": "swedishlanguage"],
    ["LC_NUMERIC": String(repeating: "x", count: 60_000)], ["LANG": String(repeating: "sv_", count: 10_000)],
    ["LC_ALL": "sv_SE.UTF-8@" + String(repeating: "y", count: 5000)], ["LC_ALL": "zz_ZZ.UTF-8"],
    ["LC_ALL": "en_US_POSIX_" + String(repeating: "a", count: 200)], ["LC_ALL": "../../../../dev/zero"],
    ["LC_ALL": "%s%n%x.UTF-8"], ["LC_ALL": "språk.UTF-8"], ["LC_ALL": "root"], ["LC_ALL": "und"], ["LC_ALL": "-"],
    ["LC_TIME": "zh-Hant-TW"], ["LC_ALL": "sr_RS.UTF-8@latin"], ["LC_ALL": "ar_EG.UTF-8"], ["LC_ALL": "fa_IR.UTF-8"],
    ["LC_CTYPE": String(repeating: ".", count: 3000)], ["LANGUAGE": String(repeating: "sv:", count: 9999)],
    ["TZ": ":"], ["TZ": ""], ["TZ": "/dev/zero"], ["TZ": ":/etc/passwd"], ["TZ": "../../../../etc/shadow"],
    ["TZ": String(repeating: "A", count: 50_000)], ["TZ": "XXX99999999999999999"], ["TZ": "/nowhere/at/all"],
    ["TZ": "<+9999>-99:99:99<-1>99,J999/999,M99.99.9/999"], ["TZDIR": "/dev/null"],
    ["COLUMNS": "0"], ["COLUMNS": "-5"], ["COLUMNS": "1"], ["COLUMNS": "2"], ["COLUMNS": "3"], ["COLUMNS": "7"],
    ["COLUMNS": "1000000"], ["COLUMNS": "9223372036854775807"], ["COLUMNS": "99999999999999999999999"],
    ["COLUMNS": "eighty"], ["COLUMNS": "8e9"], ["COLUMNS": " 80"], ["LINES": "-1"], ["LINES": "9223372036854775807"],
    ["TERM": ""], ["TERM": String(repeating: "x", count: 100_000)], ["TERM": "../../etc/passwd"], ["NO_COLOR": ""],
    ["CLICOLOR_FORCE": "1", "TERM": "dumb"], ["COLORTERM": "%s"],
    ["HOME": ""], ["HOME": "relative"], ["HOME": "/no/such/home"], ["HOME": "/dev/null"], ["HOME": "/proc/self"],
    ["HOME": "/" + String(repeating: "h", count: 5000)], ["HOME": "/" + String(repeating: "h/", count: 40_000)],
    ["XDG_CONFIG_HOME": "relative", "XDG_CACHE_HOME": "relative", "XDG_DATA_DIRS": ":::"],
    ["XDG_CONFIG_HOME": "/dev/null"], ["XDG_CACHE_HOME": "/proc/1"], ["XDG_CONFIG_HOME": "/dev/zero"],
    ["PATH": ""], ["SWIFT_BACKTRACE": "nonsense"],
  ]

  @Test(arguments: environments) func itEndsInAForecastOrASentence(_ environment: [String: String]) async throws {
    for form in [["-10d", "-o", "table"], ["--hourly", "-o", "chart"], ["-td", "-o", "html"]] {
      let outcome = try await Home().run(
        Stockholm.place + form + ["--replay", Stockholm.session], environment: environment)
      #expect([0, 66, 78].contains(outcome.status), "\(environment) \(form): \(outcome.error.prefix(500))")
      if outcome.status == 0 {
        #expect(!outcome.output.isEmpty)
      } else {
        #expect(outcome.error.hasPrefix("weatherterm: error: "), "\(environment): \(outcome.error.prefix(500))")
      }
    }
  }

  @Test func withoutAnyVariableThereIsAForecast() async throws {
    let outcome = try await Home().run(
      Stockholm.place + ["-10d", "-o", "table", "--replay", Stockholm.session], shell: #"exec env -i "$@""#)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(!outcome.output.isEmpty)
  }

  @Test func variablesThatAreNoTextDoNoHarm() async throws {
    for name in ["LC_ALL", "TZ", "COLUMNS", "TERM", "HOME", "XDG_CACHE_HOME"] {
      let outcome = try await Home().run(
        Stockholm.place + ["-10d", "-o", "table", "--replay", Stockholm.session],
        shell: "exec env \(name)=$'/\\xff\\xfe\\xe9' \"$@\"")
      #expect(outcome.status == 0, "\(name): \(outcome.error)")
    }
  }

  @Test func aPipeInThePlaceOfAZoneIsNotWaitedFor() async throws {
    let home = try Home()
    let outcome = try await home.run(
      Stockholm.place + ["-td", "--replay", Stockholm.session],
      shell: #"mkfifo zone && exec env TZ=":$PWD/zone" "$@""#, limit: 20)
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test func aWiderLineThanAnyScreenIsNotDrawn() async throws {
    for form in ["table", "chart", "line", "overview", "classic"] where try await Self.exists(form) {
      let outcome = try await Home().run(
        Stockholm.place + ["-10d", "-o", form, "--replay", Stockholm.session],
        environment: ["COLUMNS": "1000000000000"])
      let lines: [Substring] = outcome.output.split(separator: "\n")
      let widest = lines.map(\.count).max() ?? 0
      #expect(outcome.status == 0)
      #expect((1...1000).contains(widest), "\(form): \(widest)")
    }
  }

  private static func exists(_ form: String) async throws -> Bool {
    try await Home().run(Stockholm.place + ["-10d", "-o", form, "--replay", Stockholm.session]).status != 64
  }
}
