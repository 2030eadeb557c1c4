internal import Basics

extension Report {
  /// The report with all of its text plain (``PlainText``): what renderers get to see.
  public var plain: Report {
    func plain(_ text: inout String?) { text = text.map { PlainText.of($0) } }
    var report = self
    report.query = PlainText.of(query)
    report.source.parser = PlainText.of(source.parser)
    report.source.name = PlainText.of(source.name)
    report.source.url = PlainText.of(source.url)
    report.source.attribution = PlainText.of(source.attribution)
    plain(&report.town)
    plain(&report.place.name)
    plain(&report.place.timeZone)
    report.updateValues(where: { $0.kind == .words }) { values, field in
      values[field] = values[field]?.words.map { .words(PlainText.of($0)) }
    }
    if let failure { report.failure?.message = PlainText.of(failure.message) }
    return report
  }
}
