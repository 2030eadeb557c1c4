import Support

extension FaultChapter {
  /// Readers of the output that go away, and outputs that take nothing.
  static let outputs = FaultChapter(
    title: "The output",
    faults: [
      Fault("the reader of standard output goes away at once", .silence, within: 1) {
        try replay("set -o pipefail; \"$@\" | true")
      },
      Fault("standard output is closed", .error(74, ["standard output"]), within: 1) { try replay("exec \"$@\" >&-") },
      Fault("standard output is a full disk", .error(74, ["standard output"]), within: 1) {
        try replay("exec \"$@\" > /dev/full")
      },
      Fault("standard error is closed", .silence, within: 1) { try replay("exec \"$@\" > /dev/null 2>&-") },
      Fault(
        "the recording's disk is full", .error(74, ["--record"]), needs: "mkdir m && unshare -rm mount -t tmpfs tmpfs m"
      ) {
        var scene = try replay(
          "mkdir session && exec unshare -rm bash -c 'mount -t tmpfs -o size=8k tmpfs session && exec \"$@\"' bash \"$@\""
        )
        scene.arguments += ["--record", "session"]
        return scene
      },
    ])

  /// The recorded session replayed, in a line of shell.
  private static func replay(_ line: String) throws -> FaultScene {
    var scene = try FaultScene(Stockholm.place + ["-td", "--replay", Stockholm.session])
    scene.shell = line
    scene.isMeasured = !line.contains("|")
    return scene
  }
}
