import Foundation
import Support

extension FaultChapter {
  /// Disks that take nothing, and what is found in the cache.
  static let caches = FaultChapter(
    title: "The cache",
    faults: [
      Fault("the disk is full", .forecast(), needs: "mkdir m && \(disk("m", "size=8k"))") {
        try await mounted("size=8k")
      },
      Fault("the disk is read-only", .forecast(), needs: "mkdir m && \(disk("m", "ro"))") {
        try await mounted("ro")
      },
      Fault("no file may grow (ulimit -f 0)", .forecast()) {
        var scene = try await fresh()
        // Standard output, which is a file here, is cat's.
        scene.shell = "set -o pipefail; (ulimit -f 0; exec \"$@\" 2> /dev/null) | cat"
        scene.isMeasured = false
        return scene
      },
      Fault("the cache's folder cannot be", .forecast(), within: 1) {
        var scene = try await fresh()
        scene.environment["XDG_CACHE_HOME"] = "/dev/null"
        return scene
      },
      Fault("the cache's folder is a path that is not whole", .forecast(), within: 1) {
        var scene = try await fresh()
        scene.environment["XDG_CACHE_HOME"] = "../../x"
        let home = scene.home
        scene.objections = {
          let names = try home.names(in: ".")
          return names == [".cache"] ? [] : ["it made \(names)"]
        }
        return scene
      },
      Fault("entries are damaged: a bit in the middle of each", .forecast(), within: 1) {
        try await kept { bytes in
          var bytes = bytes
          bytes[bytes.count / 2] ^= 1
          return bytes
        }
      },
      Fault("entries are cut off", .forecast(), within: 1) { try await kept { Array($0[..<($0.count / 2)]) } },
      Fault("entries are empty", .forecast(), within: 1) { try await kept { _ in [] } },
      Fault("entries are noise of 9 megabytes", .forecast(), within: 1) {
        try await kept { _ in [UInt8](repeating: 0xA5, count: 9_000_000) }
      },
      Fault("entries are about another place", .forecast(), within: 1) {
        // Whole entries of their own, but under these names.
        var scene = try await asked()
        scene.objections = { [] }
        let folder = ".cache/weatherterm"
        let names = try scene.home.names(in: folder)
        let other = try FaultScene(["-p", "WeatherCom", "-a", "SWXX2373", "-td"] + scene.arguments.suffix(2))
        _ = try await other.home.run(other.arguments)
        for name in try other.home.names(in: folder) {
          let ending = name.split(separator: ".").last ?? ""
          for own in names where own.hasSuffix(ending) {
            try scene.home.write("\(folder)/\(own)", try other.home.read("\(folder)/\(name)"))
          }
        }
        return scene
      },
      Fault("entries are links to other files", .forecast(), within: 1) {
        try await replaced("ln -s /etc/hostname \"$f\"")
      },
      Fault("entries are pipes", .forecast(), within: 1) { try await replaced("mkfifo \"$f\"") },
      Fault("entries are folders", .forecast(), within: 1) { try await replaced("mkdir \"$f\"") },
      Fault("entries may be written by everybody", .forecast(), within: 1) {
        try await replaced("cp old \"$f\"; chmod 666 \"$f\"")
      },
      Fault("the site is gone, and an answer of before is kept", .forecast(note: "showing the answer from 1 min ago")) {
        var scene = try await gone()
        let lines = scene.forecast.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        scene.forecast = "\(lines[0]) (1 min old)\n\(lines[1])"
        return scene
      },
      Fault("the site is gone, an answer is kept, and --no-stale", .error(75, ["no connection to 127.0.0.1"])) {
        var scene = try await gone()
        scene.arguments.append("--no-stale")
        return scene
      },
      Fault("nothing is kept, and --offline", .error(75, ["nothing is kept of"]), within: 1) {
        var scene = try await fresh()
        scene.arguments.append("--offline")
        return scene
      },
      Fault("the same outage a moment later", .error(75, ["--refresh asks at once"]), within: 1) {
        let turn = Turn()
        var scene = try await FaultScene.stockholm(["--timeout", "1s"]) { _ in
          _ = turn.next()
          return .init([(.seconds(3), [])])
        }
        _ = try await scene.home.run(scene.arguments)
        let before = turn.next()
        scene.objections = { turn.next() == before + 1 ? [] : ["it asked again"] }
        return scene
      },
      Fault("20 processes at once", .forecast(), within: 8) {
        var scene = try await fresh()
        scene.shell = """
          for i in {1..20}; do { "$@" > out.$i 2> err.$i || touch failed; } & done; wait; cat err.* >&2
          for i in {2..20}; do cmp out.1 out.$i || exit 1; done; cat out.1; test ! -e failed
          """
        scene.isMeasured = false
        scene.arguments.append("--refresh")
        let home = scene.home
        scene.objections = {
          let names = try home.names(in: ".cache/weatherterm")
          return names.count == 3 ? [] : ["there are \(names)"]
        }
        return scene
      },
    ])

  private static func disk(_ folder: String, _ options: String) -> String {
    "unshare -rm mount -t tmpfs -o \(options) tmpfs \(folder)"
  }

  /// A site that answers, and a home in which nothing is kept.
  private static func fresh() async throws -> FaultScene {
    let server = try Stockholm.server()
    var scene = try await FaultScene.stockholm(at: server.url(""))
    scene.servers = [server]
    return scene
  }

  /// The same, with the cache on a disk of its own.
  private static func mounted(_ options: String) async throws -> FaultScene {
    var scene = try await fresh()
    scene.shell =
      "mkdir cache && exec unshare -rm bash -c 'mount -t tmpfs -o \(options) tmpfs cache && exec \"$@\"' bash \"$@\""
    scene.environment["XDG_CACHE_HOME"] = scene.home.folder.appendingPathComponent("cache").path
    return scene
  }

  /// A home in which the answer is kept, and a site that is to be asked again since it is of no use.
  private static func asked() async throws -> FaultScene {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let server = try LoopbackServer { _ in .init(200, body: page) }
    var scene = try await FaultScene.stockholm(at: server.url(""))
    scene.servers = [server]
    _ = try await scene.home.run(scene.arguments)
    scene.objections = { server.requests.count == 2 ? [] : ["the site was asked \(server.requests.count) times"] }
    return scene
  }

  /// The same, with every entry changed.
  private static func kept(_ change: ([UInt8]) -> [UInt8]) async throws -> FaultScene {
    let scene = try await asked()
    for name in try scene.home.names(in: ".cache/weatherterm") {
      try scene.home.write(".cache/weatherterm/\(name)", change(try scene.home.read(".cache/weatherterm/\(name)")))
    }
    return scene
  }

  /// The same, with something else in each entry's place: what a line of shell makes of `$f`.
  private static func replaced(_ line: String) async throws -> FaultScene {
    let scene = try await asked()
    _ = try await Shell.output(
      "cd '\(scene.home.folder.path)/.cache/weatherterm' && for f in *; do mv \"$f\" ../old && (cd .. && cp old weatherterm/old) "
        + "&& \(line) && rm old || exit 1; done")
    return scene
  }

  /// A home in which the answer is kept, and a site that is not there any more.
  private static func gone() async throws -> FaultScene {
    var scene = try await asked()
    scene.servers = []
    scene.objections = { [] }
    scene.arguments += ["--max-age", "0"]
    return scene
  }
}
