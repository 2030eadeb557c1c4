extension TransferError {
  /// What a failure means to the program: which exit status it has.
  public enum Category: Hashable, Sendable {
    /// The network failed (75).
    case network
    /// The answer came but cannot be read (65).
    case unreadable
    /// The site refuses or fails (69).
    case refused
    /// An address cannot be one (64).
    case address
    /// The configuration is wrong (78).
    case configuration
    /// A recording cannot be read, or lacks the answer (66).
    case recordingInput
    /// A recording, or the cache, cannot be written (74).
    case recordingOutput
    /// The run was interrupted (130).
    case interrupted
  }

  /// The failure's category.
  public var category: Category {
    switch self {
    case .network, .notKept, .outOfTime: .network
    case .bodyTooLarge, .headerTooLarge, .badEncoding: .unreadable
    case .tooManyRedirects, .forbiddenRedirect, .askedToWait: .refused
    case .badAddress: .address
    case .cancelled: .interrupted
    case .badCertificates: .configuration
    case .cannotRead, .notARecording, .ambiguous, .noAnswer, .noBody: .recordingInput
    case .cannotWrite, .cannotClear: .recordingOutput
    }
  }
}
