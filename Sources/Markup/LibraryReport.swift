internal import CLibXML2

extension clibxml2_report {
  /// libxml2's own text on one line.
  var message: String {
    let text = unsafe withUnsafeBytes(of: text) { buffer in
      unsafe String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
