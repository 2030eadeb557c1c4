/// An entry of a recording that can answer.
struct RecordedEntry: Sendable {
  /// Where the body is.
  enum Body: Sendable {
    /// In the HAR, as text.
    case text(String)
    /// In the HAR, as base64.
    case base64(String)
    /// In a file beside it, by its plain name.
    case file(String)
  }

  /// The recorded address.
  let url: String
  /// The same taken apart.
  let address: Address
  /// The recorded status.
  let status: Int
  /// The recorded header.
  let headers: [HeaderField]
  /// When it was recorded; nil where the HAR does not say.
  let started: Timestamp?
  /// Where it redirects to, as written; nil for an answer.
  let location: String?
  /// The body; nil only for a redirect.
  let body: Body?

  /// The entry where it can answer: a GET with a body, or a redirect that can be followed. Aborted entries (status 0), 304 and
  /// those whose body the browser did not keep cannot.
  init?(_ entry: HARFile.Entry) {
    let response = entry.response
    guard entry.request.method.uppercased() == "GET", response.status >= 200, response.status != 304,
      let address = Address(entry.request.url)
    else { return nil }
    url = entry.request.url
    self.address = address
    status = response.status
    headers = (response.headers?.value ?? []).compactMap(\.value).map { HeaderField(name: $0.name, value: $0.value) }
    started = (entry.startedDateTime?.value).flatMap { Timestamp($0) }
    let target = [response.redirectURL?.value, headers.value(of: "location")].compactMap { $0 }.first { !$0.isEmpty }
    location = [301, 302, 303, 307, 308].contains(response.status) ? target : nil
    body = response.content?.value.flatMap { Self.body($0) }
    if location == nil, body == nil { return nil }
  }

  /// Where the body is; nil where the browser did not keep it.
  private static func body(_ content: HARFile.Content) -> Body? {
    if let file = content._file { return .file(file) }
    // Browsers write an empty text for a body that they did not keep.
    guard let text = content.text, !text.isEmpty else { return nil }
    return content.encoding?.lowercased() == "base64" ? .base64(text) : .text(text)
  }
}
