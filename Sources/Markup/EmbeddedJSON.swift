/// JSON embedded in a page.
public enum EmbeddedJSON {
  /// The first object or array that is accepted after a text such as `window.__data`, given as a literal or as a string
  /// passed to `JSON.parse`; malformed ones are skipped.
  public static func first(behind mark: String, in body: [UInt8], where accepts: (JSON) -> Bool = { _ in true })
    -> JSON?
  {
    var start = 0
    var tries = 0
    while tries < 20, let found = ByteSearch.firstRange(of: mark, in: body, from: start) {
      start = found.upperBound
      tries += 1
      var index = blanks(body, start)
      if index < body.count, body[index] == UInt8(ascii: "=") || body[index] == UInt8(ascii: ":") {
        index = blanks(body, index + 1)
      }
      if let json = value(in: body, at: index), json.count > 0, accepts(json) { return json }
    }
    return nil
  }

  /// Parses a text that is JSON, or a string passed to `JSON.parse`.
  ///
  /// - Throws: ``MarkupError`` if it is neither.
  public static func value(of text: [UInt8]) throws(MarkupError) -> JSON {
    do throws(MarkupError) { return try JSON(parsing: text) } catch {
      guard let json = value(in: text, at: blanks(text, 0)), json.count > 0 else { throw error }
      return json
    }
  }

  /// The value at an offset; a string is parsed as JSON.
  private static func value(in body: [UInt8], at offset: Int) -> JSON? {
    guard offset < body.count else { return nil }
    let parse = Array("JSON.parse(".utf8)
    let isParsed = body[offset...].starts(with: parse)
    let index = isParsed ? blanks(body, offset + parse.count) : offset
    do throws(MarkupError) {
      if isParsed || body[index] == UInt8(ascii: "\"") {
        return try JavaScriptLiteral.decodeString(in: body, at: index).map { literal throws(MarkupError) in
          try JSON(parsing: literal.bytes)
        }
      }
      return try JSON(parsingPrefixOf: body, from: index)
    } catch {
      return nil
    }
  }

  private static func blanks(_ body: [UInt8], _ index: Int) -> Int {
    var index = index
    while index < body.count, body[index] == 0x20 || (0x09...0x0D).contains(body[index]) { index += 1 }
    return index
  }
}
