import Weather
import Web

/// Serializes a parser's statistics. Fields are stored by key; unknown ones are skipped.
enum HealthRecord {
  /// The version of the format.
  private static let version = 1
  /// Maximum number of list items; more means damage.
  private static let most = 200

  /// Why a record cannot be read.
  enum Fault: Error {
    /// Written by a newer program, which may still need it.
    case newer
    case damaged
  }

  static func bytes(of health: ParserHealth) -> [UInt8] {
    var record = RecordWriter()
    record.add([version, health.selectors, health.since, health.toldOn, health.parts.count])
    for part in health.parts {
      record.add(part.page)
      record.add([
        part.rows.rawValue, part.answers, part.last, part.isAbsent ? 1 : 0, part.unreadable, part.unreadableSince,
        part.fields.count,
      ])
      for field in part.fields {
        record.add(field.field.key)
        record.add([
          field.found, field.missed, field.firstFound, field.lastFound, field.missing, field.missingSince, field.rows,
          field.foundRows, field.depth, field.usual, field.later, field.laterSince, field.ways.count,
        ])
        for way in field.ways {
          record.add(way.way.layout)
          record.add(way.way.selector)
          record.add([way.depth, way.answers, way.last])
        }
      }
    }
    return record.bytes
  }

  static func health(_ bytes: [UInt8]) throws(Fault) -> ParserHealth {
    var reader = RecordReader(bytes)
    do {
      guard try reader.number() == version else { throw Fault.newer }
      var health = ParserHealth(
        selectors: try reader.number(), since: try reader.number(), toldOn: try reader.number(in: 0...1 << 40))
      for _ in 0..<(try reader.number(in: 0...most)) { health.parts.append(try part(&reader)) }
      guard reader.isAtEnd else { throw Fault.damaged }
      return health
    } catch {
      throw error as? Fault ?? .damaged
    }
  }

  private static func part(_ reader: inout RecordReader) throws -> ParserHealth.Part {
    var part = ParserHealth.Part(page: try reader.text(), rows: RowKinds(rawValue: try reader.number(in: 1...4)))
    part.answers = try reader.count(upTo: Int(Int32.max))
    part.last = try reader.time()
    part.isAbsent = try reader.number(in: 0...1) == 1
    part.unreadable = try reader.count(upTo: Int(Int32.max))
    part.unreadableSince = try reader.time()
    for _ in 0..<(try reader.number(in: 0...most)) {
      if let field = try field(&reader) { part.fields.append(field) }
    }
    return part
  }

  private static func field(_ reader: inout RecordReader) throws -> FieldHealth? {
    let known = Field(try reader.text())
    var field = FieldHealth(field: known ?? .temperature)
    field.found = try reader.count(upTo: Int(Int32.max))
    field.missed = try reader.count(upTo: Int(Int32.max))
    field.firstFound = try reader.time()
    field.lastFound = try reader.time()
    field.missing = try reader.count(upTo: Int(Int32.max))
    field.missingSince = try reader.time()
    field.rows = try reader.count(upTo: Int(Int32.max))
    field.foundRows = try reader.count(upTo: Int(Int32.max))
    field.depth = try reader.count(upTo: 10_000)
    field.usual = try reader.count(upTo: Int(Int32.max))
    field.later = try reader.count(upTo: Int(Int32.max))
    field.laterSince = try reader.time()
    for _ in 0..<(try reader.number(in: 0...most)) {
      field.ways.append(
        FieldHealth.Way(
          way: FieldCounts.Way(layout: try reader.text(), selector: try reader.text()),
          depth: try reader.count(upTo: 10_000), answers: try reader.count(upTo: Int(Int32.max)),
          last: try reader.time()))
    }
    return known == nil ? nil : field
  }
}

extension RecordWriter {
  fileprivate mutating func add(_ numbers: [Int]) { for number in numbers { add(number) } }
}

extension RecordReader {
  /// A count.
  fileprivate mutating func count(upTo most: Int) throws(Damage) -> Int { try number(in: 0...most) }

  /// Seconds since 1970-01-01T00:00:00Z, within wide limits because the clock may have been wrong.
  fileprivate mutating func time() throws(Damage) -> Int { try number(in: -1 << 40...1 << 40) }
}
