internal import Foundation

/// A POSIX extended regular expression (`[0-9]`, not `\d`) over UTF-8 bytes, compiled by the C library. Swift's `Regex`
/// takes longer to set up than the rest of a run that shows a cached forecast.
public final class Pattern: @unchecked Sendable {
  // `regexec` does not modify it and is thread-safe.
  private let expression = UnsafeMutablePointer<regex_t>.allocate(capacity: 1)
  private let isCompiled: Bool

  /// An error in a pattern.
  public struct Fault: Error, Hashable {
    /// The C library's reason.
    public let reason: String
  }

  /// Maximum number of bytes searched, which bounds the time of a search.
  static let longest = 4000

  /// A pattern of the program's own, which is known to be right.
  public static func made(_ text: String) -> Pattern {
    do { return try Pattern(text) } catch { preconditionFailure("\(text): \(error)") }
  }

  /// Compiles a pattern.
  public init(_ text: String) throws(Fault) {
    if let reason = Self.excess(of: text) {
      isCompiled = false
      throw Fault(reason: reason)
    }
    let code = regcomp(expression, text, REG_EXTENDED)
    isCompiled = code == 0
    guard code == 0 else {
      var message = [CChar](repeating: 0, count: 200)
      regerror(code, expression, &message, message.count)
      throw Fault(reason: String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
  }

  deinit {
    if isCompiled { regfree(expression) }
    expression.deallocate()
  }

  /// Why a pattern is rejected as too expensive: length, nested repetition counts, or back-references.
  private static func excess(of text: String) -> String? {
    if text.utf8.count > 1000 { return "it is longer than 1000 bytes" }
    if text.utf8.contains(0) { return "it holds a NUL" }
    var product = 1
    var previous: Character = " "
    for (index, next) in zip(text.indices, text) {
      if previous == "\\", next.isNumber { return "it refers back to a group" }
      if next == "{", previous != "\\" {
        let most = text[text.index(after: index)...].prefix { $0 != "}" }.split(separator: ",").last.flatMap { Int($0) }
        product = product.multipliedReportingOverflow(by: max(1, most ?? 1)).partialValue
        if !(1...10_000).contains(product) { return "it repeats too often" }
      }
      previous = previous == "\\" ? " " : next
    }
    return nil
  }

  /// The byte ranges of the whole match and its groups; nil if there is no match.
  private func matches(in bytes: [UInt8]) -> [Range<Int>?]? {
    var found = [regmatch_t](repeating: regmatch_t(), count: expression.pointee.re_nsub + 1)
    let text = bytes.map { CChar(bitPattern: $0) } + [0]
    guard regexec(expression, text, found.count, &found, 0) == 0 else { return nil }
    return found.map { $0.rm_so < 0 ? nil : Int($0.rm_so)..<Int($0.rm_eo) }
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8.prefix { $0 != 0 }.prefix(longest)) }

  private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }

  /// True if the pattern matches anywhere in a text.
  public func matches(_ text: String) -> Bool { matches(in: Self.bytes(text)) != nil }

  /// The texts of all groups, nil for those that did not participate; nil if there is no match.
  public func groups(in text: String) -> [String?]? {
    let bytes = Self.bytes(text)
    return matches(in: bytes).map { $0.dropFirst().map { range in range.map { Self.text(bytes[$0]) } } }
  }

  /// The last participating group that is not inside another, else the whole match; nil if there is no match.
  public func value(in text: String) -> String? {
    let bytes = Self.bytes(text)
    guard let found = matches(in: bytes), let whole = found.first ?? nil else { return nil }
    var outer: [Range<Int>] = []
    for group in found.dropFirst() {
      guard let group, !outer.contains(where: { !$0.isEmpty && $0.clamped(to: group) == group }) else { continue }
      outer.append(group)
    }
    return Self.text(bytes[outer.last ?? whole])
  }

  /// The text without the first match, with whitespace collapsed.
  func removed(from text: String) -> String {
    let bytes = Self.bytes(text)
    guard let whole = matches(in: bytes)?.first ?? nil else { return text }
    let rest = Self.text(bytes[..<whole.lowerBound] + bytes[whole.upperBound...])
    return rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
