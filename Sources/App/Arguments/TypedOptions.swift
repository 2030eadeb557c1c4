import Web

/// The options of the command line as they are typed: nothing of their values is understood yet (``Wishes``).
struct TypedOptions: Equatable {
  /// An option, and what stands behind it.
  private struct Entry: Equatable {
    let option: ProgramOption
    let value: String?
  }

  private var entries: [Entry] = []

  /// The options whose values are names of files, which need not be UTF-8.
  private static let files: Set<ProgramOption> = [.areas, .config, .record, .replay]

  /// Adds an option; `value` is nil for one that stands alone.
  mutating func add(_ option: ProgramOption, _ value: String?) {
    let isFile = Self.files.contains(option)
    entries.append(Entry(option: option, value: isFile ? value : value.map { PathText.repaired($0) }))
  }

  /// Whether nothing is typed but these.
  func isEmpty(but options: Set<ProgramOption>) -> Bool { entries.allSatisfy { options.contains($0.option) } }

  /// The last option typed.
  var last: ProgramOption? { entries.last?.option }

  /// Whether an option is typed.
  func contains(_ option: ProgramOption) -> Bool { entries.contains { $0.option == option } }

  /// All values of an option, in the order in which they are typed.
  func values(_ option: ProgramOption) -> [String] { entries.filter { $0.option == option }.compactMap { $0.value } }

  /// The value of an option; nil where it is not typed.
  func value(_ option: ProgramOption) -> String? { entries.first { $0.option == option }?.value }
}
