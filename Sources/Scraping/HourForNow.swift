public import Basics
public import Weather

extension CurrentConditions {
  /// The weather now as a forecast by hours has it: that of the hour or step under way, else of one that begins within an
  /// hour; nil where the hours are all further away. A step's values are of its beginning: after three hours they are no
  /// more those of now than an observation of that age.
  ///
  /// It was computed and not observed, so ``observed`` stays unknown.
  public init?(of hours: [HourForecast], at now: LocalTime) {
    let moment = now.secondsSince1970
    let under = hours.last {
      $0.time.secondsSince1970 <= moment && moment < min($0.end, $0.time.secondsSince1970 + 3 * 3600)
    }
    let next = hours.first { (moment...moment + 3600).contains($0.time.secondsSince1970) }
    guard let hour = under ?? next else { return nil }
    self.init(hour)
  }

  /// The values of an hour as those of now.
  public init(_ hour: HourForecast) {
    self.init()
    for (field, _) in hour.values.known where field.rows.contains(.current) {
      values.take(field, of: hour.values, as: field)
    }
  }
}
