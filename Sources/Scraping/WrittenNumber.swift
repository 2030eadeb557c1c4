public import Markup

extension Double {
  /// The number that a text is as a whole; nil for anything beside it (`2 to 6`, `NA`, nothing), and for what is not finite.
  public init?(written text: String) {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    self = number
  }

  /// The number ten to so many powers greater, in the digits that it is written with: 101325.5 Pa shifted by -2 is 1013.255
  /// hPa, where a division could leave binary noise.
  public func shifted(by power: Int) -> Double {
    Double("\(self)e\(power)") ?? self * (0..<abs(power)).reduce(1) { scale, _ in power < 0 ? scale / 10 : scale * 10 }
  }
}

extension Node {
  /// The number that the node's text is as a whole; nil where it is none, or empty.
  public var number: Double? { Double(written: text) }
}
