import Basics
import Weather

/// One report of a page.
struct HtmlArticle {
  let report: Report
  /// Makes element ids unique among reports.
  let index: Int
  let fields: HtmlFields
  private var values: ValueText { fields.values }

  func element(heading: String) -> String {
    "<article aria-labelledby=\"place\(index)\">\n<header>\n"
      + "<\(heading) id=\"place\(index)\" dir=\"auto\">\(MarkupText.escaped(report.title))</\(heading)>\n"
      + "<p class=\"source\">\(fetched)</p>\n</header>\n" + content + "</article>\n"
  }

  private var content: String {
    if let reason = values.noForecast(report) { return "<p class=\"failure\">\(MarkupText.escaped(reason))</p>\n" }
    return (report.showsNow ? now : "") + drawing + HtmlTable(report: report, fields: fields, index: index).element
      + footer
  }

  private var now: String {
    guard let now = report.current else {
      return "<p>\(phrase("The source does not say what the weather is now."))</p>\n"
    }
    let temperature = now.temperature.map { values.degreesWithUnit($0) }
    let list = fields.shown(.current).compactMap { field in
      fields.detail(field, of: now).map {
        "<div><dt>\(MarkupText.escaped(values.title(field)))</dt><dd>\(MarkupText.escaped($0))</dd></div>\n"
      }
    }.joined()
    return "<section class=\"now\" aria-label=\"\(phrase("Now"))\">\n" + sign(now)
      + "<p class=\"temperature\">\(HtmlTable.cell(temperature, values.phrases))</p>\n"
      + "<p class=\"phrase\" dir=\"auto\">\(MarkupText.escaped(now.description.map { values.words($0) } ?? ValueText.unknown))</p>\n"
      + (list.isEmpty ? "" : "<dl>\n\(list)</dl>\n") + "</section>\n"
  }

  /// The weather icon; decorative, since the description is next to it.
  private func sign(_ now: CurrentConditions) -> String {
    guard let condition = now.description.flatMap({ Condition(words: $0) }) else { return "" }
    var canvas = SvgCanvas()
    SkyDrawing(condition, isNight: Daylight(report).isNightAtStart).draw(24, 24, size: 48, on: &canvas)
    return "<svg class=\"sign\" viewBox=\"0 0 48 48\" width=\"72\" height=\"72\" aria-hidden=\"true\">\n"
      + "\(canvas.text)</svg>\n"
  }

  /// The drawing, in a frame that scrolls on narrow screens, also by keyboard.
  private var drawing: String {
    "<figure>\n<div class=\"frame\" tabindex=\"0\" role=\"group\" aria-label=\"\(phrase("Meteogram"))\">\n"
      + Meteogram(report, text: values, index: index, hasHeading: false).element() + "</div>\n</figure>\n"
  }

  /// The source and when it was asked, with a mark if the answer is stale.
  private var fetched: String {
    let source = report.source
    let time = "<time datetime=\"\(source.fetched)\">\(MarkupText.escaped(report.fetched(values)))</time>"
    let mark = MarkupText.escaped(values.staleMark(report))
    let old = mark.isEmpty ? "" : " <strong>\(mark.dropFirst())</strong>, \(phrase("older than the source allows"))"
    return "\(MarkupText.escaped(source.name)), \(time)\(old)"
  }

  private func phrase(_ text: String) -> String { MarkupText.escaped(values.phrases(text)) }

  /// The attribution with a link to the source.
  private var footer: String {
    let (name, url) = (MarkupText.escaped(report.source.name), report.source.url)
    // Only http and https are linked, whatever address a page or option gave.
    let isLink = ["https://", "http://"].contains { url.lowercased().hasPrefix($0) }
    let link = isLink ? " (<a href=\"\(MarkupText.escaped(url))\" rel=\"noreferrer\">\(name)</a>)" : ""
    return "<footer>\(MarkupText.escaped(report.credit))\(link)</footer>\n"
  }
}
