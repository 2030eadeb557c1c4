import Support
import Weather

@testable import Output

extension Renderer {
  /// What the form makes of reports, as a run of the program writes it.
  static func text(_ reports: [Report], _ options: RenderingOptions = RenderingOptions()) throws -> String {
    var options = options
    options.severalReports = reports.count > 1
    let text = Self(options: options).text(of: reports)
    try KeptJSON.keep(text)
    return text
  }

  /// What the form makes of each awkward report, each below its name and in metric units.
  static func gallery(_ options: RenderingOptions = RenderingOptions()) throws -> String {
    try AwkwardReport.allCases.map { awkward in
      var report = awkward.report
      report.units = .metric
      return "=== \(awkward.rawValue)\n" + (try text([report], options))
    }.joined()
  }
}
