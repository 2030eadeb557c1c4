/// The keys of a site file: each with the kind of its value and where it goes.
enum SiteFileKeys {
  typealias Key = SiteFile.Key
  typealias Keys = SiteFile.Keys

  /// The keys that a file must have; of `page` and `pages` it has one.
  static let required = [
    "format", "title", "home", "areas", "coverage", "attribution", "terms", "horizon",
  ]

  static let site: Keys<SiteDefinition> = {
    var keys: Keys<SiteDefinition> = [
      "format": Key { _, node, file in _ = file.word(node, among: ["1"]) },
      "extends": Key(optional: \.extends, SiteFile.text),
      "title": Key(\.facts.title, SiteFile.text),
      "home": Key(\.facts.homePage, SiteFile.text),
      "aliases": Key(\.facts.aliases, SiteFile.texts),
      "areas": Key(\.facts.areaForms, SiteFile.areas),
      "help": Key(\.facts.areaHelp, SiteFile.text),
      "coverage": Key(\.facts.coverage, SiteFile.text),
      "countries": Key { $0.facts.countries = $2.texts($1).map { Set($0) } },
      "territory": Key(optional: \.facts.territory, SiteFile.territory),
      "attribution": Key(\.facts.attribution, SiteFile.text),
      "terms": Key(\.facts.terms, SiteFile.text),
      "grid": Key(optional: \.facts.gridKilometers, SiteFile.number),
      "horizon": Key(\.facts.days, SiteFile.count),
      "contact": Key { $0.facts.needsContact = $2.word($1, among: ["required"]) != nil },
      "pause": Key(\.facts.pause, SiteFile.duration),
      "lifetime": Key { $2.fill(&$0.facts.lifetime, $1, lifetime) },
      "language": Key(optional: \.facts.language, SiteFile.text),
      "hosts": Key(\.facts.hosts, SiteFile.texts),
      "page": Key { $0.pages.append($2.page($1, named: SiteDefinition.Page.unnamed)) },
      "pages": Key { site, node, file in
        guard let entries = node.entries else { return file.wrong(node, expected: "pages by their names") }
        site.pages += entries.map { file.page($0.value, named: $0.name) }
      },
      "refuse": Key(\.refusals, SiteFile.refusals),
      "tables": Key(\.tables, SiteFile.tables),
      "units": Key(\.units, SiteFile.units),
      "tests": Key(\.tests, SiteFile.tests),
    ]
    for kind in SiteDefinition.Section.Kind.allCases {
      keys[kind.rawValue] = Key { site, node, file in
        site.sections[kind] = file.list(node) { file.section($0, kind) }
      }
    }
    return keys
  }()

  private static let lifetime: Keys<AnswerLifetime> = [
    "current": Key(\.current, SiteFile.duration), "days": Key(\.days, SiteFile.duration),
  ]

  static let areaForm: Keys<AreaForm> = [
    "form": Key(\.meaning, SiteFile.text), "pattern": Key(\.pattern, SiteFile.text),
    "example": Key(\.example, SiteFile.text), "parts": Key(\.parts, SiteFile.texts),
    "town": Key(optional: \.town, SiteFile.text),
  ]

  static let page: Keys<SiteDefinition.Page> = [
    "get": Key(\.get, SiteFile.texts), "as": Key(\.format, SiteFile.choice),
    "root": Key(optional: \.root, SiteFile.text),
    "inside": Key(optional: \.inside, SiteFile.text), "headers": Key(\.headers, SiteFile.textMap),
    "take": Key(\.take, SiteFile.ladders), "optional": Key(\.isOptional, SiteFile.flag),
    "tries": Key(optional: \.tries, SiteFile.count),
  ]

  static let refusal: Keys<SiteDefinition.Refusal> = [
    "means": Key(\.means, SiteFile.choice), "status": Key(optional: \.status, SiteFile.count),
    "address": Key(optional: \.address, SiteFile.text),
    "has": Key(\.has, SiteFile.ladder), "says": Key(\.says, SiteFile.ladder),
    "reason": Key(optional: \.reason, SiteFile.text),
  ]

  static let units: Keys<SiteDefinition.Units> = ladders(
    ["temperature", "speed", "pressure", "distance", "precipitation"]
  ) { \.byQuantity[$0] }

  static let selector: Keys<SiteDefinition.Selector> = [
    "at": Key(\.at, SiteFile.text), "along": Key(optional: \.along, SiteFile.text),
    "missing": Key(\.missing, SiteFile.texts),
    "drop": Key(optional: \.drop, SiteFile.text), "match": Key(optional: \.match, SiteFile.text),
    "words": Key(optional: \.words, SiteFile.text), "times": Key(optional: \.times, SiteFile.number),
    "sentence": Key(optional: \.sentence, SiteFile.choice), "decimals": Key(optional: \.decimals, SiteFile.count),
    "basis": Key(optional: \.basis, SiteFile.text), "by": Key(optional: \.by, SiteFile.text),
    "unit": Key(optional: \.unit, SiteFile.text), "format": Key(optional: \.format, SiteFile.text),
    "zone": Key(optional: \.zone, SiteFile.text), "since": Key(optional: \.since, SiteFile.text),
  ]

  static let sections: [SiteDefinition.Section.Kind: Keys<SiteDefinition.Section>] = Dictionary(
    uniqueKeysWithValues: SiteDefinition.Section.Kind.allCases.map { kind in
      var keys = ladders(kind.fieldNames) { \SiteDefinition.Section.fields[$0] }
      keys["page"] = Key(optional: \.page, SiteFile.text)
      keys["layout"] = Key(\.layout, SiteFile.text)
      keys["rows"] = Key(\.rows, SiteFile.ladder)
      keys["zone"] = Key(\.zone, SiteFile.ladder)
      keys["units"] = Key(\.units, SiteFile.units)
      keys["point"] = Key(\.point, SiteFile.ladder)
      if kind == .place { return (kind, keys) }
      keys["columns"] = Key(\.columns, SiteFile.ladder)
      keys[kind == .hours || kind == .current ? "time" : "date"] = Key(\.date, SiteFile.ladder)
      keys["quality"] = Key(optional: \.quality) { file in { file.ladder($0)?.first } }
      keys["winds"] = Key(\.winds, SiteFile.ladder)
      keys["today"] = Key(\.today, SiteFile.ladder)
      keys["from"] = Key { $0.madeFrom = $2.word($1, among: kind == .today ? ["hours", "days"] : ["hours"]) }
      switch kind {
      case .halves:
        keys["day"] = Key(\.day, SiteFile.ladder)
        keys["night"] = Key(\.night, SiteFile.ladder)
      case .days, .today: keys["lows"] = Key { $0.lowsAreNights = $2.word($1, among: ["night"]) != nil }
      case .hours: keys["ahead"] = Key(\.ahead, SiteFile.ahead)
      case .current: keys["oldest"] = Key(optional: \.oldest, SiteFile.duration)
      case .place: break
      }
      return (kind, keys)
    })

  static let ahead: Keys<SiteDefinition.Section.Ahead> = {
    var keys = ladders(SiteDefinition.Section.Kind.aheadFieldNames) { \SiteDefinition.Section.Ahead.fields[$0] }
    keys["rows"] = Key(\.rows, SiteFile.ladder)
    keys["from"] = Key(\.from, SiteFile.ladder)
    keys["until"] = Key(\.until, SiteFile.ladder)
    return keys
  }()

  static let test: Keys<SiteDefinition.Test> = [
    "session": Key(\.session, SiteFile.text), "area": Key(\.area, SiteFile.text),
    "for": Key { test, node, file in
      let kinds = ["today", "fivedays", "tendays", "weekend", "hourly"]
      if let kind = file.word(node, among: kinds) { test.kind = kind }
    },
    "rows": Key(optional: \.rows, SiteFile.count), "expect": Key(\.expect, SiteFile.expectation),
    "fails": Key(optional: \.fails, SiteFile.count), "tolerance": Key(\.tolerance, SiteFile.number),
  ]

  /// Keys of ladders that go into a table by their names.
  private static func ladders<Root>(
    _ names: [String], _ path: (String) -> any (WritableKeyPath<Root, [SiteDefinition.Selector]?> & Sendable)
  ) -> Keys<Root> {
    Dictionary(uniqueKeysWithValues: names.map { ($0, Key(optional: path($0), SiteFile.ladder)) })
  }
}
