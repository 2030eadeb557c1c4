internal import Basics

/// How stored responses, notes and failures are written.
extension RecordWriter {
  /// Writes a response; `isLast` where nothing is written behind it.
  mutating func add(_ response: TransferResponse, isLast: Bool = false) {
    add(response.url)
    add(response.status)
    add(response.headers)
    add(response.started.secondsSince1970)
    add(response.started.offset)
    add(response.redirects.count)
    for redirect in response.redirects {
      add(redirect.url)
      add(redirect.status)
      add(redirect.headers)
    }
    if isLast { add(last: response.body) } else { add(response.body) }
  }

  /// Writes a stored response; `isLast` where nothing is written behind it.
  mutating func add(_ answer: StoredResponse, isLast: Bool = false) {
    add(answer.received)
    add(answer.userAgent)
    add(answer.response, isLast: isLast)
  }

  /// Writes a stored note.
  mutating func add(_ note: StoredNote) {
    add(note.sources.count)
    for source in note.sources { add(source) }
    add(note.content)
  }

  /// Writes a stored failure.
  mutating func add(_ failure: StoredFailure) {
    add(failure.moment)
    add(failure.patience)
    add(failure.context)
    switch failure.kind {
    case .network(let code, let text):
      add(0)
      add(code)
      add(text)
    case .answer(let response):
      add(1)
      add(response)
    }
  }

  private mutating func add(_ headers: [HeaderField]) {
    add(headers.count)
    for field in headers {
      add(field.name)
      add(field.value)
    }
  }
}

extension RecordReader {
  /// The next response.
  mutating func response() -> TransferResponse? {
    guard let url = text(), let status = number(), let headers = headers(), let seconds = moment(),
      let offset = number(), (-86_400...86_400).contains(offset), let count = count()
    else { return nil }
    var redirects: [Redirect] = []
    for _ in 0..<count {
      guard let url = text(), let status = number(), let headers = self.headers() else { return nil }
      redirects.append(Redirect(url: url, status: status, headers: headers))
    }
    guard let body = data() else { return nil }
    return TransferResponse(
      url: url, status: status, headers: headers, body: body,
      started: LocalTime(secondsSince1970: seconds, offset: offset), redirects: redirects)
  }

  /// The next stored response.
  mutating func answer() -> StoredResponse? {
    guard let received = moment(), let userAgent = text(), let response = response() else { return nil }
    return StoredResponse(response: response, received: received, userAgent: userAgent)
  }

  /// The next stored note.
  mutating func note() -> StoredNote? {
    guard let count = count() else { return nil }
    var sources: [StoredResponse] = []
    for _ in 0..<count {
      guard let source = answer() else { return nil }
      sources.append(source)
    }
    return data().map { StoredNote(sources: sources, content: $0) }
  }

  /// The next stored failure.
  mutating func failure() -> StoredFailure? {
    guard let moment = moment(), let patience = number(), (0...1 << 40).contains(patience),
      let context = number(), let kind = number()
    else { return nil }
    switch kind {
    case 0:
      guard let code = number(), let text = text() else { return nil }
      return StoredFailure(
        kind: .network(code: code, text: text), moment: moment, patience: patience, context: context)
    case 1:
      guard let response = response() else { return nil }
      return StoredFailure(
        kind: .answer(response), moment: moment, patience: patience, context: context)
    default: return nil
    }
  }

  private mutating func headers() -> [HeaderField]? {
    guard let count = count() else { return nil }
    var headers: [HeaderField] = []
    for _ in 0..<count {
      guard let name = text(), let value = text() else { return nil }
      headers.append(HeaderField(name: name, value: value))
    }
    return headers
  }
}
