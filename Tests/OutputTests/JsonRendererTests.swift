import Basics
import Testing
import Weather

@testable import Output

struct JsonRendererTests {
  private func text(_ reports: [Report]) throws -> String { try JsonRenderer.text(reports) }

  @Test func aReportHasEveryKeyInTheOrderOfTheContract() throws {
    var now = CurrentConditions()
    now.temperature = Temperature(92, .fahrenheit)
    now.description = "Sunny \"hot\""
    now.wind = Wind(speed: Speed(17, .milesPerHour), degrees: 180)
    now.pressure = Pressure(29.89, .inchesOfMercury)
    var day = SampleReport.day("2016-07-07", high: 97, low: 77, "Sunny")
    day.sunrise = LocalTime("2016-07-07T06:24:00-05:00")
    var hour = HourForecast(time: try #require(LocalTime("2021-04-25T15:00:00+02:00")))
    hour.hours = 6
    hour.precipitationChance = 0
    let units = ReportUnits(.fahrenheit, .milesPerHour, .inchesOfMercury)
    let report = SampleReport.report(.today, units: units, current: now, days: [day], hours: [hour])
    #expect(
      try text([report]) == """
        {
          "schema": "weatherterm/forecast/1",
          "reports": [
            {
              "source": {
                "parser": "WeatherCom",
                "name": "The Weather Channel",
                "url": "https://weather.com/weather/today/l/SWXX2372",
                "fetched": "2021-04-25T15:07:00+02:00",
                "attribution": "weather.com",
                "age": 0,
                "stale": false,
                "repaired": false
              },
              "place": {
                "query": "SWXX2372",
                "name": "Stockholm, Sweden",
                "latitude": null,
                "longitude": null,
                "timeZone": null
              },
              "units": {
                "temperature": "F",
                "speed": "mph",
                "pressure": "inHg",
                "distance": null,
                "precipitation": null
              },
              "current": {
                "observed": null,
                "temperature": 92,
                "feelsLike": null,
                "description": "Sunny \\"hot\\"",
                "humidity": null,
                "windSpeed": 17,
                "windGust": null,
                "windDirection": "S",
                "windDegrees": 180,
                "dewPoint": null,
                "pressure": 29.89,
                "visibility": null,
                "uvIndex": null,
                "cloudCover": null
              },
              "days": [
                {
                  "date": "2016-07-07",
                  "from": null,
                  "high": 97,
                  "low": 77,
                  "description": "Sunny",
                  "precipitationChance": null,
                  "precipitation": null,
                  "windSpeed": null,
                  "windGust": null,
                  "windDirection": null,
                  "windDegrees": null,
                  "humidity": null,
                  "uvIndex": null,
                  "cloudCover": null,
                  "sunrise": "2016-07-07T06:24:00-05:00",
                  "sunset": null
                }
              ],
              "hours": [
                {
                  "time": "2021-04-25T15:00:00+02:00",
                  "hours": 6,
                  "temperature": null,
                  "feelsLike": null,
                  "description": null,
                  "precipitationChance": 0,
                  "precipitation": null,
                  "windSpeed": null,
                  "windGust": null,
                  "windDirection": null,
                  "windDegrees": null,
                  "humidity": null,
                  "dewPoint": null,
                  "pressure": null,
                  "visibility": null,
                  "cloudCover": null,
                  "uvIndex": null
                }
              ],
              "error": null
            }
          ]
        }

        """)
  }

  @Test func aFailedPlaceHasItsErrorAndNothingElse() throws {
    let failure = ReportFailure(status: 69, message: "the site refuses programs")
    let failed = SampleReport.report(
      .today, units: .metric, current: CurrentConditions(),
      days: [SampleReport.day("2021-04-25", high: 1, low: 0, "x")],
      failure: failure)
    let text = try text([SampleReport.report(.today), failed])
    #expect(JsonRenderer.showsFailures)
    #expect(text.contains("\"error\": null\n    },\n    {\n"))
    #expect(
      text.hasSuffix(
        """
              "current": null,
              "days": [],
              "hours": [],
              "error": {
                "status": 69,
                "message": "the site refuses programs"
              }
            }
          ]
        }

        """))
    #expect(!text.contains("km/h"))
  }

  @Test func noReportsAreAnEmptyList() throws {
    #expect(try text([]) == "{\n  \"schema\": \"weatherterm/forecast/1\",\n  \"reports\": [\n  ]\n}\n")
  }
}
