public import Weather

/// Options of an output form, including the terminal's capabilities.
public struct RenderingOptions: Sendable {
  /// The extra fields to show, in this order.
  public var fields: [FieldGroup]
  /// True if there is more than one report, so that each needs its place's name.
  public var severalReports: Bool
  /// True if several sources were possible, so that each report names its source.
  public var severalSources: Bool
  /// Maximum line width in columns; nil for no limit, as in a file or pipe.
  public var width: Int?
  /// True if the output is a terminal.
  public var isTerminal: Bool
  /// True if colours may be used.
  public var isColored: Bool
  /// True if non-ASCII characters can be displayed.
  public var isUnicode: Bool
  /// The icon set.
  public var icons: IconSet
  /// The locale of dates (`LC_ALL`, `LC_TIME`, `LANG`), such as `sv_SE`; `en_US` by default.
  public var timeLocale: String
  /// The locale of numbers (`LC_ALL`, `LC_NUMERIC`, `LANG`); `en_US` by default.
  public var numberLocale: String
  /// The texts in the user's language.
  public var phrases: Phrases
  /// A template, or a preset's name.
  public var template: String?

  /// Creates options; by default wind and humidity as plain English text of unlimited width.
  public init(
    fields: [FieldGroup] = FieldGroup.standard, severalReports: Bool = false,
    severalSources: Bool = false, width: Int? = nil, isTerminal: Bool = true, isColored: Bool = false,
    isUnicode: Bool = true, icons: IconSet = .emoji,
    timeLocale: String = "en_US", numberLocale: String = "en_US", language: String = "en", template: String? = nil
  ) {
    (self.fields, self.severalReports, self.severalSources) = (fields, severalReports, severalSources)
    (self.width, self.isTerminal, self.isColored, self.isUnicode) = (width, isTerminal, isColored, isUnicode)
    phrases = Phrases(language: language)
    (self.icons, self.timeLocale, self.numberLocale, self.template) = (icons, timeLocale, numberLocale, template)
  }
}

extension RenderingOptions {
  /// Values in the user's locales and displayable characters.
  var values: ValueText {
    var values = documentValues
    values.isUnicode = isUnicode
    if !isUnicode { values.phrases = phrases.inASCII }
    return values
  }

  /// Values for a document, which has all characters whatever the terminal displays.
  var documentValues: ValueText {
    ValueText(locale: LocaleText(time: timeLocale, number: numberLocale), phrases: phrases)
  }

  /// A text converted to displayable characters.
  func plain(_ text: String) -> String { isUnicode ? text : AsciiText.of(text) }
}
