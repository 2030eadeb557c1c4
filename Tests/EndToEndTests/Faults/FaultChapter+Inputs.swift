import Foundation
import Support

extension FaultChapter {
  /// Names of areas, parsers and files that lead out of where they belong.
  static let inputs = FaultChapter(
    title: "Areas, names and recordings",
    faults: [
      Fault("the area ../../x", .error(64, ["cannot be an area"]), within: 1) { try area("../../x") },
      Fault("the area ../../x of a parser that takes coordinates", .error(64, ["cannot be an area"]), within: 1) {
        try FaultScene(["-p", "OpenMeteo", "-a", "../../x", "-td"])
      },
      Fault("an area with an escape in it", .error(64, ["control character"]), within: 1) {
        try area("SW\u{1B}[31mXX2372")
      },
      Fault("an area with NUL in a file of areas", .error(64, ["control character"]), within: 1) {
        let scene = try FaultScene(["-p", "WeatherCom", "--areas", "areas", "-td"])
        try scene.home.write("areas", "SWXX2372\0/../x\n")
        return scene
      },
      Fault("an area with NUL in the configuration", .error(64, ["control character"]), within: 1) {
        try FaultScene(["-td"], configuration: "parser: WeatherCom\narea: \"SWXX2372\\0/../x\"\n")
      },
      Fault("an area of a megabyte in a file of areas", .error(64, ["area"]), within: 2) {
        let scene = try FaultScene(["-p", "WeatherCom", "--areas", "areas", "-td"])
        try scene.home.write("areas", String(repeating: "x/", count: 500_000))
        return scene
      },
      Fault("the parser ../../x", .error(64, ["../../x"]), within: 1) {
        try FaultScene(["-p", "../../x", "-a", "SWXX2372", "-td"])
      },
      Fault("the output form ../../x", .error(64, ["../../x"]), within: 1) {
        try FaultScene(Stockholm.place + ["-td", "-o", "../../x"])
      },
      Fault("an address with ../.. in it", .forecast(), within: 1) {
        let server = try Stockholm.server()
        let page = try Stockholm.page(Stockholm.todayPath) ?? []
        let any = try LoopbackServer { _ in .init(200, body: page) }
        var scene = try await FaultScene.stockholm(at: any.url("/../..//../x"))
        scene.servers = [server, any]
        let home = scene.home
        scene.objections = {
          let names = try home.names(in: ".") + home.names(in: ".cache") + home.names(in: ".cache/weatherterm")
          let known = /^(\.cache|weatherterm|WeatherCom\.health|[0-9a-f]{16}\.(answer|note))$/
          let strange = names.filter { !$0.contains(known) }
          return strange.isEmpty ? [] : ["it made \(strange)"]
        }
        return scene
      },
      Fault("a recording whose body file is ../secret.html", .error(66, ["not a plain name"]), within: 1) {
        try recording(file: "../secret.html")
      },
      Fault("a recording whose body file is /dev/zero", .error(66, ["not a plain name"]), within: 1) {
        try recording(file: "/dev/zero")
      },
      Fault("a recording whose body file is ..", .error(66, ["not a plain name"]), within: 1) {
        try recording(file: "..")
      },
      Fault("a recording whose body file has NUL in its name", .error(66, ["not a plain name"]), within: 1) {
        try recording(file: "1.html\\u0000/../../secret.html")
      },
      Fault("a recording whose body file is a link to a secret", .error(66, ["not a regular file"]), within: 1) {
        let scene = try recording(file: "link.html")
        _ = try await Shell.output("ln -s ../secret.html '\(scene.home.folder.path)/session/link.html'")
        return scene
      },
      Fault("a recording whose body file is a pipe", .error(66, ["not a regular file"]), within: 1) {
        let scene = try recording(file: "pipe.html")
        _ = try await Shell.output("mkfifo '\(scene.home.folder.path)/session/pipe.html'")
        return scene
      },
      Fault("a recording of 100,000 levels", .error(66, ["not a recording"])) {
        let scene = try FaultScene(Stockholm.place + ["-td", "--replay", "deep.har"])
        try scene.home.write("deep.har", String(repeating: "{\"log\":", count: 100_000))
        return scene
      },
      Fault("a configuration of 100,000 levels", .error(78, ["config.yaml"])) {
        try FaultScene(Stockholm.place + ["-td"], configuration: "places: " + String(repeating: "[", count: 100_000))
      },
      Fault("a billion laughs in the configuration", .error(78, ["config.yaml"]), within: 2) {
        let levels = (1...9).map {
          "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ","))]\n"
        }
        return try FaultScene(Stockholm.place + ["-td"], configuration: "a0: &a0 lol\n" + levels.joined())
      },
    ])

  /// WeatherCom asked for an area.
  private static func area(_ area: String) throws -> FaultScene {
    try FaultScene(["-p", "WeatherCom", "-a", area, "-td"])
  }

  /// A recording whose answer is in a file; a secret lies beside its folder.
  private static func recording(file: String) throws -> FaultScene {
    let scene = try FaultScene(Stockholm.place + ["-td", "--replay", "session"])
    try scene.home.write("secret.html", try Stockholm.page(Stockholm.todayPath) ?? [])
    try scene.home.write(
      "session/session.har",
      """
      {"log": {"entries": [{"startedDateTime": "2026-11-14T07:42:00+01:00",
        "request": {"method": "GET", "url": "https://weather.com\(Stockholm.todayPath)"},
        "response": {"status": 200, "content": {"mimeType": "text/html", "_file": "\(file)"}}}]}}
      """)
    return scene
  }
}
