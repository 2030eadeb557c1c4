internal import Basics

extension Report {
  /// The report with all of its text plain (``PlainText``): what renderers get to see.
  public var plain: Report {
    func plain(_ text: inout String?) { text = text.map { PlainText.of($0) } }
    func plain(_ row: inout some Row, _ fields: [Field]) {
      for field in fields { row.values[field] = row.values[field]?.words.map { .words(PlainText.of($0)) } }
    }
    func words(_ kind: RowKinds) -> [Field] { kind.fields.filter { $0.kind == .words } }
    var report = self
    report.query = PlainText.of(query)
    report.source.parser = PlainText.of(source.parser)
    report.source.name = PlainText.of(source.name)
    report.source.url = PlainText.of(source.url)
    report.source.attribution = PlainText.of(source.attribution)
    plain(&report.town)
    plain(&report.place.name)
    plain(&report.place.timeZone)
    if var current {
      plain(&current, words(.current))
      report.current = current
    }
    let (dayWords, hourWords) = (words(.day), words(.hour))
    for index in days.indices { plain(&report.days[index], dayWords) }
    for index in hours.indices { plain(&report.hours[index], hourWords) }
    if let failure { report.failure?.message = PlainText.of(failure.message) }
    return report
  }
}
