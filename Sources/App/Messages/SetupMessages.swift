import Places
import Weather

/// What `weatherterm setup` says and asks, each phrase a whole sentence.
enum SetupMessages {
  static let welcome = "This asks for a place, units and a parser, shows the weather, and writes the configuration.\n"
  static let keeps = "Enter keeps what stands in brackets; Ctrl-D ends without a change."

  static func place(_ current: String?) -> String {
    "Your place: a town, or latitude,longitude\(current.map { " [\($0)]" } ?? "")"
  }
  static let placeNeeded = "A place is needed: type a town's name, such as oslo, or coordinates, such as 59.33,18.07."
  static func found(_ town: Town) -> String { "That is \(town.fullName)." }
  static func several(_ text: String) -> String { "\(text) may be one of these:" }
  static func unknown(_ text: String) -> String { "No town is called \(text). Similar names:" }
  static func notFound(_ text: String) -> String { "No town is called \(text), and none is similar." }
  static let choose = "A number, or another name"

  static func units(_ current: String) -> String { "Units: Celsius, Fahrenheit or automatic [\(current)]" }
  static let automatic = "automatic"
  static let unitsUnknown = "Type Celsius, Fahrenheit, or automatic for what your locale measures in."

  static func parser(_ current: String) -> String { "Parser: automatic, or the name of one [\(current)]" }
  static func parserUnknown(_ names: [String]) -> String {
    "There is no such parser. There are: \(names.joined(separator: ", "))."
  }

  static let preview = "\nThis is what weatherterm alone will show:\n"
  static func previewFailed(_ reason: String) -> String { "There is no preview: \(reason)" }
  static func write(_ path: String) -> String { "\nWrite \(path)? [yes]" }
  static func written(_ path: String) -> String {
    "Written to \(path). Now type weatherterm; weatherterm config shows every setting.\n"
  }
  static let unchanged = "Nothing has been changed.\n"

  static let areaComment = "What weatherterm alone shows: a town, coordinates, an area, or a name of places:."
  static let unitComment = "Celsius (°C, km/h, mm, hPa, km) or Fahrenheit (°F, mph, in, inHg, mi)."
  static let parserComment = "The parser, or several in a list; without it: \(DefaultChain.order)."
}

/// Why `setup` cannot be done.
enum SetupError: Error, Equatable {
  /// Standard input or output is not a terminal.
  case noTerminal(path: String)
  /// The changed text would not be a valid configuration.
  case notEditable(path: String)
  case notWritten(path: String, reason: String)
  /// There is no home folder to write to.
  case noFolder
}

extension SetupError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noTerminal(let path):
      "setup asks questions and needs a terminal: run it in one, or write \(path) yourself, beginning with area: oslo"
    case .notEditable(let path): "\(path) is written in a form that setup cannot change: edit it yourself"
    case .notWritten(let path, let reason):
      "\(path) cannot be written: \(reason); make room or give --config another file"
    case .noFolder: "there is no home folder to write a configuration to: set HOME, or name a file with --config"
    }
  }

  /// The status the program ends with.
  var status: ExitStatus {
    switch self {
    case .noTerminal, .noFolder: .usage
    case .notEditable: .configuration
    case .notWritten: .output
    }
  }
}
