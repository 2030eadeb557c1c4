import Foundation

/// Start and end of the process.
public enum EntryPoint {
  /// Runs the program with the process's arguments, and exits with its status.
  public static func run() -> Never {
    Signals.prepare()
    ClockZone.prepare()
    do {
      switch try Command(RawText.arguments, environment: RawText.environment) {
      case .text(let text): try StandardStreams.write(text)
      case .subcommand(let command): try StandardStreams.write(try command.text(environment: RawText.environment))
      case .asyncSubcommand(let command):
        try runAsync {
          let (text, status) = try await command.output(environment: RawText.environment)
          try StandardStreams.write(text)
          return status
        }
      case .forecast(let options):
        if let timeout = options.timeout { Watchdog.start(timeout) }
        try runAsync { try await ForecastCommand(options: options, environment: RawText.environment).run() }
      }
      exit(ExitStatus.done.rawValue)
    } catch {
      end(error)
    }
  }

  /// Runs asynchronous work, and exits with its status.
  private static func runAsync(_ work: @escaping @Sendable () async throws -> ExitStatus) throws -> Never {
    try OpenFiles.require()
    guard Threads.areAvailable else { throw ResourceError.noThreads }
    Task.detached {
      do { exit(try await work().rawValue) } catch { end(error) }
    }
    // Not dispatchMain(), which replaces this thread by a new one and blocks signals until that has started.
    while true { pause() }
  }

  private static func end(_ error: any Error) -> Never {
    let failure = Failure(error)
    StandardStreams.writeError(failure.text())
    exit(failure.status.rawValue)
  }
}
