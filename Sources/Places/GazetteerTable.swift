internal import CGazetteer
internal import Weather

/// The table inside the program, as scripts/make-gazetteer (which describes its form) made it.
///
/// Reading outside of the table ends the program: its offsets come from the script, never from input.
@safe struct GazetteerTable: @unchecked Sendable {
  /// A section's offset from the table's start, in bytes, and how many entries it has.
  typealias Section = (start: Int, count: Int)

  private let start: UnsafeRawPointer
  private let size: Int
  /// Where in ``keys`` each run of keys begins.
  let blocks: Section
  /// The folded names in order.
  let keys: Section
  /// The towns, cell by cell.
  let towns: Section
  /// The first town of each cell, and the first of its small ones.
  let cells: Section
  private let areas: Section
  private let countries: Section
  private let foldings: Section
  private let texts: Section

  /// The table of the program. Read-only bytes that live as long as it does, so it can be shared freely.
  init() {
    let start = unsafe weatherterm_gazetteer()
    unsafe self.start = start
    size = weatherterm_gazetteer_size()
    let sections = (0..<8).map { number in
      unsafe Section(
        Int(start.loadUnaligned(fromByteOffset: 8 + 8 * number, as: UInt32.self)),
        Int(start.loadUnaligned(fromByteOffset: 12 + 8 * number, as: UInt32.self)))
    }
    (blocks, keys, towns) = (sections[0], sections[1], sections[2])
    (cells, areas, countries) = (sections[3], sections[4], sections[5])
    (foldings, texts) = (sections[6], sections[7])
  }

  func byte(_ offset: Int) -> UInt8 { load(offset, as: UInt8.self) }

  /// The 24-bit number at an offset.
  func medium(_ offset: Int) -> Int {
    Int(byte(offset)) | Int(byte(offset + 1)) << 8 | Int(byte(offset + 2)) << 16
  }

  /// The 32-bit number at an offset.
  func long(_ offset: Int) -> Int { Int(UInt32(littleEndian: load(offset, as: UInt32.self))) }

  /// The offset of a run of keys.
  func start(ofBlock block: Int) -> Int { keys.start + long(blocks.start + 4 * block) }

  /// The bytes at an offset.
  func bytes(_ offset: Int, count: Int) -> [UInt8] { (0..<count).map { byte(offset + $0) } }

  /// The bytes of a text by its offset among the texts.
  func bytes(ofText text: Int) -> [UInt8] { bytes(texts.start + text + 1, count: Int(byte(texts.start + text))) }

  func text(_ text: Int) -> String { String(decoding: bytes(ofText: text), as: UTF8.self) }

  /// The text that stands for a character in folded names; nil where it stands for itself.
  func folding(of character: UInt32) -> Int? {
    var (low, high) = (0, foldings.count)
    while low < high {
      let middle = (low + high) / 2
      let offset = foldings.start + 8 * middle
      if long(offset) == Int(character) { return long(offset + 4) }
      if long(offset) < Int(character) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  func population(_ town: Int) -> Int { facts(town) & 0x1FF_FFFF }

  func name(_ town: Int) -> String { text(facts(town) >> 25 & 0x7F_FFFF) }

  func coordinates(_ town: Int) -> Coordinates {
    let record = record(town)
    guard let point = Coordinates(latitude: degrees(record), longitude: degrees(record + 4)) else {
      preconditionFailure("the table has a town off the globe")
    }
    return point
  }

  /// Whether a town's region or country is called or coded so (folded).
  func town(_ town: Int, liesIn name: [UInt8]) -> Bool {
    let area = area(town)
    return [area, country(area)].contains { place in
      bytes(ofText: long(place + 8)).split(separator: 0x0A).contains { $0.elementsEqual(name) }
    }
  }

  func town(_ town: Int) -> Town {
    let area = area(town)
    let country = country(area)
    let regionName = text(long(area + 4))
    return Town(
      name: name(town), region: regionName.isEmpty ? nil : regionName, regionCode: text(long(area)),
      country: text(long(country + 4)), countryCode: text(long(country)), population: population(town),
      coordinates: coordinates(town), timeZone: text(long(area + 12)))
  }

  private func record(_ town: Int) -> Int { towns.start + 16 * town }

  /// A town's population, name and area, packed.
  private func facts(_ town: Int) -> Int { long(record(town) + 8) | long(record(town) + 12) << 32 }

  private func area(_ town: Int) -> Int { areas.start + 20 * (facts(town) >> 48) }

  private func country(_ area: Int) -> Int { countries.start + 12 * long(area + 16) }

  private func degrees(_ offset: Int) -> Double { Double(Int32(truncatingIfNeeded: long(offset))) / 1e5 }

  private func load<Number: BitwiseCopyable>(_ offset: Int, as type: Number.Type) -> Number {
    precondition(offset >= 0 && offset <= size - MemoryLayout<Number>.size)
    return unsafe start.loadUnaligned(fromByteOffset: offset, as: type)
  }
}
