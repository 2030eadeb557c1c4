import Weather

/// Prose for a screen reader, and for people who like words: full sentences without signs, a line a thought.
struct SpeakRenderer: Renderer {
  /// What the form is for.
  static let summary = "sentences, to be read aloud"

  /// A place that failed is told of, too.
  static let showsFailures = true

  private let options: RenderingOptions

  init(options: RenderingOptions) { self.options = options }

  func render(_ report: Report, index: Int) -> String {
    let words = SpeakWords(options)
    var sentences =
      if report.failure != nil {
        [words.failure(of: report)]
      } else if report.showsNow {
        SpeakToday(report, words).lines
      } else {
        report.showsHours ? SpeakHours(report, words).lines : SpeakDays(report, words).lines
      }
    if report.source.stale { sentences.insert(words.age(of: report), at: min(1, sentences.count)) }
    let lines = sentences.map { options.isUnicode ? $0 : AsciiText.of($0) }
      .flatMap { line in options.width.map { DisplayWidth.wrapped(line, to: $0) } ?? [line] }
    return (index == 0 ? "" : "\n") + lines.map { $0 + "\n" }.joined()
  }
}
