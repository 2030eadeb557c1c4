public import Weather

/// An output form: reports in, text out, never a print. What is dropped into `Sources/Output` is registered.
///
/// A run calls ``text(of:)``, which is ``opening()``, then ``render(_:index:)`` for each report in turn, then
/// ``closing()``, unless a form has to see all reports at once.
public protocol Renderer: Sendable {
  /// The registered name: the type's in lower case, less the ending `Renderer`; the registry states it.
  static var name: String { get }

  /// What the form is for, in a few words for `--help`.
  static var summary: String { get }

  /// What is wrong with a template that the form is to use, in a sentence that says what to do; nil where nothing is.
  static func fault(in options: RenderingOptions) -> String?

  /// A renderer that does as the user wishes.
  init(options: RenderingOptions)

  /// What stands before the first report.
  func opening() -> String

  /// One report; `index` counts from 0.
  func render(_ report: Report, index: Int) -> String

  /// What stands behind the last report.
  func closing() -> String

  /// The whole output.
  func text(of reports: [Report]) -> String

  /// Whether a report that failed is shown, beside its message on standard error.
  static var showsFailures: Bool { get }

  /// Whether each report is written as soon as it is there, with nothing before the first and nothing behind the last.
  static var isStream: Bool { get }
}

extension Renderer {
  /// A form takes no template, unless it says otherwise.
  public static func fault(in options: RenderingOptions) -> String? {
    options.template == nil ? nil : "the output form \(name) takes no template: give --format with -o line"
  }

  /// Nothing.
  public func opening() -> String { "" }

  /// Nothing.
  public func closing() -> String { "" }

  /// One report behind the other, between opening and closing.
  public func text(of reports: [Report]) -> String {
    opening() + reports.enumerated().map { render($1, index: $0) }.joined() + closing()
  }

  /// Not shown, unless a form says otherwise.
  public static var showsFailures: Bool { false }

  /// All at once, unless a form says otherwise.
  public static var isStream: Bool { false }
}
