internal import Basics

/// Serialization of stored responses, notes and failures.
extension RecordWriter {
  mutating func add(_ response: TransferResponse) {
    add(response.url)
    add(response.status)
    add(response.headers)
    add(response.body)
    add(response.started.secondsSince1970)
    add(response.started.offset)
    add(response.redirects) { record, redirect in
      record.add(redirect.url)
      record.add(redirect.status)
      record.add(redirect.headers)
    }
  }

  mutating func add(_ answer: StoredResponse) {
    add(answer.response)
    add(answer.received)
    add(answer.userAgent)
  }

  mutating func add(_ note: StoredNote) {
    add(note.sources) { $0.add($1) }
    add(note.content)
  }

  mutating func add(_ failure: StoredFailure) {
    switch failure.kind {
    case .network(let code, let text):
      add(0)
      add(code)
      add(text)
    case .answer(let response):
      add(1)
      add(response)
    }
    add(failure.moment)
    add(failure.timeout)
    add(failure.context)
  }

  private mutating func add(_ headers: [HeaderField]) {
    add(headers) { record, field in
      record.add(field.name)
      record.add(field.value)
    }
  }
}

extension RecordReader {
  /// A range for times in seconds or milliseconds: thirty thousand years.
  private static let times = 0...1 << 40

  mutating func response() throws -> TransferResponse {
    TransferResponse(
      url: try text(), status: try number(), headers: try headers(), body: try data(),
      started: LocalTime(secondsSince1970: try number(in: Self.times), offset: try number(in: -86_400...86_400)),
      redirects: try list { Redirect(url: try $0.text(), status: try $0.number(), headers: try $0.headers()) })
  }

  mutating func answer() throws -> StoredResponse {
    StoredResponse(response: try response(), received: try number(in: Self.times), userAgent: try text())
  }

  mutating func note() throws -> StoredNote { StoredNote(sources: try list { try $0.answer() }, content: try data()) }

  mutating func failure() throws -> StoredFailure {
    let kind: StoredFailure.Kind =
      try number(in: 0...1) == 0 ? .network(code: try number(), text: try text()) : .answer(try response())
    return StoredFailure(
      kind: kind, moment: try number(in: Self.times), timeout: try number(in: Self.times), context: try number())
  }

  private mutating func headers() throws -> [HeaderField] {
    try list { HeaderField(name: try $0.text(), value: try $0.text()) }
  }
}
