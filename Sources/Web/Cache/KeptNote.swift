/// Something that was made of answers, as it is kept: it holds as long as they do.
struct KeptNote: Hashable, Sendable {
  /// The answers that it was made of, without their bodies.
  var sources: [KeptAnswer]
  /// What was made of them.
  var content: [UInt8]
}
