public import Weather

/// What the user wishes of an output form, and what the place that it is shown in can do.
public struct RenderingOptions: Sendable {
  /// Which extra fields are shown, in this order.
  public var fields: [FieldGroup]
  /// Whether more than one report is to come, so that each says whose it is.
  public var severalReports: Bool
  /// Whether one of several sources may have answered, so that each report says which did.
  public var severalSources: Bool
  /// How many columns a line may have; nil where nothing limits it, as in a file or a pipe.
  public var width: Int?
  /// Whether a person looks at the output as it comes, and not a program.
  public var isTerminal: Bool
  /// Whether colours may be used.
  public var isColored: Bool
  /// Whether signs beyond ASCII can be shown.
  public var isUnicode: Bool
  /// The signs for conditions.
  public var icons: IconSet
  /// The locale of dates and weekdays (`LC_ALL`, `LC_TIME`, `LANG`), such as `sv_SE`; `en_US` for none.
  public var timeLocale: String
  /// The locale of numbers (`LC_ALL`, `LC_NUMERIC`, `LANG`); `en_US` for none.
  public var numberLocale: String
  /// The template of a form that takes one, or a preset's name.
  public var template: String?

  /// Wishes; wind and humidity, plain text without limit and in English unless said otherwise.
  public init(
    fields: [FieldGroup] = FieldGroup.standard, severalReports: Bool = false,
    severalSources: Bool = false, width: Int? = nil, isTerminal: Bool = true, isColored: Bool = false,
    isUnicode: Bool = true, icons: IconSet = .emoji,
    timeLocale: String = "en_US", numberLocale: String = "en_US", template: String? = nil
  ) {
    self.fields = fields
    self.severalReports = severalReports
    self.severalSources = severalSources
    self.width = width
    self.isTerminal = isTerminal
    self.isColored = isColored
    self.isUnicode = isUnicode
    self.icons = icons
    self.timeLocale = timeLocale
    self.numberLocale = numberLocale
    self.template = template
  }
}

extension RenderingOptions {
  /// Values in the user's locales, in what can be shown.
  var values: ValueText {
    ValueText(locale: LocaleText(time: timeLocale, number: numberLocale), isUnicode: isUnicode)
  }

  /// A text in what can be shown.
  func plain(_ text: String) -> String { isUnicode ? text : AsciiText.of(text) }
}
