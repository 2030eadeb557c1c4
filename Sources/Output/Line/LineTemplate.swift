import Mustache
import Weather

/// A Mustache template over the keys of the JSON output; each report is its own root.
struct LineTemplate: Sendable {
  /// True if a program parses the text, so that it must not be truncated.
  let isForPrograms: Bool

  private let template: MustacheTemplate

  /// Maximum template size in bytes, which also limits the parser's recursion.
  private static let limit = 16_384

  /// By default Mustache escapes for HTML; this selects plain text.
  private static let contentType = "{{% CONTENT_TYPE:TEXT}}"

  /// Parses a template or looks up a preset; throws for a template that would not work as intended.
  init(_ text: String) throws(TemplateError) {
    let preset = LinePreset(rawValue: text.lowercased())
    isForPrograms = preset?.isJSON ?? false
    if text.utf8.count > Self.limit { throw .tooLong(limit: Self.limit) }
    if preset == nil { try TemplateCheck.check(text) }
    do {
      template = try MustacheTemplate(string: Self.contentType + (preset?.template ?? text))
    } catch {
      let error = error as? MustacheTemplate.ParserError
      let line = error?.context.lineNumber ?? 1
      let column = (error?.context.columnNumber ?? 1) - (line == 1 ? Self.contentType.count : 0)
      throw .malformed(line: line, column: max(1, column), reason: Self.reason(error?.error))
    }
  }

  func text(of report: Report, _ options: RenderingOptions) -> String {
    let filters = TemplateFilters(report, options)
    return template.render(
      TemplateValue(value: .object(TemplateKeys.pairs(report, options)), filters: filters, isRoot: true))
  }

  private static func reason(_ error: (any Error)?) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "close each section with the name that it began with, such as {{#days}}…{{/days}}"
    case .unfinishedName: "end the tag with }} and have only letters, digits, dots and filter(…) in it"
    case .expectedSectionEnd: "close each section that is begun, such as {{#days}}…{{/days}}"
    case .invalidSetDelimiter: "write other delimiters as {{=<% %>=}}"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "leave out the tag that begins with {{%"
    case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection, .textInsideInheritSection:
      "leave out the tags that begin with {{< or {{$"
    case nil: "end each tag with }}"
    }
  }
}

/// Templates for programs that show a status line.
enum LinePreset: String, CaseIterable {
  case waybar, tmux, polybar, i3bar

  var template: String {
    switch self {
    // A custom module with `return-type: json`; its text is Pango markup (waybar-custom(5)).
    case .waybar: #"{"text": {{json(pango(line))}}, "tooltip": {{json(pango(tooltip))}}, "class": {{json(class)}}}"#
    // A status line, in which `#` starts a format (tmux(1), FORMATS).
    case .tmux: "{{tmux(line)}}"
    // A module of type custom/script, in which `%{` starts a tag.
    case .polybar: "{{polybar(line)}}"
    // A block of the i3bar protocol (i3wm.org/docs/i3bar-protocol.html), as i3blocks accepts with `format=json`; the
    // status command adds the header and the endless array (docs/templates.md).
    case .i3bar:
      #"{"name": "weatherterm", "instance": {{json(place.query)}}, "full_text": {{json(line)}}, "#
        + #""short_text": {{json(short)}}, "markup": "none"}"#
    }
  }

  /// True if the text is JSON.
  var isJSON: Bool { self == .waybar || self == .i3bar }
}
