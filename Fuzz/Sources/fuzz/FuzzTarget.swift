/// Something that is fed with bytes that nobody has thought of.
protocol FuzzTarget: Sendable {
  /// The name that it is chosen by.
  var name: String { get }
  /// What to begin with.
  var seeds: [[UInt8]] { get }
  /// Takes some bytes; ends the program where what always has to be so is not.
  func take(_ bytes: [UInt8])
}
