public import Weather

/// The options of an output form, and what the terminal can show.
public struct RenderingOptions: Sendable {
  /// Which extra fields are shown, in this order.
  public var fields: [FieldGroup]
  /// Whether more than one report is to come, so that each says whose it is.
  public var severalReports: Bool
  /// Whether one of several sources may have answered, so that each report says which did.
  public var severalSources: Bool
  /// The most columns of a line; nil without a limit, as in a file or a pipe.
  public var width: Int?
  /// Whether the output goes to a terminal.
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

  /// Options; by default wind and humidity, plain English text of any width.
  public init(
    fields: [FieldGroup] = FieldGroup.standard, severalReports: Bool = false,
    severalSources: Bool = false, width: Int? = nil, isTerminal: Bool = true, isColored: Bool = false,
    isUnicode: Bool = true, icons: IconSet = .emoji,
    timeLocale: String = "en_US", numberLocale: String = "en_US", template: String? = nil
  ) {
    (self.fields, self.severalReports, self.severalSources) = (fields, severalReports, severalSources)
    (self.width, self.isTerminal, self.isColored, self.isUnicode) = (width, isTerminal, isColored, isUnicode)
    (self.icons, self.timeLocale, self.numberLocale, self.template) = (icons, timeLocale, numberLocale, template)
  }
}

extension RenderingOptions {
  /// Values in the user's locales, in the characters that can be shown.
  var values: ValueText {
    ValueText(locale: LocaleText(time: timeLocale, number: numberLocale), isUnicode: isUnicode)
  }

  /// A text in the characters that can be shown.
  func plain(_ text: String) -> String { isUnicode ? text : AsciiText.of(text) }
}
