internal import CLibXML2

/// The library that reads markup.
public enum MarkupLibrary {
  /// Its version, as `2.9.14`.
  public static var version: String {
    // 20914, with what its packager added behind a hyphen.
    let text = unsafe clibxml2_version().map { unsafe String(cString: $0) } ?? ""
    guard let number = Int(text.prefix { $0.isNumber }), number > 0 else { return text }
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
  }
}
