/// A fuzz target.
protocol FuzzTarget: Sendable {
  /// The target's name.
  var name: String { get }
  /// The seed inputs.
  var seeds: [[UInt8]] { get }
  /// Runs an input; crashes on a violated invariant.
  func take(_ bytes: [UInt8])
}
