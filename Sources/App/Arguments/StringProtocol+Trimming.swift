extension StringProtocol {
  /// The text less the blanks round it, as a list's items are written.
  var trimmingSpaces: String {
    // By bytes: taking characters apart costs more than all else that is done with an argument.
    let text = Substring(self)
    func isWord(_ byte: UInt8) -> Bool { byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") }
    guard let first = text.utf8.firstIndex(where: isWord), let last = text.utf8.lastIndex(where: isWord) else {
      return ""
    }
    return String(text[first..<text.utf8.index(after: last)])
  }
}
