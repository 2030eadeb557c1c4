import ArgumentParser
import Basics
import Weather
import Web

/// `weatherterm cache [clear]`: the answers that are kept.
struct CacheCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "List the answers that are kept, or clear them away.",
    discussion: """
      weatherterm cache
      weatherterm cache clear

      Answers are kept in $XDG_CACHE_HOME/weatherterm (~/.cache/weatherterm) for as
      long as the sites allow, \(ByteText.of(Cache.limit)) at most.
      """)

  enum Action: String, CaseIterable, ExpressibleByArgument { case clear }

  @Argument(help: ArgumentHelp("'clear' takes all of them away.", valueName: "clear")) var action: Action?

  func text(environment: [String: String]) throws -> String {
    let cache = CacheSettings.folder(environment).map { Cache(path: $0) }
    return action == .clear ? try Self.cleared(cache) : Self.list(cache, now: .now())
  }

  /// `now` is the moment that ages are counted to.
  private static func list(_ cache: Cache?, now: LocalTime) -> String {
    guard let cache else {
      return "nothing is kept: neither XDG_CACHE_HOME nor HOME names a folder\n"
    }
    let contents = cache.contents()
    let head = TextTable.text([
      ["folder", PlainText.of(cache.path)], ["answers", String(contents.answers.count)],
      ["size", "\(ByteText.of(contents.size)) of \(ByteText.of(Cache.limit))"],
    ])
    if contents.answers.isEmpty { return head }
    let rows = contents.answers.prefix(20).map { answer in
      [
        Age(seconds: now.secondsSince1970 - answer.received).description, ByteText.of(answer.size),
        PlainText.of(UserInfo.removed(from: answer.url)),
      ]
    }
    let more = contents.answers.count - rows.count
    return head + "\n" + TextTable.text([["AGE", "SIZE", "ADDRESS"]] + rows) + (more > 0 ? "and \(more) more\n" : "")
  }

  private static func cleared(_ cache: Cache?) throws(TransferError) -> String {
    guard let (files, bytes) = try cache?.clear(), files > 0 else { return "nothing was kept\n" }
    return "cleared \(files == 1 ? "one file" : "\(files) files"), \(ByteText.of(bytes))\n"
  }
}
