import Basics
import Scraping
import Weather
import Web

/// The one place where an error becomes a sentence and an exit status.
struct Failure: Error, Equatable {
  /// The exit status.
  let status: ExitStatus
  /// One full sentence that says what to do.
  let message: String
  /// Lines of their own below it, where a list helps.
  let hints: [String]

  /// What an error of any room means to the user; made plain, since sentences quote addresses, arguments and pages.
  init(_ error: any Error) {
    let (status, message, hints) = Self.meaning(of: error)
    self.status = status
    self.message = PlainText.of(UserInfo.removed(from: Self.shortened(message)))
    self.hints = hints.map { PlainText.of(UserInfo.removed(from: $0)) }
  }

  /// A sentence that quotes a page at length, less its middle: what is wrong stands at the beginning, what to do at the
  /// end.
  private static func shortened(_ message: String) -> String {
    guard message.utf8.count > longest else { return message }
    let scalars = message.unicodeScalars
    return "\(String(scalars.prefix(longest / 2))) … \(String(scalars.suffix(longest / 4)))"
  }

  /// The longest sentence that is shown whole, in bytes.
  private static let longest = 1200

  /// The lines for standard error.
  var text: String { text(of: "") }

  /// The lines for standard error, with the name of the place before the sentence.
  func text(of place: String) -> String {
    (["weatherterm: error: \(place)\(message)"] + hints.map { "  \($0)" }).map { $0 + "\n" }.joined()
  }

  /// Whether the site failed, and not the question: what it said before may still be shown then.
  var isOutage: Bool { [.data, .unavailable, .network].contains(status) }

  /// An error's status, sentence and further lines.
  private static func meaning(of error: any Error) -> (ExitStatus, String, [String]) {
    switch error {
    case let error as Failure: (error.status, error.message, error.hints)
    case let error as UsageError: (.usage, error.description, error.hints)
    case let error as ConfigurationError: (status(of: error), error.description, error.hints)
    case let error as AreaError: (status(of: error), error.description, error.hints)
    case let error as TransferError: (status(of: error.category), error.description, error.hints)
    case let error as ScrapingError: (status(of: error), error.description, [])
    case let error as DefinitionErrors:
      (.configuration, error.all.first?.description ?? "", error.all.dropFirst().map(\.description))
    case let error as OutputError: (.output, error.description, [])
    case let error as ResourceError: (.network, error.description, [])
    case is CancellationError: (.interrupted, "the run was interrupted; start it again", [])
    // What a parser throws beside the errors of its room is a page that it did not expect.
    default:
      (
        .data,
        "the answer cannot be read (\(error)); record it with --record DIR and send the folder in with a bug report", []
      )
    }
  }

  /// The status of a fault in the configuration.
  private static func status(of error: ConfigurationError) -> ExitStatus {
    switch error {
    case .unreadable: .noInput
    case .closed, .malformed, .unknownKey, .duplicate, .wrongValue, .wantsContact: .configuration
    }
  }

  /// The status of a fault in the area.
  private static func status(of error: AreaError) -> ExitStatus {
    switch error {
    case .impossible, .noPoint: .usage
    case .unreadableFile: .noInput
    case .unknown, .ambiguous, .alsoCalled, .code, .zipCode, .notConfigured: .unknownArea
    case .notForParser, .noArea, .outsideCoverage: .unknownArea
    }
  }

  /// The status of a kind of failed transfer.
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

  /// The status of an answer without a forecast.
  private static func status(of error: ScrapingError) -> ExitStatus {
    switch error {
    case .unknownLayout, .interstitial, .unreadable, .missingField, .implausible, .otherPlace, .noRows: .data
    case .unsupported: .usage
    case .unknownArea, .unknownPlace, .outsideCoverage, .noTimeZone: .unknownArea
    case .unavailable, .refused, .rejected, .blocked: .unavailable
    }
  }
}

extension OutputError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unwritable(let reason): "standard output cannot be written: \(reason); send it elsewhere or make room"
    }
  }
}

extension ResourceError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noThreads:
      "the system gives the program no threads; raise the limit on processes (ulimit -u, or the container's pids limit), "
        + "or try again when less is running"
    case .tooFewFiles(let limit):
      "only \(limit) files may be open at once, which is too few for a forecast; allow 64 of them: ulimit -n 64"
    }
  }
}
