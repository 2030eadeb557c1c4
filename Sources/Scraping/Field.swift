/// What a ladder can be asked for; the names are those of the json contract.
public enum Field: String, CaseIterable, Sendable {
  case observed
  case temperature
  case feelsLike
  case high
  case low
  case description
  case precipitationChance
  case precipitation
  case windSpeed
  case windGust
  case windDirection
  case windDegrees
  case humidity
  case dewPoint
  case pressure
  case visibility
  case uvIndex
  case cloudCover
  case sunrise
  case sunset
}
