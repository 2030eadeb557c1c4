internal import Basics
internal import Markup

/// An entry of a HAR that can answer.
struct RecordedEntry: Sendable {
  /// Where the body is: in the HAR, or in a file beside it, by its plain name.
  enum Body: Sendable {
    case text(String)
    case base64(String)
    case file(String)
  }

  enum Reading {
    case answer(RecordedEntry)
    case unusable(Address, EntryFault)
  }

  let url: String
  let address: Address
  /// The status: the recorded one, or 200 where the browser had the body in its cache and the site confirmed it (304).
  let status: Int
  let headers: [HeaderField]
  /// When it was recorded; nil where the HAR does not say.
  let started: LocalTime?
  /// Where it redirects to, as written; nil for a response.
  let location: String?
  /// The body; nil only for a redirect.
  let body: Body?

  /// Reads an entry; nil for one without an address. A GET with a body can answer, and a redirect that can be followed.
  static func reading(_ entry: JSON) -> Reading? {
    guard let request = entry["request"], let response = entry["response"], let method = request["method"]?.string,
      let url = request["url"]?.string.map({ UserInfo.removed(from: $0) }), let address = Address(url)
    else { return nil }
    if method.uppercased() != "GET" { return .unusable(address, .method(method.uppercased())) }
    guard let status = status(response["status"]) else {
      let written = response["status"].flatMap { $0.numberText ?? $0.string }
      return .unusable(address, .badStatus(written ?? "missing"))
    }
    if status <= 0 { return .unusable(address, .failed(comment: entry["comment"]?.string)) }
    if status < 200 { return .unusable(address, .interim(status: status)) }
    let headers = (response["headers"]?.elements ?? []).compactMap { field -> HeaderField? in
      guard let name = field["name"]?.string, let value = field["value"]?.string else { return nil }
      return HeaderField(name: name, value: value)
    }
    let targets = [response["redirectURL"]?.string, headers.value(of: "location")]
    let isRedirect = [301, 302, 303, 307, 308].contains(status)
    let location = isRedirect ? targets.compactMap { $0 }.first { !$0.isEmpty } : nil
    let body = response["content"].flatMap { self.body($0) }
    if location == nil, body == nil {
      return .unusable(
        address, status == 304 ? .cachedByBrowser : isRedirect ? .noLocation(status: status) : .notSaved)
    }
    return .answer(
      RecordedEntry(
        url: url, address: address, status: status == 304 ? 200 : status, headers: headers,
        started: entry["startedDateTime"]?.string.flatMap { LocalTime($0) }, location: location, body: body))
  }

  /// A status: a number, which some programs write as text, with the reason behind it as in the first line of a response.
  private static func status(_ json: JSON?) -> Int? {
    guard let json else { return nil }
    return json.number.map { Int(exactly: $0) } ?? json.string?.split(separator: " ").first.flatMap { Int($0) }
  }

  /// Where the body is; nil where the browser did not keep it.
  private static func body(_ content: JSON) -> Body? {
    if let file = content["_file"]?.string { return .file(file) }
    // Browsers write an empty text for a body that they did not keep.
    guard let text = content["text"]?.string, !text.isEmpty else { return nil }
    return content["encoding"]?.string?.lowercased() == "base64" ? .base64(text) : .text(text)
  }
}
