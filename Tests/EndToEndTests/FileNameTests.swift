import Foundation
import Support
import Testing

/// Files whose names are no UTF-8 can be named, and are told of in text.
struct FileNameTests {
  /// A name in ISO 8859-1, for bash.
  private static let name = #"$'r\xe4kor'"#

  private func run(_ shell: String, _ arguments: [String]) async throws -> Program.Outcome {
    let home = try Home()
    try home.write("plain.yaml", "forecast: today\nparser: WeatherCom\narea: SWXX2372\n")
    return try await home.run(arguments, shell: "n=\(Self.name); \(shell)")
  }

  private let today = Stockholm.place + ["-td"]

  @Test func aRecordingIsMadeAndReplayed() async throws {
    let expected = try await Stockholm.recorded("-td")
    let outcome = try await run(
      #""$@" --replay '\#(Stockholm.session)' --record $n/in > first && "$@" --replay $n/in && test -f $n/in/session.har && cmp first <("$@" --replay=$n/in/session.har)"#,
      today)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == expected)
  }

  @Test func aConfigurationAndAListOfAreasAreRead() async throws {
    let expected = try await Stockholm.recorded("-td")
    let outcome = try await run(
      #"mv plain.yaml $n; "$@" --config $n --replay '\#(Stockholm.session)' && echo SWXX2372 > $n && "$@" -p WeatherCom -td --areas $n --replay '\#(Stockholm.session)'"#,
      [])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == expected + expected)
  }

  @Test func aNameThatIsNotThereIsTold() async throws {
    for option in ["--config", "--replay", "--areas"] {
      let outcome = try await run(#""$@" \#(option) $n"#, option == "--areas" ? ["-p", "WeatherCom", "-td"] : today)
      expectFailure(outcome, 66, "r\u{FFFD}kor", within: 10)
    }
  }

  @Test func aHomeThatIsNoTextHoldsItsConfiguration() async throws {
    let expected = try await Stockholm.recorded("-td")
    let outcome = try await run(
      #"mkdir -p $n/.config/weatherterm && mv plain.yaml $n/.config/weatherterm/config.yaml && HOME=$PWD/$n "$@""#,
      ["--replay", Stockholm.session])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == expected)
  }
}
