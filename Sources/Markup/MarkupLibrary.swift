internal import CLibXML2

/// Information about libxml2.
public enum MarkupLibrary {
  /// Its runtime version, such as `2.9.14`.
  public static var version: String {
    // 20914, perhaps followed by a packager's suffix.
    let text = unsafe clibxml2_version().map { unsafe String(cString: $0) } ?? ""
    guard let number = Int(text.prefix { $0.isNumber }), number > 0 else { return text }
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
  }
}
