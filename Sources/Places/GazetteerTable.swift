internal import CGazetteer
internal import Weather

/// The table inside the program, as scripts/make-gazetteer (which describes its form) made it.
///
/// Reading outside of the table ends the program: its offsets come from the script, never from input.
@safe struct GazetteerTable: @unchecked Sendable {
  /// Where a section begins, and how many entries it has.
  struct Section {
    /// The offset from the table's start, in bytes.
    var start: Int
    /// How many entries there are.
    var count: Int
  }

  private let start: UnsafeRawPointer
  private let size: Int
  /// Where in ``keys`` each run of keys begins.
  let blocks: Section
  /// The folded names in order.
  let keys: Section
  /// The towns, cell by cell.
  let towns: Section
  /// The first town of each cell.
  let cells: Section
  private let regions: Section
  private let countries: Section
  private let zones: Section
  private let foldings: Section
  private let texts: Section

  /// The table of the program. Read-only bytes that live as long as it does, so it can be shared freely.
  init() {
    let start = unsafe weatherterm_gazetteer()
    unsafe self.start = start
    size = weatherterm_gazetteer_size()
    let sections = (0..<9).map { number in
      unsafe Section(
        start: Int(start.loadUnaligned(fromByteOffset: 8 + 8 * number, as: UInt32.self)),
        count: Int(start.loadUnaligned(fromByteOffset: 12 + 8 * number, as: UInt32.self)))
    }
    (blocks, keys, towns) = (sections[0], sections[1], sections[2])
    (cells, regions, countries) = (sections[3], sections[4], sections[5])
    (zones, foldings, texts) = (sections[6], sections[7], sections[8])
  }

  /// The byte at an offset.
  func byte(_ offset: Int) -> UInt8 { load(offset, as: UInt8.self) }

  /// The 16-bit number at an offset.
  func short(_ offset: Int) -> Int { Int(UInt16(littleEndian: load(offset, as: UInt16.self))) }

  /// The 32-bit number at an offset.
  func long(_ offset: Int) -> Int { Int(UInt32(littleEndian: load(offset, as: UInt32.self))) }

  /// The bytes of a text by its offset among the texts.
  func bytes(ofText text: Int) -> [UInt8] {
    let offset = texts.start + text
    return (0..<Int(byte(offset))).map { byte(offset + 1 + $0) }
  }

  /// A text by its offset among the texts.
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

  /// How many people live in a town.
  func population(_ town: Int) -> Int { long(record(town) + 8) }

  /// Where a town lies.
  func coordinates(_ town: Int) -> Coordinates {
    let record = record(town)
    guard let point = Coordinates(latitude: degrees(record), longitude: degrees(record + 4)) else {
      preconditionFailure("the table has a town off the globe")
    }
    return point
  }

  /// Whether a town's region or country is called or coded so (folded).
  func town(_ town: Int, liesIn name: [UInt8]) -> Bool {
    [region(town), country(town)].contains { place in
      bytes(ofText: long(place + 8)).split(separator: 0x0A).contains { $0.elementsEqual(name) }
    }
  }

  /// A town with all that is known of it.
  func town(_ town: Int) -> Town {
    let record = record(town)
    let (region, country) = (region(town), country(town))
    let regionName = text(long(region + 4))
    return Town(
      name: text(long(record + 12)), region: regionName.isEmpty ? nil : regionName, regionCode: text(long(region)),
      country: text(long(country + 4)), countryCode: text(long(country)), population: population(town),
      coordinates: coordinates(town), timeZone: text(long(zones.start + 4 * short(record + 18))))
  }

  private func record(_ town: Int) -> Int { towns.start + 24 * town }

  private func region(_ town: Int) -> Int { regions.start + 12 * short(record(town) + 16) }

  private func country(_ town: Int) -> Int { countries.start + 12 * short(record(town) + 20) }

  private func degrees(_ offset: Int) -> Double { Double(Int32(truncatingIfNeeded: long(offset))) / 1e5 }

  private func load<Number: BitwiseCopyable>(_ offset: Int, as type: Number.Type) -> Number {
    precondition(offset >= 0 && offset <= size - MemoryLayout<Number>.size)
    return unsafe start.loadUnaligned(fromByteOffset: offset, as: type)
  }
}
