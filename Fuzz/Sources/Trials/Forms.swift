internal import Foundation
internal import Markup
internal import Output
public import Weather

/// Invariants of all output forms, whatever a page contains.
public enum Forms {
  /// Renders a report as JSON and in one other form, in some unit system, and checks the texts.
  ///
  /// - Parameter choice: determines form and units.
  public static func check(_ report: Report, choice: Int) {
    let systems = [UnitSystem(), .metric, .imperial]
    let report = converted(report, to: systems[choice % systems.count]).plain
    let other = choice / systems.count % allRenderers.count
    for (number, form) in allRenderers.enumerated() where number == other || form.name == "json" {
      check(report, form, choice)
    }
  }

  private static func converted(_ report: Report, to system: UnitSystem) -> Report {
    var forecast = Forecast()
    forecast.place = report.place
    forecast.current = report.current
    forecast.days = report.days
    forecast.hours = report.hours
    var report = report
    report.units = forecast.unify(to: system)
    report.current = forecast.current
    report.days = forecast.days
    report.hours = forecast.hours
    return report
  }

  private static func check(_ report: Report, _ form: any Renderer.Type, _ choice: Int) {
    let options = RenderingOptions(
      fields: FieldGroup.all, width: choice & 0x40 == 0 ? nil : 60, isUnicode: choice & 0x80 == 0)
    let text = form.init(options: options).text(of: [report])
    if text.isEmpty { broken("\(form.name) is empty") }
    look(text, form.name)
    switch form.name {
    case "json", "ndjson":
      for line in form.name == "json" ? [text[...]] : text.split(separator: "\n") {
        guard (try? JSON(parsing: Array(line.utf8))) != nil,
          (try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil
        else { broken("\(form.name) is no JSON: \(line)") }
      }
    case "svg": if (try? Document(xml: Array(text.utf8))) == nil { broken("svg is no XML: \(text)") }
    default: break
    }
  }

  /// Crashes if a text contains terminal control sequences or bidirectional controls.
  public static func look(_ text: String, _ name: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D: continue
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
        broken("\(name) holds U+\(String(scalar.value, radix: 16)): \(text.debugDescription)")
      default: continue
      }
    }
  }
}
