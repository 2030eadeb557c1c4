internal import Display
import Weather

/// Prose for a screen reader, and for people who like words: full sentences without signs, a line a thought.
struct SpeakRenderer: Renderer {
  /// What the form is for.
  static let summary = "sentences, to be read aloud"

  private let options: RenderingOptions

  init(options: RenderingOptions) { self.options = options }

  func render(_ report: Report, index: Int) -> String {
    let words = SpeakWords(options)
    let sentences =
      switch report.kind {
      case .today: SpeakToday(report, words).lines
      case .fiveDays, .tenDays, .weekend: SpeakDays(report, words).lines
      case .hourly: SpeakHours(report, words).lines
      }
    let lines = sentences.map { options.isUnicode ? $0 : AsciiText.of($0) }
      .flatMap { line in options.width.map { DisplayWidth.wrapped(line, to: $0) } ?? [line] }
    return (index == 0 ? "" : "\n") + lines.map { $0 + "\n" }.joined()
  }
}
