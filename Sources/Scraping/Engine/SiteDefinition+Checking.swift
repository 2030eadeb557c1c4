internal import Basics

extension SiteDefinition {
  /// Reads a site file and checks it completely. Errors of the reader and the compiler are thrown together, in file
  /// order.
  ///
  /// - Parameter base: looks up the definition that the file extends by parser name, or says why it cannot be used.
  public init(
    checking text: String, file: String,
    extending base: (String) -> Result<SiteDefinition, DefinitionError.Fault> = {
      .failure(.unknownName($0, nearest: nil))
    }
  ) throws(DefinitionErrors) {
    let (definition, faults) = SiteFile.read(text, file: file, extending: base)
    guard let definition else { throw DefinitionErrors(faults) }
    var all = faults
    do throws(DefinitionErrors) { try definition.validate() } catch {
      all += error.all.filter { found in !faults.contains { $0.explains(found) } }
    }
    guard all.isEmpty else { throw DefinitionErrors(all.inOrder) }
    self = definition
  }

  /// Decodes a site file; throws with the position if it is not UTF-8.
  public static func text(of bytes: [UInt8], file: String) throws(DefinitionErrors) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    let column = lines[line].indices.first {
      String(validating: lines[line][...$0], as: UTF8.self) == nil && lines[line][$0] >= 0x80
    }
    let position = SourcePosition(
      line: line + 1, column: (column ?? lines[line].startIndex) - lines[line].startIndex + 1)
    throw DefinitionErrors([
      DefinitionError(file: file, at: position, key: "", .unreadable(reason: FileError.notText.reason))
    ])
  }
}

extension DefinitionError {
  /// True if a compiler error is only a consequence of this reader error.
  func explains(_ other: DefinitionError) -> Bool {
    if key == other.key || position == other.position { return true }
    if case .unknownKey(let nearest?) = fault, nearest == other.key.split(separator: ".").last.map(String.init) {
      return true
    }
    let part = key.prefix { $0 != "." }
    switch other.fault {
    case .missingKey where part == "refuse": return other.key.hasPrefix("refuse.")
    case .missingKey where key.hasSuffix(".from"): return other.key.hasPrefix("\(part).")
    // The expression language depends on the page, and the valid names depend on pages and areas.
    case .badXPath, .badJSONPath: return part.hasPrefix("page") || part == "areas"
    case .unknownPlaceholder: return part.hasPrefix("page") || part == "areas"
    case .unknownName: return part.hasPrefix("page") || part == "tables"
    case .pageLoop, .tooManyPages, .foreignHost: return part.hasPrefix("page") || part == "hosts"
    default: return false
    }
  }
}

extension [DefinitionError] {
  /// Sorted in file order without duplicates; errors without position come last.
  var inOrder: [DefinitionError] {
    var known: Set<DefinitionError> = []
    let end = SourcePosition(line: .max, column: .max)
    return filter { known.insert($0).inserted }.enumerated().sorted {
      ($0.element.position ?? end, $0.offset) < ($1.element.position ?? end, $1.offset)
    }.map(\.element)
  }
}
