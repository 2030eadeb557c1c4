public import Weather

/// An output form: reports in, text out, never a print. What is dropped into `Sources/Output` is registered.
///
/// A run calls ``text(of:)``, which is ``render(_:index:)`` for each report in turn unless the form says otherwise.
public protocol Renderer: Sendable {
  /// The registered name: the type's in lower case, less the ending `Renderer`; the registry states it.
  static var name: String { get }

  /// What the form is for, in a few words for `--help`.
  static var summary: String { get }

  /// The names of the templates that the form brings along; empty where it takes no template.
  static var templates: [String] { get }

  /// What is wrong with a template that the form is to use; nil where nothing is.
  static func fault(in options: RenderingOptions) -> TemplateError?

  /// A renderer with the user's options.
  init(options: RenderingOptions)

  /// One report; `index` counts from 0.
  func render(_ report: Report, index: Int) -> String

  /// The whole output.
  func text(of reports: [Report]) -> String

  /// Whether a report that failed is shown, beside its message on standard error.
  static var showsFailures: Bool { get }

  /// Whether each report is written as soon as it is there, with nothing before the first and nothing behind the last.
  static var isStream: Bool { get }
}

extension Renderer {
  /// A form takes no template, unless it says otherwise.
  public static var templates: [String] { [] }

  /// A form takes no template, unless it says otherwise.
  public static func fault(in options: RenderingOptions) -> TemplateError? {
    options.template == nil ? nil : .takesNone(form: name, other: standardRenderer(takingTemplates: true).name)
  }

  /// One report behind the other.
  public func text(of reports: [Report]) -> String { reports.enumerated().map { render($1, index: $0) }.joined() }

  /// Not shown, unless a form says otherwise.
  public static var showsFailures: Bool { false }

  /// All at once, unless a form says otherwise.
  public static var isStream: Bool { false }
}

/// The default form: `classic`, or the one that takes templates; the first of all where that one is not built in.
public func standardRenderer(takingTemplates: Bool = false) -> any Renderer.Type {
  allRenderers[allRenderers.firstIndex { takingTemplates ? !$0.templates.isEmpty : $0.name == "classic" } ?? 0]
}
