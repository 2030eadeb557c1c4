/// `weatherterm cache [clear]`, understood.
enum CacheRequest: Equatable {
  /// What is there, and how large it is.
  case list
  /// All of it is to go.
  case clear

  /// Reads the arguments behind the program's name; nil where they ask for something else.
  init?(_ arguments: [String]) throws(UsageError) {
    guard arguments.first == "cache", !arguments.contains("-h"), !arguments.contains("--help") else { return nil }
    switch arguments.dropFirst() {
    case []: self = .list
    case ["clear"]: self = .clear
    case let words: throw .unknownCacheWord(words.first { $0 != "clear" } ?? "clear")
    }
  }
}
