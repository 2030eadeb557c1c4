import Basics
import Weather

/// A report's part of a page.
struct HtmlArticle {
  private let report: Report
  private let index: Int
  private let text: MeteogramText
  private let heading: String
  private let fields: [FieldGroup]?

  /// The part of a report; `index` tells its parts from those of others, `heading` is the element of its name, `fields`
  /// are those that were asked for, nil for all.
  init(_ report: Report, index: Int, text: MeteogramText, heading: String, fields: [FieldGroup]?) {
    self.fields = fields
    self.report = report
    self.index = index
    self.text = text
    self.heading = heading
  }

  /// The `article` element.
  var element: String {
    "<article aria-labelledby=\"place\(index)\">\n<header>\n"
      + "<\(heading) id=\"place\(index)\" dir=\"auto\">\(MarkupText.escaped(text.name(report)))</\(heading)>\n"
      + "<p class=\"source\">\(fetched)</p>\n</header>\n" + content + "</article>\n"
  }

  /// What there is to show: the forecast, or why there is none.
  private var content: String {
    if let failure = report.failure {
      return "<p class=\"failure\">No forecast: \(MarkupText.escaped(failure.message))</p>\n"
    }
    var content = report.showsNow ? HtmlNow(report, text: text, fields: fields).element : ""
    content += drawing
    content +=
      report.showsHours
      ? HtmlTable(columns: HtmlTable.hours(report.hours, text: text), rows: report.hours, fields: fields, index: index)
        .element(
          groupedBy: { text.fullDate($0.time.day) })
      : HtmlTable(
        columns: HtmlTable.days(report.days, today: report.today, text: text), rows: report.days, fields: fields,
        index: index
      )
      .element()
    return content + footer
  }

  /// The drawing, in a frame that a narrow screen can move under itself, by keys too.
  private var drawing: String {
    "<figure>\n<div class=\"frame\" tabindex=\"0\" role=\"group\" aria-label=\"Meteogram\">\n"
      + Meteogram(report, text: text, index: index, hasHeading: false).element() + "</div>\n</figure>\n"
  }

  /// Who said it and when, older answers marked.
  private var fetched: String {
    let source = report.source
    let moment = MarkupText.escaped("\(text.fullDate(source.fetched.day)), \(text.values.locale.clock(source.fetched))")
    let time = "<time datetime=\"\(source.fetched)\">\(moment)</time>"
    let old = source.staleMark.map { " <strong>\($0)</strong>, older than the source allows" } ?? ""
    return "\(MarkupText.escaped(source.name)), \(time)\(old)"
  }

  /// Whom to thank, and where to read more.
  private var footer: String {
    let source = report.source
    let address = source.url.lowercased()
    let name = MarkupText.escaped(source.attribution.isEmpty ? source.name : source.attribution)
    // Nothing but the web is linked to, whatever a page or an option gave as its address.
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return "<footer>\(name)</footer>\n" }
    let link = "<a href=\"\(MarkupText.escaped(source.url))\" rel=\"noreferrer\">\(MarkupText.escaped(source.name))</a>"
    return "<footer>\(name) (\(link))</footer>\n"
  }
}
