/// Why standard output cannot be written.
enum OutputError: Error, Equatable {
  /// The system's own text for it.
  case unwritable(reason: String)
}

extension OutputError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unwritable(let reason): "standard output cannot be written: \(reason); send it elsewhere or make room"
    }
  }
}
