internal import Basics
internal import Markup

/// Guesses at what a page says of its place and of itself, as lines of the section `place`.
struct GuessedPlace {
  var lines: [DraftLine] = []
  /// The title of the page, or of the feed.
  var title: String?

  init(_ sample: SamplePage) {
    if let json = sample.json {
      read(json, at: "$", depth: 0)
    } else if let document = sample.document {
      let isHTML = sample.format == .html
      title = text(isHTML ? "//title" : "/*/title | /*/channel/title", document)
      if isHTML { add("name", "//h1[1]", text("//h1[1]", document), .unsure) }
      for path in ["/*/channel/lastBuildDate", "/*/channel/pubDate", "/*/updated"] where !isHTML {
        guard let found = text(path, document), !lines.contains(where: { $0.key == "issued" }) else { continue }
        var line = DraftLine("issued", path, "a time of the whole feed", found, .likely)
        if LocalTime(found) == nil { line.value = "{at: \(path), format: \"EEE, d MMM yyyy HH:mm:ss Z\"}" }
        lines.append(line)
      }
    }
  }

  private func text(_ path: String, _ document: Document) -> String? { (try? document.string(path)) ?? nil }

  private mutating func add(_ key: String, _ path: String, _ found: String?, _ certainty: Certainty) {
    guard let found, !found.isEmpty, !lines.contains(where: { $0.key == key }) else { return }
    lines.append(DraftLine(key, YAMLText.scalar(path, inFlow: false), "by its name", found, certainty))
  }

  private static let parents: Set = [
    "place", "location", "city", "station", "geo", "position", "point", "metadata", "coord",
  ]

  /// Reads an object's members, and those of objects that are called after places.
  private mutating func read(_ json: JSON, at path: String, depth: Int) {
    for (key, value) in json.members where depth < 3 {
      let (own, name) = (path + JSONRows.step(key), key.lowercased())
      let text = Cell(value)?.writtenText
      switch name {
      case "latitude", "lat": if value.number != nil { add("latitude", own, text, .sure) }
      case "longitude", "lon", "lng", "long": if value.number != nil { add("longitude", own, text, .sure) }
      case "timezone", "time_zone", "tz", "tz_id", "zone":
        if let text, text.contains("/"), PlaceZone(.text(text), at: LocalTime(secondsSince1970: 0, offset: 0)) != nil {
          add("timeZone", own, text, .sure)
        }
      case "name", "city", "town", "station_name":
        let isPlace = depth > 0 || name != "name"
        if let text = value.string, Cell.text(text).condition != nil {
          add("name", own, text, isPlace ? .likely : .unsure)
        }
      case "updated", "issued", "updatedat", "updated_at", "updatetime", "generated", "generatedat", "approvedtime",
        "referencetime":
        if let text = value.string, LocalTime(text) != nil { add("issued", own, text, .likely) }
      default:
        if value.count > 0, !value.isArray, Self.parents.contains(name) { read(value, at: own, depth: depth + 1) }
      }
    }
  }
}

/// A line of a draft: a key, its value, and why.
struct DraftLine {
  var key: String
  /// As YAML.
  var value: String
  var comment: String
  var isActive: Bool
  /// What it is a guess at, for reports.
  var certainty: Certainty
  /// What its bare numbers measure, where nothing beside them says the unit.
  var needsUnit: ValueKind.Quantity?

  init(_ key: String, _ value: String, _ reason: String, _ example: String, _ certainty: Certainty) {
    self.key = key
    self.value = value
    self.certainty = certainty
    isActive = certainty > .unsure
    let plain = example.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    let short = plain.count > 40 ? "\(plain.prefix(40))…" : plain
    let reason = reason.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ").prefix(60)
    comment = "\(certainty): \(reason), such as \"\(short)\""
  }
}
