internal import Basics

extension SiteDefinition {
  /// Reads a site file and checks it to the last key: what the reader finds and what the compiler finds, in the order of the
  /// file.
  ///
  /// - Parameter base: the definition that the file extends, by the name of its parser, or what is wrong with that.
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

  /// The text of a site file; throws where it is not UTF-8, and says where.
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
  /// Whether a fault that the compiler found follows from this one of the reader's.
  func explains(_ other: DefinitionError) -> Bool {
    if key == other.key || position == other.position { return true }
    if case .unknownKey(let nearest?) = fault, nearest == other.key.split(separator: ".").last.map(String.init) {
      return true
    }
    let part = key.prefix { $0 != "." }
    switch other.fault {
    case .missingKey where part == "refuse": return other.key.hasPrefix("refuse.")
    case .missingKey where key.hasSuffix(".from"): return other.key.hasPrefix("\(part).")
    // How expressions are read depends on the page, and their names on pages and areas.
    case .badXPath, .badJSONPath: return part.hasPrefix("page") || part == "areas"
    case .unknownPlaceholder: return part.hasPrefix("page") || part == "areas"
    case .unknownName: return part.hasPrefix("page") || part == "tables"
    case .pageLoop, .tooManyPages, .foreignHost: return part.hasPrefix("page") || part == "hosts"
    default: return false
    }
  }
}

extension [DefinitionError] {
  /// In the order of the file, each once; what has no position stands last.
  var inOrder: [DefinitionError] {
    var known: Set<DefinitionError> = []
    let end = SourcePosition(line: .max, column: .max)
    return filter { known.insert($0).inserted }.enumerated().sorted {
      ($0.element.position ?? end, $0.offset) < ($1.element.position ?? end, $1.offset)
    }.map(\.element)
  }
}
