extension SiteDefinition {
  /// Reads only what the facts of a valid file depend on: the facts themselves, the names of the fields of `place`, whether
  /// `days` are made of hours, and the addresses if no hosts are listed. Facts are needed at every start, and parsing the
  /// whole file would take most of the time.
  ///
  /// Returns nil if the text cannot be split by its lines; the whole file must then be parsed.
  public init?(outlineOf text: String, file: String) {
    let outline = SiteFileOutline(text)
    guard SiteFileKeys.required.allSatisfy({ outline.has($0) }), !outline.has("extends") else { return nil }
    let wanted = outline.text { key in
      switch key {
      case "place": true
      case "days": outline.has("from", in: key)
      case "page", "pages": !outline.has("hosts")
      default: SiteFileKeys.facts[key] != nil
      }
    }
    guard let entries = (try? YAMLNode(wanted, file: file))?.entries else { return nil }
    let reader = SiteFile(file: file)
    self.init(empty: file)
    for (key, value) in entries where !value.isNull {
      switch key {
      case "place":
        sections[.place] = reader.list(value) { place in
          Section(
            fields: Dictionary((place.entries ?? []).filter { !$0.value.isNull }.map { ($0.name, []) }) { first, _ in
              first
            })
        }
      case "days": sections[.days] = reader.list(value) { Section(madeFrom: $0["from"]?.text) }
      case "page": pages.append(Page(Page.unnamed, get: reader.addresses(value)))
      case "pages": pages += (value.entries ?? []).map { Page($0.name, get: reader.addresses($0.value)) }
      default: SiteFileKeys.facts[key]?.read(&self, value, reader)
      }
    }
    guard reader.errors.isEmpty else { return nil }
  }
}

extension SiteFile {
  /// The addresses of a page.
  fileprivate func addresses(_ page: YAMLNode) -> [String] {
    list(page.entries == nil ? page : page["get"] ?? page, text)
  }
}

extension YAMLNode {
  fileprivate subscript(key: String) -> YAMLNode? { entries?.first { $0.name == key }?.value }
}

/// The text of a site file split by top-level keys, without parsing: a line that begins with a letter starts a key, which
/// ends before the next such line.
struct SiteFileOutline {
  private let bytes: [UInt8]
  /// The range of each key's text; the last one if a key is repeated.
  private var ranges: [String: Range<Int>] = [:]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var key: (name: String, begin: Int)?
    var line = 0
    while line < bytes.count {
      if UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[line] | 0x20 {
        if let key { ranges[key.name] = key.begin..<line }
        let name = bytes[line...].prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\n") }
        key = (String(decoding: name, as: UTF8.self), line)
      }
      while line < bytes.count, bytes[line] != UInt8(ascii: "\n") { line += 1 }
      line += 1
    }
    if let key { ranges[key.name] = key.begin..<bytes.count }
  }

  func has(_ key: String) -> Bool { ranges[key] != nil }

  /// Whether the text of a key contains a word.
  func has(_ word: String, in key: String) -> Bool {
    guard let range = ranges[key] else { return false }
    let word = Array(word.utf8)
    return range.contains { bytes[$0] == word[0] && bytes[$0..<range.upperBound].starts(with: word) }
  }

  /// The joined texts of the selected keys, in no particular order.
  func text(of isWanted: (String) -> Bool) -> String {
    ranges.filter { isWanted($0.key) }.map { String(decoding: bytes[$0.value], as: UTF8.self) }.joined(separator: "\n")
  }
}
