/// What a template can do to a value: `{{round(current.temperature)}}`.
enum TemplateFilter: String, CaseIterable {
  /// A number without decimals.
  case round
  /// An arrow to where a wind blows, from its letters or its degrees.
  case arrow
  /// The sign for a source's words, or for a day, an hour or the current conditions.
  case icon
  /// The time of day of a moment, by the place's clock.
  case time
  /// The day and month of a moment or date.
  case date
  /// The day of the week of a moment or date.
  case weekday
  /// A list of numbers as bars.
  case sparkline
  /// The value as JSON.
  case json
  /// The text as Pango markup shows it.
  case pango
  /// The text as a format of tmux shows it.
  case tmux
  /// The text as polybar shows it.
  case polybar

  /// Filters that the sequences of Mustache bring along.
  static let ofLists = ["first", "last", "reversed", "count", "empty"]
  /// What can be asked inside a section that goes through a list: `{{^last()}}, {{/last()}}`.
  static let ofSections = ["first", "last", "index", "even", "odd"]
}
