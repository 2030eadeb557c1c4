internal import CLibXML2

/// What is around a node, for those who look for new ways to it.
extension Node {
  /// The elements in this one, in order.
  public var elements: [Node] {
    var found: [Node] = []
    var next = unsafe pointer.pointee.children
    while let child = unsafe next {
      if unsafe child.pointee.type == XML_ELEMENT_NODE { unsafe found.append(Node(child, of: document)) }
      unsafe next = child.pointee.next
    }
    return found
  }

  /// The names of the attributes, in order.
  public var attributeNames: [String] {
    guard unsafe pointer.pointee.type == XML_ELEMENT_NODE else { return [] }
    var names: [String] = []
    var next = unsafe pointer.pointee.properties
    while let each = unsafe next {
      if let name = unsafe each.pointee.name { unsafe names.append(String(cString: name)) }
      unsafe next = each.pointee.next
    }
    return names
  }

  /// Whether a text that is more than blanks stands in the element itself and in none of its elements.
  public var hasOwnText: Bool {
    var next = unsafe pointer.pointee.children
    while let child = unsafe next {
      if unsafe child.pointee.type == XML_TEXT_NODE, unsafe !NodeText(spaced: false).collect(child).isEmpty {
        return true
      }
      unsafe next = child.pointee.next
    }
    return false
  }
}

extension Node: Hashable {
  /// Hashes which node it is.
  public func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }
}
