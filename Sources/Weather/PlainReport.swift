internal import Basics

extension Report {
  /// The report with all text made safe for terminals (``PlainText``), as passed to renderers.
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
