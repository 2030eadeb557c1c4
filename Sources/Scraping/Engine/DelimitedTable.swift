internal import Markup

/// A table as text: lines of cells below a header (`as: csv`).
enum DelimitedTable {
  /// The table as a list of objects, each a line by the names of its columns.
  ///
  /// Lines above the header that begin with `#`, as some services explain their columns, and empty ones are passed over. Where
  /// the header itself begins so (`#station,valid`), the mark is none of the first name.
  ///
  /// - Throws: ``MarkupError`` where it holds too much.
  static func json(_ bytes: [UInt8]) throws(MarkupError) -> JSON {
    let text = withoutComments(String(decoding: bytes, as: UTF8.self))
    let lines = cells(text)
    let header = lines.first ?? []
    let rows = lines.dropFirst().map { line in
      "{" + zip(header, line).map { "\(quoted($0)):\(quoted($1))" }.joined(separator: ",") + "}"
    }
    return try JSON(parsing: Array("[\(rows.joined(separator: ","))]".utf8))
  }

  /// Where commas are decimal signs, semicolons or tabs stand between the columns; in a table for people blanks do.
  private static func separator(_ line: Substring) -> Character {
    func count(_ separator: Character) -> Int { line.count { $0 == separator } }
    let best = [",", ";", "\t"].max { count($0) < count($1) } ?? ","
    return count(best) > 0 ? best : " "
  }

  /// The text from the header on.
  private static func withoutComments(_ text: String) -> Substring {
    var rest = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
    var comment: Substring?
    while !rest.isEmpty {
      let line = rest.prefix { !$0.isNewline }
      let isBlank = line.allSatisfy(\.isWhitespace)
      guard isBlank || line.hasPrefix("#") else { break }
      if !isBlank { comment = rest }
      rest = rest[line.endIndex...].dropFirst()
    }
    // A comment that has as many cells as the line below it is the header.
    guard let comment else { return rest }
    let names = comment.dropFirst().prefix { !$0.isNewline }
    let first = rest.prefix { !$0.isNewline }
    let mark = separator(first)
    func count(_ line: Substring) -> Int { line.split(separator: mark, omittingEmptySubsequences: mark == " ").count }
    let isHeader = count(first) > 1 && count(names) == count(first) && first.contains(where: \.isNumber)
    return isHeader ? comment.dropFirst().drop { $0 == " " } : rest
  }

  private static func cells(_ text: Substring) -> [[String]] {
    let separator = separator(text.prefix { !$0.isNewline })
    var lines: [[String]] = []
    var (line, cell, isQuoted, wasQuoted) = ([String](), "", false, false)
    func endCell() {
      line.append(cell)
      (cell, wasQuoted) = ("", false)
    }
    func endLine() {
      if separator != " " || !cell.isEmpty || line.isEmpty { endCell() }
      if line != [""] { lines.append(line) }
      line = []
    }
    for character in text {
      switch character {
      case "\"" where isQuoted: (isQuoted, wasQuoted) = (false, true)
      case "\"" where wasQuoted:
        cell.append(character)
        isQuoted = true
      case "\"" where cell.isEmpty: isQuoted = true
      case " " where separator == " " && cell.isEmpty && !isQuoted && !wasQuoted: break
      case separator where !isQuoted: endCell()
      case "\n" where !isQuoted, "\r\n" where !isQuoted: endLine()
      default: cell.append(character)
      }
    }
    endLine()
    return lines
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      if scalar.value < 0x20 { quoted += " " } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}
