extension StringProtocol {
  /// The text less the blanks round it, as a list's items are written.
  var trimmingSpaces: String {
    // By bytes: taking characters apart costs more than all else that is done with an argument.
    func isWord(_ byte: UInt8) -> Bool { byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") }
    guard let first = utf8.firstIndex(where: isWord), let last = utf8.lastIndex(where: isWord) else { return "" }
    return String(self[first..<utf8.index(after: last)])
  }
}
