public import Weather

/// What the user wishes of an output form.
public struct RenderingOptions: Sendable {
  /// Which extra fields are shown, in this order.
  public var fields: [ReportField]
  /// Whether more than one report is to come, so that each says whose it is.
  public var severalReports: Bool

  /// Wishes; wind and humidity unless said otherwise.
  public init(fields: [ReportField] = ReportField.standard, severalReports: Bool = false) {
    self.fields = fields
    self.severalReports = severalReports
  }
}
