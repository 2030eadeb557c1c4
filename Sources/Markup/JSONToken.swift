/// Where a value or a member's name stands and what it is, in 16 bytes.
struct JSONToken: Sendable {
  /// What a token stands for.
  enum Kind: UInt8 {
    case null, `true`, `false`, number, string, escapedString, array, object
  }

  /// What it is.
  var kind: Kind
  /// The offset of the first byte, of a string after its quotation mark.
  var start: UInt32
  /// Of a scalar the number of bytes, of a string without its quotation marks; of an array or object its elements or members.
  var count: UInt32
  /// Of an array or object the index of the token after all that is in it; unused otherwise.
  var next: UInt32 = 0

  /// Whether it is an array or an object.
  var isContainer: Bool { kind.rawValue >= Kind.array.rawValue }
}
