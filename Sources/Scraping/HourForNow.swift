public import Basics
public import Weather

extension CurrentConditions {
  /// Current conditions from hourly rows: the row under way, else one that starts within an hour; nil if there is
  /// neither. A row's values are those at its start, so they count as current for at most three hours.
  ///
  /// They are forecast and not observed, so ``observed`` stays unknown.
  public init?(of hours: [HourForecast], at now: LocalTime) {
    let moment = now.secondsSince1970
    let under = hours.last {
      $0.time.secondsSince1970 <= moment && moment < min($0.end, $0.time.secondsSince1970 + 3 * 3600)
    }
    let next = hours.first { (moment...moment + 3600).contains($0.time.secondsSince1970) }
    guard let hour = under ?? next else { return nil }
    self.init(hour)
  }

  /// The values of an hour as current conditions.
  public init(_ hour: HourForecast) {
    self.init()
    for (field, _) in hour.values.known where field.rows.contains(.current) {
      values.take(field, of: hour.values, as: field)
    }
  }
}
