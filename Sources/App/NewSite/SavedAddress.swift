import Basics

/// The address that a saved page says it is of.
enum SavedAddress {
  /// What browsers write above a page that they save, else the page's own word for where it is; nil where neither is an address.
  static func url(in body: [UInt8]) -> String? {
    let head = String(decoding: body.prefix(64 << 10), as: UTF8.self)
    let marks = [
      "saved from url=(", "rel=\"canonical\" href=\"", "property=\"og:url\" content=\"", "rel=\"self\" href=\"",
    ]
    for mark in marks {
      guard let start = head.firstRange(of: mark)?.upperBound else { continue }
      var rest = head[start...]
      // `(0042)`, the length.
      if mark == marks[0] { rest = rest.drop { $0 != ")" }.dropFirst() }
      let text = String(rest.prefix { !"\"'<> \n\r".contains($0) }).replacing("&amp;", with: "&")
      if let address = Address(text), ["https", "http"].contains(address.scheme),
        !LocalNetwork.isLocal(host: address.hostName)
      {
        return text
      }
    }
    return nil
  }
}
