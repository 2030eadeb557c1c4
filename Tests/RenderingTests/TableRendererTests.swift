import Foundation
import Rendering
import Testing
import Weather

struct TableRendererTests {
  private func text(_ report: Report, _ options: RenderingOptions) -> String {
    TableRenderer(options: options).render(report, index: 0)
  }

  @Test func dump() {
    var out = ""
    for (what, report) in AwkwardReports.all {
      for width in [20, 40, 80, 140] {
        out += "== \(what) \(width)\n" + text(report, RenderingOptions(width: width))
        out += ChartRenderer(options: RenderingOptions(width: width)).render(report, index: 0)
      }
    }
    try? out.write(toFile: "/tmp/forms-a-dump.txt", atomically: true, encoding: .utf8)
  }
}
