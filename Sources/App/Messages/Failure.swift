import Basics
import Scraping
import Weather
import Web

/// Converts every error to a message and an exit status.
struct Failure: Error, Equatable {
  let status: ExitStatus
  /// One full sentence with what to do.
  let message: String
  /// Lines to print below the message, such as a list.
  let hints: [String]

  /// Converts any error; control characters are removed, because messages quote addresses, arguments and pages.
  init(_ error: any Error) {
    let (status, sentence, hints) = Self.meaning(of: error)
    var message = sentence
    // Shortens long quotations in the middle: the problem is at the start of a message, the advice at the end.
    if message.utf8.count > 1200 {
      message = "\(String(message.unicodeScalars.prefix(600))) … \(String(message.unicodeScalars.suffix(300)))"
    }
    self.status = status
    self.message = PlainText.of(UserInfo.removed(from: message))
    self.hints = hints.map { PlainText.of(UserInfo.removed(from: $0)) }
  }

  /// The lines for standard error, with the place's name before the message.
  func text(of place: String = "") -> String {
    (["weatherterm: error: \(place)\(message)"] + hints.map { "  \($0)" }).map { $0 + "\n" }.joined()
  }

  /// True if the site failed, so that an earlier answer may be shown instead.
  var isOutage: Bool { [.data, .unavailable, .network].contains(status) }

  private static func meaning(of error: any Error) -> (ExitStatus, String, [String]) {
    switch error {
    case let error as Failure: (error.status, error.message, error.hints)
    case let error as RepairError: (error.status, error.description, [])
    case let error as UsageError: (.usage, error.description, error.hints)
    case let error as ConfigurationError: (status(of: error), error.description, error.hints)
    case let error as AreaError: (status(of: error), error.description, error.hints)
    case let error as TransferError: (status(of: error.category), error.description, error.hints)
    case let error as ScrapingError: (status(of: error), error.description, [])
    case let error as DefinitionErrors:
      (.configuration, error.all.first?.description ?? "", error.all.dropFirst().map(\.description))
    case let error as NewSiteError: (error.status, error.description, [])
    case let error as OutputError: (.output, error.description, [])
    case let error as SetupError: (error.status, error.description, [])
    case let error as BundleError: (error == .needsYes ? .usage : .output, error.description, [])
    case let error as ResourceError: (.network, error.description, [])
    case is CancellationError: (.interrupted, "the run was interrupted; start it again", [])
    // Any other error thrown by a parser means an unexpected page.
    default:
      (
        .data,
        "the answer cannot be read (\(error)); record it with --record DIR and send the folder in with a bug report", []
      )
    }
  }

  private static func status(of error: ConfigurationError) -> ExitStatus {
    if case .unreadable = error { .noInput } else { .configuration }
  }

  private static func status(of error: AreaError) -> ExitStatus {
    switch error {
    case .impossible, .noPoint: .usage
    case .unreadableFile: .noInput
    default: .unknownArea
    }
  }

  private static func status(of category: TransferError.Category) -> ExitStatus {
    switch category {
    case .network: .network
    case .unreadable: .data
    case .refused: .unavailable
    case .address: .usage
    case .configuration: .configuration
    case .recordingInput: .noInput
    case .recordingOutput: .output
    case .interrupted: .interrupted
    }
  }

  private static func status(of error: ScrapingError) -> ExitStatus {
    switch error {
    case .unknownLayout, .interstitial, .unreadable, .missingField, .implausible, .otherPlace, .noRows: .data
    case .unsupported: .usage
    case .unknownArea, .unknownPlace, .outsideCoverage, .noTimeZone: .unknownArea
    case .unavailable, .refused, .blocked: .unavailable
    }
  }
}
