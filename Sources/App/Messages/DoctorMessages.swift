/// Why a bundle is not written.
enum BundleError: Error, Equatable {
  /// There is something of that name.
  case exists(path: String)
  case unwritable(path: String, reason: String)
  /// Nobody can be asked.
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
