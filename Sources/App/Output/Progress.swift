/// A line on standard error while a fetch takes its time, gone when it is done.
struct Progress: Sendable {
  /// Whether anybody looks at it.
  let isShown: Bool

  /// How long nothing is said.
  private static let patience = Duration.seconds(1)

  /// To the line's beginning, and all of it erased (ECMA-48, EL).
  static let erasure: StaticString = "\r\u{1B}[K"

  /// Runs a fetch, and says what is waited for where it takes longer than a second.
  func during<Value: Sendable>(
    _ what: String, _ fetch: @Sendable () async throws -> Value
  ) async rethrows -> Value {
    guard isShown else { return try await fetch() }
    let line = Task {
      try? await Task.sleep(for: Self.patience)
      if Task.isCancelled { return false }
      StandardStreams.complain("waiting for \(what) …")
      return true
    }
    do {
      let value = try await fetch()
      await Self.end(line)
      return value
    } catch {
      await Self.end(line)
      throw error
    }
  }

  /// Sees to it that the line does not appear any more, or goes.
  private static func end(_ line: Task<Bool, Never>) async {
    line.cancel()
    if await line.value { StandardStreams.complain(erasure.description) }
  }
}
