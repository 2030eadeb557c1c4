public import Weather

/// An output form: takes reports, returns text, prints nothing. Files in `Sources/Output` are registered automatically.
///
/// A run calls ``text(of:)``, by default ``render(_:index:)`` for each report.
public protocol Renderer: Sendable {
  /// The registered name: the type's name in lower case without `Renderer`; the registry sets it.
  static var name: String { get }

  /// A short description for `--help`.
  static var summary: String { get }

  /// The names of the form's template presets; empty if it does not use templates.
  static var templates: [String] { get }

  /// The error in the options' template; nil if there is none.
  static func fault(in options: RenderingOptions) -> TemplateError?

  /// Creates a renderer with the user's options.
  init(options: RenderingOptions)

  /// Renders one report; `index` counts from 0.
  func render(_ report: Report, index: Int) -> String

  /// Renders the complete output.
  func text(of reports: [Report]) -> String

  /// Whether failed reports are rendered, in addition to the message on standard error.
  static var showsFailures: Bool { get }

  /// Whether each report is written immediately, which excludes text before the first and after the last.
  static var isStream: Bool { get }
}

extension Renderer {
  /// By default, forms do not use templates.
  public static var templates: [String] { [] }

  /// By default, forms do not use templates.
  public static func fault(in options: RenderingOptions) -> TemplateError? {
    options.template == nil ? nil : .takesNone(form: name, other: standardRenderer(takingTemplates: true).name)
  }

  /// By default, the reports in sequence.
  public func text(of reports: [Report]) -> String { reports.enumerated().map { render($1, index: $0) }.joined() }

  /// By default, they are not.
  public static var showsFailures: Bool { false }

  /// By default, it is not.
  public static var isStream: Bool { false }
}

/// The default form, `classic`, or the one that uses templates; if that is not built in, the first one.
public func standardRenderer(takingTemplates: Bool = false) -> any Renderer.Type {
  allRenderers[allRenderers.firstIndex { takingTemplates ? !$0.templates.isEmpty : $0.name == "classic" } ?? 0]
}
