import ArgumentParser

/// `weatherterm cache [clear]`, as help and completions show it; ``CacheRequest`` reads it.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "List the answers that are kept, or clear them away.",
    discussion: """
      weatherterm cache
      weatherterm cache clear

      Answers are kept in $XDG_CACHE_HOME/weatherterm (~/.cache/weatherterm) for as
      long as the sites allow, \(CacheList.size(CacheList.limit)) at most.
      """)

  @Argument(
    help: ArgumentHelp("'clear' takes all of them away.", valueName: "clear"), completion: .list(["clear"]))
  var words: [String] = []
}
