import Weather

/// Prose for screen readers: full sentences without symbols, one topic per line.
struct SpeakRenderer: Renderer {
  static let summary = "sentences, to be read aloud"
  static let showsFailures = true

  private let options: RenderingOptions

  init(options: RenderingOptions) { self.options = options }

  func render(_ report: Report, index: Int) -> String {
    // The standard fields are included in the sentences anyway.
    let asked = options.fields == FieldGroup.standard ? [] : options.fields.flatMap { $0.fields }
    let lines = SpeakReport(report: report, words: SpeakWords(values: options.values), asked: asked).lines
      .map { options.plain($0) }.flatMap { line in options.width.map { DisplayWidth.wrapped(line, to: $0) } ?? [line] }
    return (index == 0 ? "" : "\n") + lines.map { $0 + "\n" }.joined()
  }
}
