internal import Basics
internal import Markup

/// A usable entry of a HAR.
struct RecordedEntry: Sendable {
  /// The body: in the HAR, or in a file next to it.
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
  /// The recorded status; 200 if the browser had the body in its cache and the site answered 304.
  let status: Int
  let headers: [HeaderField]
  /// When it was recorded; nil if not stated.
  let started: LocalTime?
  /// The redirect target as written; nil if it is not a redirect.
  let location: String?
  /// The body; nil only for a redirect.
  let body: Body?

  /// Reads an entry; nil for one without an address. Usable are a GET with a body, and a redirect with a target.
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

  /// A status: a number, which some programs write as text, possibly with the reason phrase.
  private static func status(_ json: JSON?) -> Int? {
    guard let json else { return nil }
    return json.number.map { Int(exactly: $0) } ?? json.string?.split(separator: " ").first.flatMap { Int($0) }
  }

  /// The body; nil if the browser did not save it.
  private static func body(_ content: JSON) -> Body? {
    if let file = content["_file"]?.string { return .file(file) }
    // Browsers write an empty text for a body that they did not save.
    guard let text = content["text"]?.string, !text.isEmpty else { return nil }
    return content["encoding"]?.string?.lowercased() == "base64" ? .base64(text) : .text(text)
  }
}
