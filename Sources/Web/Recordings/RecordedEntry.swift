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

  /// What an entry of a HAR is good for.
  enum Reading {
    /// It can answer.
    case answer(RecordedEntry)
    /// It is about an address, but cannot answer, for a reason.
    case unusable(Address, reason: String)
  }

  /// The recorded address, without user name and password.
  let url: String
  /// The same taken apart.
  let address: Address
  /// The status: the recorded one, or 200 where the browser had the body in its cache and the site confirmed it (304).
  let status: Int
  /// The recorded header.
  let headers: [HeaderField]
  /// When it was recorded; nil where the HAR does not say.
  let started: Timestamp?
  /// Where it redirects to, as written; nil for an answer.
  let location: String?
  /// The body; nil only for a redirect.
  let body: Body?

  /// Reads an entry; nil for one without an address. A GET with a body can answer, and a redirect that can be followed.
  static func reading(_ entry: HARFile.Entry) -> Reading? {
    let url = UserInfo.removed(fromAddress: entry.request.url)
    guard let address = Address(url) else { return nil }
    let response = entry.response
    let method = entry.request.method.uppercased()
    if method != "GET" { return .unusable(address, reason: "it was a \(method), and only what was got by GET answers") }
    guard let status = response.status?.number else {
      return .unusable(address, reason: "its status is \(response.status?.text ?? "missing"), which is no number")
    }
    if status <= 0 {
      return .unusable(
        address, reason: entry.comment?.value ?? "the request failed, was aborted or was blocked (status 0)")
    }
    if status < 200 { return .unusable(address, reason: "status \(status) is no answer yet") }
    let headers = (response.headers?.value ?? []).compactMap(\.value)
      .map { HeaderField(name: $0.name, value: $0.value) }
    let target = [response.redirectURL?.value, headers.value(of: "location")].compactMap { $0 }.first { !$0.isEmpty }
    let isRedirect = [301, 302, 303, 307, 308].contains(status)
    let location = isRedirect ? target : nil
    let body = response.content?.value.flatMap { self.body($0) }
    if location == nil, body == nil {
      let reason =
        switch status {
        case 304: "the browser had it in its cache, and did not save it (status 304)"
        case _ where isRedirect: "it redirects (status \(status)), and does not say where"
        default: "it was saved without its body"
        }
      return .unusable(address, reason: reason)
    }
    return .answer(
      RecordedEntry(
        url: url, address: address, status: status == 304 ? 200 : status, headers: headers,
        started: (entry.startedDateTime?.value).flatMap { Timestamp($0) }, location: location, body: body))
  }

  /// Where the body is; nil where the browser did not keep it.
  private static func body(_ content: HARFile.Content) -> Body? {
    if let file = content._file { return .file(file) }
    // Browsers write an empty text for a body that they did not keep.
    guard let text = content.text, !text.isEmpty else { return nil }
    return content.encoding?.lowercased() == "base64" ? .base64(text) : .text(text)
  }
}
