import Foundation
import Support

extension FaultChapter {
  /// Values that no weather has, and texts that are meant for the terminal.
  static let values = FaultChapter(
    title: "Values and texts",
    faults: [
      Fault("all temperatures are 1e999", .error(65, ["temperature"]), within: 1) {
        try await .openMeteo { $0.replacing(/: \[(21|16)\.0.*?\]/, with: ": [1e999,1e999,-1e999,1e999,1e999]") }
      },
      Fault("a temperature of 1e308", .error(65, ["cannot be", "1e+308"]), within: 1) {
        try await .openMeteo { $0.replacing("[21.0,", with: "[1e308,") }
      },
      Fault("a temperature of 999", .error(65, ["cannot be", "999"]), within: 1) {
        try await .openMeteo { $0.replacing("[21.0,", with: "[999,") }
      },
      // What cannot be held is not known.
      Fault("a temperature of a million digits", .forecast(), within: 1) {
        var scene = try await FaultScene.openMeteo {
          $0.replacing("[21.0,", with: "[\(String(repeating: "9", count: 1_000_000)),")
        }
        if let first = scene.forecast.firstRange(of: "High 21°") {
          scene.forecast.replaceSubrange(first, with: "High --°")
        }
        return scene
      },
      Fault("an offset of 1e18 seconds", .forecast(), within: 1) {
        try await .openMeteo { $0.replacing("\"utc_offset_seconds\": 0", with: "\"utc_offset_seconds\": 1e18") }
      },
      Fault("a time zone that is a path", .forecast(), within: 1) {
        try await .openMeteo { $0.replacing("\"timezone\": \"GMT\"", with: "\"timezone\": \"../../../../dev/zero\"") }
      },
      Fault("a JSON name twice, the second time with the forecast", .forecast(), within: 1) {
        try await .openMeteo {
          $0.replacing("\"daily\":", with: "\"daily\": {\"time\": [], \"temperature_2m_max\": []}, \"daily\":")
        }
      },
      Fault("a JSON name twice, the second time with nothing", .error(65, ["daily"]), within: 1) {
        try await .openMeteo { $0.dropLast() + ", \"daily\": {}}" }
      },
      Fault("the date 0000-99-99", .error(65, ["time of a row"]), within: 1) { try await first("0000-99-99") },
      Fault("the date -9999999999-01-01", .error(65, ["time of a row"]), within: 1) {
        try await first("-9999999999-01-01")
      },
      Fault("the 30th of February", .error(65, ["time of a row"]), within: 1) { try await first("2026-02-30") },
      Fault("the same date again and again", .error(65, ["days come in order and once"]), within: 1) {
        try await .openMeteo { text in
          let day = text.firstMatch(of: /"time": \[("[^"]*"),("[^"]*")/)
          return day.map { text.replacing($0.2, with: $0.1) } ?? ""
        }
      },
      Fault("the date 9999-12-31", .error(65, ["Open-Meteo"]), within: 1) {
        try await .openMeteo { $0.replacing(/"time": \[.*?\]/, with: "\"time\": [\"9999-12-31\"]") }
      },
      Fault("terminal escapes and bidi marks in every phrase of the embedded state", .forecast(), within: 1) {
        try await .page { $0.replacing("Mostly Cloudy\\\"", with: escaped("Mostly Cloudy") + "\\\"") }
      },
      Fault("terminal escapes and bidi marks in every phrase of the markup", .forecast(), within: 1) {
        // HTML has no ESC and libxml2 leaves it out, so that what follows it is text like any other.
        let plain = try await FaultScene.page { page in
          page.replacing("window.__data", with: "window.__none")
            .replacing(">Mostly Cloudy<", with: ">Mostly[31m Cloudy]0;owned<")
        }
        var scene = try await FaultScene.page { page in
          let phrase = "Mostly\u{1B}[31m\u{9B}1m Clo\u{202E}u\u{2066}dy\u{1B}]0;owned\u{7}"
          return page.replacing("window.__data", with: "window.__none").replacing(
            ">Mostly Cloudy<", with: ">\(phrase)<")
        }
        scene.forecast = try await plain.home.run(plain.arguments).output
        return scene
      },
      Fault("terminal escapes and bidi marks in an error of the site's", .error(69, ["bad thing"]), within: 1) {
        try refusal(#"bad\u001b[2J\u001b]0;owned\u0007\u202e\u009b1m thing\n\r"#)
      },
      Fault("an error of the site's of 10 megabytes", .error(69, ["Open-Meteo"]), within: 2) {
        try refusal(String(repeating: "bad ", count: 2_500_000))
      },
      Fault("a root element with a name of a megabyte", .error(65, ["US National Weather Service"]), within: 2) {
        try .xml("<\(String(repeating: "x", count: 1_000_000))/>")
      },
    ])

  /// Open-Meteo refuses the question for a reason, which is written as JSON.
  private static func refusal(_ reason: String) throws -> FaultScene {
    try .status(400, "OpenMeteo", "{\"error\": true, \"reason\": \"\(reason)\"}")
  }

  /// Open-Meteo's answer with this as its first date.
  private static func first(_ date: String) async throws -> FaultScene {
    try await .openMeteo { text in
      text.firstMatch(of: /"time": \[("[^"]*")/).map { text.replacing($0.1, with: "\"\(date)\"") } ?? ""
    }
  }

  /// A phrase full of what a terminal obeys, as it is written in the state: a JSON text within another.
  private static func escaped(_ phrase: String) -> String {
    let middle = phrase.index(phrase.startIndex, offsetBy: phrase.count / 2)
    return #"\\u001b[2J\\u001b[31m"# + phrase[..<middle] + #"\\u202e\\u009b1m\\u0007"# + phrase[middle...]
      + #"\\u001b]0;owned\\u0007\\u2066"#
  }
}
