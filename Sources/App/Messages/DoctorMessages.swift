/// Why a bundle cannot be written.
enum BundleError: Error, Equatable {
  /// The file exists.
  case exists(path: String)
  case unwritable(path: String, reason: String)
  /// Confirmation is needed, but there is no terminal.
  case needsYes
}

extension BundleError: CustomStringConvertible {
  var description: String {
    switch self {
    case .exists(let path): "\(path) is there already and stays as it is: give --bundle another name"
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason); give --bundle another name"
    case .needsYes: "nobody can be asked here whether the bundle may be written: look at what is shown, then add --yes"
    }
  }
}
