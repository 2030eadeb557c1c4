import Display
import Rendering
import Testing
import Weather

/// No line of a form for the terminal is longer than the terminal.
struct WidthTests {
  private static let forms: [any Renderer.Type] = [TableRenderer.self, ChartRenderer.self]

  @Test(arguments: AwkwardReports.all.map { $0.what }, [20, 40, 60, 80, 120, 200])
  func linesFit(what: String, width: Int) throws {
    let report = try #require(AwkwardReports.all.first { $0.what == what }?.report)
    for form in Self.forms {
      for options in Self.options(width) {
        let text = form.init(options: options).render(report, index: 0)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines {
          let columns = DisplayWidth.of(PlainText.of(String(line)))
          #expect(columns <= width, "\(form.name), \(options.icons): \(columns) columns in “\(line)”")
        }
        #expect(text.hasSuffix("\n"))
        #expect(options.isColored == text.contains("\u{1B}") || report.days.isEmpty)
        #expect(options.isUnicode || text.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }

  /// Terminals of a width.
  private static func options(_ width: Int) -> [RenderingOptions] {
    var all: [RenderingOptions] = []
    for fields in [ReportField.standard, [], ReportField.allCases] {
      all.append(RenderingOptions(fields: fields, width: width))
      all.append(RenderingOptions(fields: fields, width: width, isColored: true, icons: .nerd, timeLocale: "sv_SE"))
      all.append(RenderingOptions(fields: fields, width: width, isUnicode: false, icons: .ascii, timeLocale: "ja_JP"))
    }
    return all
  }
}
