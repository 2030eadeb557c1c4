/// One interpretation of the input: a name and its qualifiers, all folded.
struct PlaceReading {
  var name: [UInt8]
  /// Regions and countries, by name or code.
  var qualifiers: [[UInt8]]
  /// The name as typed; nil if it is not clear where it ends.
  var typed: String?

  /// The interpretations of a text, most likely first: name and qualifiers separated by commas; everything as a name;
  /// the last words as a qualifier (`Portland OR`).
  static func readings(of text: String, folding: NameFolding) -> [PlaceReading] {
    let texts = text.split(separator: ",")
    let parts = texts.map { folding.folded($0) }.filter { !$0.isEmpty }
    guard let name = parts.first else { return [] }
    let whole = Array(parts.joined(separator: [blank]))
    if parts.count > 1 {
      let typed = texts.first { !folding.folded($0).isEmpty }.map { String($0) }
      return [
        PlaceReading(name: name, qualifiers: Array(parts.dropFirst()), typed: typed),
        PlaceReading(name: whole, qualifiers: []),
      ]
    }
    let blanks = whole.indices.filter { whole[$0] == blank }
    let withoutCommas = blanks.suffix(3).reversed().map {
      PlaceReading(name: Array(whole[..<$0]), qualifiers: [Array(whole[($0 + 1)...])])
    }
    return [PlaceReading(name: whole, qualifiers: [], typed: text)] + withoutCommas
  }

  private static let blank: UInt8 = 0x20
}
