/// The extra fields that a person may ask to see, as the command line names them.
public enum ReportField: String, CaseIterable, Sendable {
  case wind
  case humidity
  case feels
  case rain
  case uv
  case pressure
  case dewpoint
  case visibility
  case clouds
  case gust
  case sun

  /// What is shown unless the user says otherwise.
  public static let standard: [ReportField] = [.wind, .humidity]
}
