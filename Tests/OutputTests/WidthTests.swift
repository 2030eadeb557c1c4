import Basics
import Testing
import Weather

@testable import Output

/// No line of a form for the terminal is longer than the terminal.
struct WidthTests {
  private static let forms: [any Renderer.Type] = [TableRenderer.self, ChartRenderer.self, OverviewRenderer.self]

  @Test(arguments: AwkwardReport.allCases, [20, 40, 60, 80, 120, 200])
  func linesFit(report: AwkwardReport, width: Int) {
    for form in Self.forms {
      for options in Self.options(width) {
        let text = form.init(options: options).render(report.report.plain, index: 0)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          let columns = DisplayWidth.of(PlainText.of(String(line)))
          #expect(columns <= width, "\(form.name), \(options.icons): \(columns) columns in “\(line)”")
        }
        #expect(text.hasSuffix("\n"))
        #expect(options.isColored == text.contains("\u{1B}"))
        #expect(options.isUnicode || text.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }

  /// Terminals of a width.
  private static func options(_ width: Int) -> [RenderingOptions] {
    [FieldGroup.standard, [], FieldGroup.all].flatMap { fields in
      [
        RenderingOptions(fields: fields, width: width),
        RenderingOptions(fields: fields, width: width, isColored: true, icons: .nerd, timeLocale: "sv_SE"),
        RenderingOptions(fields: fields, width: width, isUnicode: false, icons: .ascii, timeLocale: "ja_JP"),
      ]
    }
  }
}
