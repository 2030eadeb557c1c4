internal import CLibXML2

/// A libxml2 document tree.
@safe
final class Tree {
  /// Limit on element nesting, the same as libxml2's.
  static let depthLimit = 256

  /// The tree, which is never modified.
  let document: xmlDocPtr

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0C, 0x0D]

  /// libxml2's global tables must be initialized before threads use it.
  private static let prepared: Void = xmlInitParser()

  private init(_ document: xmlDocPtr) { unsafe self.document = document }

  deinit { unsafe xmlFreeDoc(document) }

  /// Parses valid UTF-8 as HTML, leniently.
  static func html(_ bytes: [UInt8], nodeBudget: Int) throws(MarkupError) -> Tree {
    try unsafe read(bytes, nodeBudget: nodeBudget) { reading in unsafe clibxml2_read_html(&reading) }
  }

  /// Parses XML in its declared encoding, or as UTF-8 whatever it declares.
  static func xml(_ bytes: [UInt8], isUTF8: Bool, nodeBudget: Int) throws(MarkupError) -> Tree {
    try unsafe read(bytes, nodeBudget: nodeBudget) { reading in
      unsafe reading.is_utf8 = isUTF8 ? 1 : 0
      return unsafe clibxml2_read_xml(&reading)
    }
  }

  private static func read(
    _ bytes: [UInt8], nodeBudget: Int, by parse: (inout clibxml2_reading) -> xmlDocPtr?
  ) throws(MarkupError) -> Tree {
    guard bytes.contains(where: { !blanks.contains($0) }) else { throw .empty }
    prepared
    var reading = unsafe clibxml2_reading()
    unsafe reading.node_budget = nodeBudget
    unsafe reading.depth_limit = Int32(depthLimit)
    let document: xmlDocPtr? = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe reading.bytes = buffer.baseAddress
      unsafe reading.count = buffer.count
      return unsafe parse(&reading)
    }
    guard let document = unsafe document else { throw unsafe reason(reading, nodeBudget: nodeBudget) }
    let tree = unsafe Tree(document)
    guard unsafe xmlDocGetRootElement(document) != nil else { throw .empty }
    return tree
  }

  /// Why parsing failed.
  private static func reason(_ reading: clibxml2_reading, nodeBudget: Int) -> MarkupError {
    switch unsafe reading.stop {
    case clibxml2_stop_nodes: return .tooManyNodes(limit: nodeBudget)
    case clibxml2_stop_depth: return .tooDeep(limit: depthLimit)
    case clibxml2_stop_declaration: return .needsDeclarations
    default: break
    }
    let text = unsafe reading.report.message
    switch unsafe xmlParserErrors(UInt32(bitPattern: reading.report.code)) {
    case XML_ERR_OK, XML_ERR_NO_MEMORY: return .outOfMemory
    case XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING: return .unsupportedEncoding(text: text)
    default: return unsafe .notWellFormed(line: Int(reading.report.line), text: text)
    }
  }
}
