import Basics
import Scraping
import Testing
import Weather

/// The keys of sections and selectors, each in a file as a user writes it.
struct SiteFileRowsTests {
  // MARK: - Steps

  @Test func stepsOfASelector() async throws {
    let site = try WrittenSite(
      as: "json",
      """
      tables: {skies: {1: Sunny, b: Rain}}
      days:
        rows: $.days[*]
        date: d
        units: {temperature: [$.u.none, $.u.t], speed: unit.speed, precipitation: mm}
        high: {at: t, missing: [NA, -99], drop: "^about ", match: "([0-9]+)( or so)?$"}
        low: [{at: l, missing: 0}, {at: other, unit: F, times: 10, decimals: 0}]
        description: {at: w, words: skies}
        precipitation: {at: r, times: 0.1}
        windSpeed: wind.value
        humidity: h
      """)
    let answer = #"""
      {"u": {"t": "C"}, "unit": {"speed": "kn"}, "days": [
      {"d": "2026-11-21", "t": "about 12", "l": 3, "w": 1, "r": 5, "wind": {"value": 7}, "unit": {"speed": "km/h"}, "h": "53%"},
      {"d": "2026-11-22", "t": "NA", "l": 0, "other": 4.04, "w": "b", "r": "--", "h": null},
      {"d": "2026-11-23", "t": -99, "w": 9}]}
      """#
    let days = try await site.forecast(answer: answer).days
    #expect(days.map { $0.high?.value } == [12, nil, nil])
    #expect(days.map(\.low) == [Temperature(3, .celsius), Temperature(40, .fahrenheit), nil])
    #expect(days.map(\.description) == ["Sunny", "Rain", nil])
    #expect(days[0].precipitation == Precipitation(0.5, .millimeters))
    #expect(days[0].wind.speed == Speed(7, .kilometersPerHour))
    #expect(days.map(\.humidity) == [53, nil, nil])
  }

  @Test(arguments: ["wmo", "met", "smhi"])
  func tablesThatAreBuiltIn(table: String) async throws {
    let site = try WrittenSite(
      as: "json", "days: {rows: '$[*]', date: d, units: C, high: t, description: {at: w, words: \(table)}}\n")
    let code = table == "met" ? "\"cloudy\"" : "3"
    let day = try await site.forecast(answer: "[{\"d\": \"2026-11-21\", \"t\": 1, \"w\": \(code)}]").days.first
    #expect(day?.description != nil)
  }

  @Test func sentencesSayHighsLowsAndChances() async throws {
    let site = try WrittenSite(
      as: "html",
      """
      halves:
        rows: //li
        date: {at: b, format: label}
        units: F
        high: {at: p, sentence: high}
        low: {at: p, sentence: low}
        precipitationChance: {at: p, sentence: chance}
        description: {at: p, sentence: words}
        wind: p
      """)
    let page = """
      <html><body><ul><li><b>Today</b><p>Showers likely. Cloudy, with a high near 51. South wind 5 to 10 mph. Chance of
      precipitation is 60%.</p></li><li><b>Tonight</b><p>Clear, with a low around -3. Calm wind.</p></li></ul></body></html>
      """
    let day = try #require(try await site.forecast(zone: "America/Chicago", answer: page).days.first)
    #expect(day.high == Temperature(51, .fahrenheit))
    #expect(day.low == Temperature(-3, .fahrenheit))
    #expect(day.precipitationChance == 60)
    #expect(day.description == "Showers likely. Cloudy")
    #expect(day.wind.speed == Speed(10, .milesPerHour) && day.wind.direction == .south)
  }

  // MARK: - Units

  @Test(
    arguments: [
      ("units: '@u'", "<t u='F'>41</t>"), ("units: ../@u", "<t>41</t>"),
      ("units: {temperature: //note}", "<t>41</t>"), ("units: {temperature: [//nothing, F]}", "<t>41</t>"),
      ("high: {at: t, unit: '@u'}", "<t u='degF'>41</t>"), ("high: {at: t, unit: F}", "<t>41</t>"),
      ("high: {at: t, unit: //note}", "<t>41</t>"), ("units: C", "<t>41 °F</t>"),
    ])
  func whereUnitsStandInMarkup(line: String, element: String) async throws {
    let field = line.hasPrefix("high") ? line : "high: t\n  \(line)"
    let site = try WrittenSite(as: "xml", "days:\n  rows: //day\n  date: '@d'\n  \(field)\n")
    let answer = "<r><note>All in °F</note><day d='2026-11-21' u='F'>\(element)</day></r>"
    #expect(try await site.forecast(answer: answer).days.first?.high == Temperature(41, .fahrenheit))
  }

  @Test func depthsMayBeInMeters() async throws {
    let site = try WrittenSite(
      as: "json",
      "days: {rows: '$[*]', date: d, units: {temperature: C, precipitation: u}, high: t, precipitation: r}\n")
    let answer = #"[{"d": "2026-11-21", "t": 1, "r": 0.012, "u": "m"}]"#
    #expect(try await site.forecast(answer: answer).days.first?.precipitation == Precipitation(12, .millimeters))
  }

  // MARK: - Times

  @Test(
    arguments: [
      ("zone: Europe/Berlin", "2026-11-21T15:00"), ("zone: '+01:00'", "2026-11-21T15:00"),
      ("zone: UTC", "2026-11-21T14:00"), ("zone: place", "2026-11-21T15:00"), ("zone: $.offset", "2026-11-21T16:00"),
      ("zone: $.name", "2026-11-21T09:00"), ("zone: [$.none, $.text]", "2026-11-21T19:30"), ("", "2026-11-21T15:00"),
      ("", "2026-11-21T14:00:00Z"), ("", "1795269600"), ("", "1795269600000"), ("", "2026-11-21 15:00:00"),
    ])
  func zonesOfTimes(zone: String, text: String) async throws {
    let site = try WrittenSite(
      as: "json",
      """
      place: {timeZone: $.place}
      hours:
        rows: $.rows[*]
        time: t
        units: C
        temperature: c
        \(zone)
      """)
    let time = text.allSatisfy(\.isNumber) ? text : "\"\(text)\""
    let answer = #"""
      {"place": "Europe/Berlin", "offset": 7200, "name": "America/New_York", "text": "+05:30", "rows": [{"t": \#(time), "c": 1}]}
      """#
    let hours = try await site.forecast(.hourly, answer: answer).hours
    #expect(hours.map { "\($0.time)" } == ["2026-11-21T15:00:00+01:00"])
  }

  @Test(arguments: ["timeZone: Asia/Hong_Kong", "timeZone: '+08:00'", "timeZone: [$.none, Asia/Hong_Kong]"])
  func aPlaceMayHaveOneZoneAlone(line: String) async throws {
    let site = try WrittenSite(
      as: "json", "place: {\(line)}\nhours: {rows: '$[*]', time: t, units: C, temperature: c}\n")
    let hours = try await site.forecast(.hourly, answer: #"[{"t": "2026-11-21T18:00", "c": 1}]"#).hours
    #expect(hours.map { "\($0.time)" } == ["2026-11-21T18:00:00+08:00"])
  }

  @Test(
    arguments: [
      ("yyyyMMddHHmmss", "20261121150000"), ("d MMM yyyy h:mm a", "Sat, 21 Nov 2026  3:00 pm"),
      ("EEE d MMM H:mm", "Sat 21 Nov 15:00"), ("MMMM d, h a", "November 21, 3 PM"),
      ("dd.MM.yyyy', 'HH'h'", "21.11.2026, 15h"), ("M/d HH:mm:ss", "11/21 15:00:00"),
      ("EEEE d.M. H:mm", "Saturday 21.11. 15:00"),
    ])
  func lettersOfDates(format: String, text: String) async throws {
    let site = try WrittenSite(
      as: "json",
      """
      hours:
        rows: $[*]
        time: {at: t, zone: Europe/Berlin, format: "\(format)"}
        units: C
        temperature: c
      """)
    let hours = try await site.forecast(
      .hourly, zone: "Europe/Berlin", answer: "[{\"t\": \"\(text)\", \"c\": 1}]"
    ).hours
    #expect(hours.map { "\($0.time)" } == ["2026-11-21T15:00:00+01:00"])
  }

  @Test(arguments: [("GMT", "15:00"), ("+0100", "14:00"), ("-05:30", "20:30"), ("Z", "15:00"), ("CET", "14:00")])
  func zonesMayStandBehindADate(zone: String, clock: String) async throws {
    let site = try WrittenSite(
      as: "json",
      """
      hours: {rows: '$[*]', time: {at: t, format: "EEE, d MMM yyyy HH:mm:ss Z"}, units: C, temperature: c}
      """)
    let answer = "[{\"t\": \"Sat, 21 Nov 2026 15:00:00 \(zone)\", \"c\": 1}]"
    let hours = try await site.forecast(.hourly, zone: "UTC", answer: answer).hours
    #expect(hours.map { "\($0.time)" } == ["2026-11-21T\(clock):00+00:00"])
    await #expect(throws: ScrapingError.self) {
      try await site.forecast(.hourly, zone: "UTC", answer: answer.replacing(zone, with: "XYZ"))
    }
  }

  @Test func elementsOfANamespaceAreFoundByTheirNames() async throws {
    let site = try WrittenSite(
      as: "xml",
      """
      place: {name: title, point: //geo:point}
      days: {rows: //entry, date: updated, units: "@unit", high: w:high}
      """)
    let answer = """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:w="urn:w" xmlns:geo="urn:g"><title>Here</title>
      <geo:point>10.2 20.1</geo:point><entry><w:high unit="C">5</w:high><updated>2026-11-21T00:00:00Z</updated></entry></feed>
      """
    let forecast = try await site.forecast(answer: answer)
    #expect(forecast.days.map(\.high) == [Temperature(5, .celsius)])
    #expect(forecast.place.name == "Here")
    #expect(forecast.answeredPoints == [Coordinates(latitude: 10.2, longitude: 20.1)].compactMap { $0 })
  }

  @Test func labelsAndClocksAreOfThePagesDay() async throws {
    let site = try WrittenSite(
      as: "html",
      """
      days:
        rows: //li
        today: //h1
        date: {at: b, format: label}
        lows: night
        units: C
        high: "*[@class=$label]"
        sunrise: {at: i, format: clock}
      """)
    let page = """
      <html><body><h1>2026-11-20</h1><li><b>Today</b><u class='Today'>5</u><i>7:52 am</i></li>
      <li><b>Sat</b><u class='Sat'>6</u><u class='Sun'>8</u><i>07:54</i></li>
      <li><b>Sun 22</b><u class='Sun 22'>7</u></li></body></html>
      """
    let forecast = try await site.forecast(zone: "Europe/Berlin", answer: page)
    #expect(forecast.days.map { "\($0.date)" } == ["2026-11-20", "2026-11-21", "2026-11-22"])
    #expect(forecast.days.map { $0.high?.value } == [5, 6, 7])
    #expect(
      forecast.days.map { $0.sunrise.map { "\($0)" } } == [
        "2026-11-20T07:52:00+01:00", "2026-11-21T07:54:00+01:00", nil,
      ])
    #expect(forecast.lowFollowsHigh)
  }

  // MARK: - Sections

  @Test(arguments: ["day: isDay", "night: isNight", ""])
  func halvesArePaired(line: String) async throws {
    let site = try WrittenSite(
      as: "json",
      """
      place: {timeZone: Europe/Berlin}
      halves:
        rows: $[*]
        date: at
        units: C
        temperature: t
        description: w
        \(line)
      """)
    let answer = #"""
      [{"at": "2026-11-21T06:00", "t": 5, "isDay": true, "isNight": false, "w": "Sun"},
      {"at": "2026-11-21T18:00", "t": -1, "isDay": false, "isNight": true},
      {"at": "2026-11-22T06:00", "t": 6, "isDay": true, "isNight": false}]
      """#
    let days = try await site.forecast(answer: answer).days
    #expect(days.map { $0.high?.value } == [5, 6])
    #expect(days.map { $0.low?.value } == [-1, nil])
    #expect(days.first?.description == "Sun")
  }

  @Test(arguments: ["day: '@day'", "night: '@night = 1'", "night: \"contains(@class, 'night')\""])
  func halvesOfMarkupAreTold(line: String) async throws {
    let site = try WrittenSite(
      as: "xml", "halves:\n  rows: //p\n  date: '@d'\n  units: C\n  temperature: t\n  \(line)\n")
    let answer = """
      <r><p d="2026-11-21" day="1" night="0"><t>5</t></p><p d="2026-11-21" day="0" night="1" class="a night"><t>-1</t></p></r>
      """
    let days = try await site.forecast(answer: answer).days
    #expect(days.map { $0.high?.value } == [5])
    #expect(days.map { $0.low?.value } == [-1])
  }

  @Test func aRowSaysWhatIsAheadUntilAMoment() async throws {
    let site = try WrittenSite(
      as: "json",
      """
      place: {timeZone: UTC}
      units: {temperature: C, precipitation: mm}
      hours:
        rows: $[*]
        time: t
        temperature: c
        ahead:
          6h: {high: h, low: l}
          step: {until: end, precipitation: r, precipitationChance: p, description: w}
      days: {from: hours}
      """)
    let answer = #"""
      [{"t": "2026-11-22T00:00Z", "c": 1, "h": 9, "l": -4, "end": "2026-11-22T01:00Z", "r": 0.4, "p": 30, "w": "Rain"},
      {"t": "2026-11-22T01:00Z", "c": 2, "end": "2026-11-22T07:00Z", "r": 2, "p": 40, "w": "Snow"},
      {"t": "2026-11-22T07:00Z", "c": 3}]
      """#
    let hours = try await site.forecast(.hourly, answer: answer).hours
    #expect(hours.map { $0.precipitation?.value } == [0.4, 2, nil])
    #expect(hours.map(\.precipitationChance) == [30, 40, nil])
    #expect(hours.map(\.description) == ["Rain", "Snow", nil])
  }

  @Test func columnsAreRowsByTheirPositions() async throws {
    let site = try WrittenSite(
      as: "json",
      """
      place: {timeZone: UTC}
      hours: {columns: [$.none, $.hourly], time: time, units: $.units, temperature: t2, windSpeed: {at: ws, missing: -1}}
      """)
    let answer = #"""
      {"units": {"t2": "°F", "ws": "m/s"}, "hourly": {"time": ["2026-11-21T11:00", "2026-11-21T12:00"], "t2": [40, null],
      "ws": [-1, 3]}}
      """#
    let hours = try await site.forecast(.hourly, answer: answer).hours
    #expect(hours.map(\.temperature) == [Temperature(40, .fahrenheit), nil])
    #expect(hours.map(\.wind.speed) == [nil, Speed(3, .metersPerSecond)])
  }

  @Test func windsWithinARowOfJSON() async throws {
    let site = try WrittenSite(
      as: "json",
      """
      days:
        rows: $[*]
        date: d
        units: {temperature: C, speed: unit}
        high: t
        winds: winds[*]
        windSpeed: v
        windGust: g
        windDirection: {at: from, words: wind}
      tables: {wind: {n: N, sw: SW}}
      """)
    let answer = #"""
      [{"d": "2026-11-21", "t": 1, "winds": [{"v": 20, "unit": "km/h", "from": "n", "g": 70}, {"v": 9, "unit": "m/s",
      "from": "sw", "g": 10}]}]
      """#
    let day = try #require(try await site.forecast(answer: answer).days.first)
    #expect(day.wind.speed == Speed(9, .metersPerSecond) && day.wind.direction == .southwest)
    #expect(day.wind.gust == Speed(70, .kilometersPerHour))
  }

  @Test func todayStandsApartOrIsReadAsTheDays() async throws {
    let lines = """
      pages: {a: {as: json, get: "https://site.example/a"}, b: {as: json, get: "https://site.example/b"}}
      days: {page: a, rows: '$[*]', date: d, units: C, high: t}

      """
    let days = #"[{"d": "2026-11-21", "t": 5}, {"d": "2026-11-22", "t": 6}]"#
    let answers = ["/a": days, "/b": days.replacing("5", with: "4")]
    let same = try WrittenSite(lines + "today: {from: days, page: b}\n")
    #expect(try await same.forecast(.today, answers: answers).days.first?.high?.value == 4)
    let own = try WrittenSite(lines + "today: {page: b, rows: '$[0]', date: d, units: F, high: t}\n")
    #expect(try await own.forecast(.today, answers: answers).days.first?.high == Temperature(4, .fahrenheit))
    #expect(try await own.forecast(answers: answers).days.first?.high?.value == 5)
  }

  @Test(
    arguments: [
      ("point: $.geo", #""geo": {"type": "Point", "coordinates": [20.1, 10.2]}"#),
      ("point: $.text", #""text": "10.2°N 20.1°E""#), ("point: $.text", #""text": "10.2 20.1""#),
      ("{latitude: $.a, longitude: $.o}", #""a": 10.2, "o": "20.1""#),
    ])
  func whatTheAnswerIsFor(line: String, member: String) async throws {
    let site = try WrittenSite(
      as: "json",
      """
      place: \(line.hasPrefix("{") ? line : "{\(line)}")
      days: {rows: '$.days[*]', date: d, units: C, high: t}
      """)
    let forecast = try await site.forecast(answer: "{\(member), \"days\": [{\"d\": \"2026-11-21\", \"t\": 5}]}")
    #expect(forecast.answeredPoints == [Coordinates(latitude: 10.2, longitude: 20.1)].compactMap { $0 })
  }

  @Test func variablesStandInExpressions() async throws {
    let site = try WrittenSite(
      """
      areas: {form: town, pattern: "([a-z]{2})/([a-z]+)", parts: [state, town], example: ab/here}
      page: {as: xml, get: "https://site.example/x"}
      place: {name: "//town[@id=$town]/@name", region: $state, issued: //@at}
      days: {rows: "//town[@id=$town and $area='ab/here']/day", date: "@d", units: C, high: "@t"}
      """)
    let answer = """
      <r at="2026-11-21T09:00:00Z"><town id="there"><day d="2026-11-21" t="1"/></town>
      <town id="here" name="Here"><day d="2026-11-21" t="5"/></town></r>
      """
    let forecast = try await site.forecast(area: "ab/here", answer: answer)
    #expect(forecast.days.map { $0.high?.value } == [5])
    #expect(forecast.place.name == "Here, ab")
    #expect(forecast.issued == LocalTime("2026-11-21T09:00:00Z"))
  }
}
