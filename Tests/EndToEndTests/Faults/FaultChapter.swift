/// Faults of one kind, a chapter of the document.
struct FaultChapter: Sendable {
  /// What they have in common.
  let title: String
  /// The faults in the order in which they are met.
  let faults: [Fault]

  /// All of them.
  static let all = [
    connections, hangs, proxies, statuses, bodies, redirects, markup, values, inputs, caches, outputs,
  ]
}
