import Testing
import Weather

@testable import Output

/// Rain is told as chance and amount, as far as they are known.
struct RainTests {
  private func report(
    _ kind: Question = .fiveDays, chance: Double?, amount: Precipitation?
  ) -> Report {
    var day = SampleReport.day("2021-04-25", high: 18, low: 4, "Heavy rain")
    (day.precipitationChance, day.precipitation) = (chance, amount)
    var other = SampleReport.day("2021-04-26", high: 18, low: 4, "Cloudy")
    (other.precipitationChance, other.precipitation) = (10, Precipitation(0.1, amount?.unit ?? .inches))
    return SampleReport.report(kind, units: .imperial, days: kind == .today ? [day] : [day, other])
  }

  @Test(
    arguments: [
      (55, 1.52, "55% 1.52 in"), (nil, 1.52, "1.52 in"), (55, nil, "55%"), (0, 0, "0% 0 in"), (nil, nil, "--"),
    ] as [(Double?, Double?, String)])
  func everyTextTellsWhatIsKnown(chance: Double?, inches: Double?, text: String) throws {
    let report = report(chance: chance, amount: inches.map { Precipitation($0, .inches) })
    let options = RenderingOptions(fields: [.rain], isTerminal: false)
    #expect(try ClassicRenderer.text([report], options).contains("    Rain: \(text)\n"))
    #expect(try MarkdownRenderer.text([report], options).contains("| \(text) |"))
    let table = try TableRenderer.text([report], options).split(separator: "\n")
    #expect(table[2].hasSuffix("  \(text)"), "\(table)")
    let narrow = try TableRenderer.text([report], RenderingOptions(width: 20)).split(separator: "\n")
    #expect(narrow.contains { $0.contains(text) }, "\(narrow)")
    let tooltip = try LineRenderer.text([report], RenderingOptions(template: "{{tooltip}}"))
    #expect(tooltip.contains("Heavy rain" + (text == "--" ? "" : ", \(text)") + "\n"))
  }

  @Test(
    arguments: [
      (55, 1.52, "💧55% 1.52 in"), (nil, 1.52, "💧1.52 in"), (55, nil, "💧55%"), (0, 0, "💧0%"), (nil, 0, "💧0 in"),
      (nil, nil, "💧--"),
    ] as [(Double?, Double?, String)])
  func aLineTellsBoth(chance: Double?, inches: Double?, text: String) throws {
    let report = report(.today, chance: chance, amount: inches.map { Precipitation($0, .inches) })
    #expect(try LineRenderer.text([report]).hasSuffix("↓ 4° \(text)\n"))
  }

  @Test(arguments: [16, 20, 30, 34, 36, 40, 43, 50, 60, 80, 120])
  func aTableOfAnyWidthTellsBoth(width: Int) throws {
    let report = report(chance: 55, amount: Precipitation(1.52, .inches))
    let table = try TableRenderer.text([report], RenderingOptions(width: width))
    #expect(table.contains("55% 1.52 in"), "\(table)")
  }

  @Test func aChartHasALineForEach() throws {
    let lines = try ChartRenderer.text([report(chance: 55, amount: Precipitation(1.52, .inches))])
      .split(separator: "\n")
    #expect(lines.contains { $0.contains("55%") && $0.contains("10%") })
    #expect(lines.contains { $0.hasPrefix("  in") && $0.contains("1.52") && $0.contains("0.1") })
    // Heavy rain without a chance beside chances without an amount.
    let mixed = try ChartRenderer.text([report(chance: nil, amount: Precipitation(1.52, .inches))])
    #expect(mixed.contains("░") && mixed.contains("1.52") && mixed.contains("10%"))
  }

  @Test func theAmountIsTheLastToFitInAChart() throws {
    var days = AwkwardReport.fifteenDays.report.days
    days[6].precipitation = Precipitation(88.5, .millimeters)
    let report = SampleReport.report(.tenDays, days: days)
    #expect(try ChartRenderer.text([report], RenderingOptions(width: 20)).contains("88.5"))
  }

  @Test(
    arguments: [
      (55, 39, "55 percent chance of rain or snow, 39 millimetres of it"), (nil, 39, "39 millimetres of rain or snow"),
      (55, nil, "55 percent chance of rain or snow"), (55, 0, "55 percent chance of rain or snow"),
    ] as [(Double?, Double?, String)])
  func speechTellsBoth(chance: Double?, amount: Double?, text: String) throws {
    let report = report(chance: chance, amount: amount.map { Precipitation($0, .millimeters) })
    #expect(try SpeakRenderer.text([report]).contains(" \(text).\n"))
  }
}
