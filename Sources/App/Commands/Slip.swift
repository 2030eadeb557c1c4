import Basics
import Parsers
import Places
import Weather

/// Usual slips of the first minute, by people who know other programs: each has a sentence with the command that was
/// meant.
enum Slip {
  /// The program's name, to begin a command with.
  private static let program = "weatherterm"

  /// Options of other programs that name a place.
  private static let placeOptions: Set = [
    "--city", "--location", "--loc", "--place", "--town", "--where", "--address", "--query", "--zip", "--area", "-l",
    "-c", "-L",
  ]
  /// What other programs call a forecast, and ours.
  private static let forecasts: [String: String] = [
    "today": "-td", "now": "-td", "current": "-td", "tonight": "--hourly", "tomorrow": "-5d", "week": "-10d",
    "weekly": "-10d", "daily": "-10d", "forecast": "-5d", "hourly": "--hourly", "hours": "--hourly",
    "weekend": "-w",
  ]
  /// What other programs call a command, and ours.
  private static let commands: [String: String] = [
    "list": "parsers", "sites": "parsers", "sources": "parsers", "providers": "parsers", "search": "places",
    "find": "places", "configure": "setup", "init": "setup", "settings": "config", "version": "--version",
    "completions": "--generate-completion-script bash", "completion": "--generate-completion-script bash",
  ]
  private static let fillers: Set = ["in", "for", "at", "weather"]

  /// The error for the words of a short form that are not a place; nil if they may be one.
  ///
  /// - Parameters:
  /// - words: the words behind the options.
  /// - arguments: all arguments.
  /// - parsers: the names of parsers.
  /// - commands: the names of subcommands.
  static func error(
    in words: [String], _ arguments: [String], parsers: [String], commands names: [String]
  ) -> UsageError? {
    guard let first = words.first, let last = words.last else { return nil }
    let text = words.joined(separator: " ")
    /// The command with other words for the place.
    func command(_ place: some Sequence<String>, _ options: String...) -> String {
      let kept = arguments.filter { !words.contains($0) && $0 != "--" }
      return ([program] + options + place.map(quoted) + kept.map(quoted)).joined(separator: " ")
    }
    if let address = place(inAddress: text) {
      let code = address.isCode ? ["-p WeatherCom"] : []
      return .slip(
        "\(text) is an address and not a place",
        command: ([program] + code + [quoted(address.place)]).joined(separator: " "))
    }
    if let parser = parsers.first(where: { $0.lowercased() == first.lowercased() }) {
      if arguments.contains(where: { ["-p", "--parser"].contains($0) }) { return .unexpectedArgument(first) }
      return .slip(
        "\(first) is a parser and not a place",
        command: command(words.count > 1 ? Array(words.dropFirst()) : ["PLACE"], "-p", parser))
    }
    if fillers.contains(first.lowercased()), words.count > 1 {
      return isTown(text) ? nil : .slip("a place needs no word before it", command: command(words.dropFirst()))
    }
    for (word, rest) in [(last, Array(words.dropLast())), (first, Array(words.dropFirst()))] {
      guard let option = forecasts[word.lowercased()], !isTown(text) else { continue }
      let place = rest.isEmpty ? ["PLACE"] : rest.filter { !fillers.contains($0.lowercased()) }
      let said = word.lowercased() == "tomorrow" ? " (its second day is tomorrow)" : ""
      return .slip("\(word) is a forecast and not a place\(said)", command: command(place) + " \(option)")
    }
    let wanted = commands[first.lowercased()] ?? Suggestion(for: first, among: names).nearest
    if let wanted, first.count > 3, !isTown(text), !isTown(first) {
      let rest = wanted.hasPrefix("-") ? [] : words.dropFirst()
      return .slip(
        "there is no command \(first)", command: ([program, wanted] + rest.map(quoted)).joined(separator: " "))
    }
    return nil
  }

  /// The error for an unknown option that was meant to name a place or a forecast; nil for any other.
  static func error(forOption option: String, _ arguments: [String], known: [String]) -> UsageError? {
    guard let index = arguments.firstIndex(of: option) else { return nil }
    let (name, value) = split(option)
    let others = arguments[..<index].filter { !$0.hasPrefix("-") }
    if placeOptions.contains(name) {
      let next = index + 1 < arguments.count && !arguments[index + 1].hasPrefix("-") ? arguments[index + 1] : nil
      var rest = arguments
      rest.removeSubrange(index...(value == nil && next != nil ? index + 1 : index))
      let place = value ?? next ?? "PLACE"
      return .slip(
        "there is no option \(name), a place is typed alone",
        command: ([program, quoted(place)] + rest.map(quoted)).joined(separator: " "))
    }
    // Only for the short form: the strict one lists all options.
    guard !others.isEmpty, !arguments.contains(where: { ["-p", "-a", "--parser", "--areacode"].contains($0) }),
      value == nil
    else { return nil }
    let names = known.flatMap { $0.split(separator: "/").map(String.init) }
    guard let nearest = Suggestion(for: name, among: names).nearest else { return nil }
    var mended = arguments
    mended[index] = nearest
    return .slip(
      "there is no option \(name)", command: ([program] + mended.map(quoted)).joined(separator: " "))
  }

  /// `--city=oslo` in two.
  private static func split(_ option: String) -> (name: String, value: String?) {
    let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
    return (parts.first ?? option, parts.count > 1 ? parts[1] : nil)
  }

  /// The place in an address of wttr.in, or the code in one of weather.com; nil if the text is neither.
  private static func place(inAddress text: String) -> (place: String, isCode: Bool)? {
    var rest = text[...]
    for start in ["curl ", "https://", "http://", "www."] where rest.lowercased().hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    let parts = rest.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
    guard let host = parts.first?.lowercased(), parts.count > 1 || rest != text[...] || host == "wttr.in" else {
      return nil
    }
    switch host {
    case "wttr.in", "v2.wttr.in", "wttr.com":
      let place = parts.dropFirst().first.map { $0.replacing("+", with: " ").replacing("%20", with: " ") }
      return (place ?? "PLACE", false)
    case "weather.com":
      // `/weather/today/l/SWXX2372:1:SW`, with or without a language before it.
      guard let index = parts.firstIndex(of: "l"), index + 1 < parts.count else { return ("PLACE", true) }
      return (parts[index + 1], true)
    default: return text.contains("://") ? ("PLACE", false) : nil
    }
  }

  /// True if there are towns of this name.
  private static func isTown(_ text: String) -> Bool {
    switch Gazetteer().search(text) {
    case .one, .several, .alsoCalled: true
    case .code, .none: false
    }
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_.,:/=+%@".contains($0) }
    return isPlain && !word.isEmpty ? word : "\"\(word)\""
  }
}
