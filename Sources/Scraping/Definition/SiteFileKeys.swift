internal import Basics
internal import Weather

/// The keys of site files, each with its kind of value, the property that it sets, and its help text. Used by the
/// reader, the JSON Schema, and the test that compares them with `docs/site-files.md`.
enum SiteFileKeys {
  typealias Key = SiteFile.Key
  typealias Keys = SiteFile.Keys

  /// Required keys; one of `page` and `pages` is required as well.
  static let required = [
    "format", "title", "home", "areas", "coverage", "attribution", "terms", "horizon",
  ]
  static let requiredOfAreaForm = ["form", "example"]
  static let requiredOfPage = ["get"]
  static let requiredOfRefusal = ["means"]
  static let requiredOfSelector = ["at"]
  static let requiredOfTest = ["session", "area"]
  static let requiredOfRepair = ["date", "status"]

  /// The keys of ``SiteFacts``.
  static let facts: Keys<SiteDefinition> = [
    "title": Key(Kinds.text, "The site's own name.") { $0.facts.title = $1 },
    "home": Key(Kinds.text, "The site's home page.") { $0.facts.homePage = $1 },
    "aliases": Key(Kinds.texts, "Other words behind -p.") { $0.facts.aliases = $1 },
    "areas": Key(Kinds.areas, "The forms that an area may have, the most usual first.") { $0.facts.areaForms = $1 },
    "help": Key(Kinds.text, "Where a user finds the area, in a sentence.") { $0.facts.areaHelp = $1 },
    "coverage": Key(Kinds.text, "Where in the world it forecasts for, in words.") { $0.facts.coverage = $1 },
    "countries": Key(Kinds.countries, "The countries covered (ISO 3166-1 alpha-2); left out: the world.") {
      $0.facts.countries = $1
    },
    "territory": Key(Kinds.territory, "Boxes of the map that hold all it covers: [south, north, west, east].") {
      $0.facts.territory = $1
    },
    "attribution": Key(Kinds.text, "What has to be said with its data.") { $0.facts.attribution = $1 },
    "terms": Key(Kinds.text, "What its terms allow.") { $0.facts.terms = $1 },
    "grid": Key(Kinds.number, "The spacing of its grid or places in kilometres.") { $0.facts.gridKilometers = $1 },
    "horizon": Key(Kinds.days, "Days ahead, today included.") { $0.facts.days = $1 },
    "contact": Key("Whether its terms want to know whom to write to.", .words(["required"])) {
      $0.facts.needsContact = $2.word($1, among: ["required"]) != nil
    },
    "pause": Key(Kinds.duration, "The time between two requests: 250ms, 2s.") { $0.facts.pause = $1 },
    "lifetime": Key("How long answers hold that do not say so themselves.", .object(lifetime)) {
      $2.fill(&$0.facts.lifetime, $1, lifetime)
    },
    "language": Key(Kinds.text, "The language of its words: en.") { $0.facts.language = $1 },
    "hosts": Key(Kinds.texts, "The hosts that may be asked; left out: those in the addresses.") { $0.facts.hosts = $1 },
  ]

  static let site: Keys<SiteDefinition> = {
    var keys: Keys<SiteDefinition> = [
      "format": Key("The version of the format: 1.", ["enum": [1, "1"]]) { _, node, file in
        _ = file.word(node, among: ["1"])
      },
      "extends": Key(Kinds.text, "The parser to which this file adds layouts, pages and facts.") { $0.extends = $1 },
      "repaired": Key(
        "Said by a file whose selectors were learned: when, and whether a person has accepted them.",
        .object(repair, required: requiredOfRepair)
      ) { site, node, file in
        var mark = SiteDefinition.Repair(date: CalendarDay(number: 0), status: .proposed)
        file.fill(&mark, node, repair, required: requiredOfRepair)
        site.repair = mark
      },
      "page": Key("The page to ask for, where there is one.", .named("page")) {
        $0.pages.append($2.page($1, named: SiteDefinition.Page.unnamed))
      },
      "pages": Key("The pages to ask for, by their names.", .map(of: .named("page"))) { site, node, file in
        guard let entries = node.entries else { return file.wrong(node, expected: "pages by their names") }
        site.pages += entries.map { file.page($0.value, named: $0.name) }
      },
      "refuse": Key(Kinds.refusals, "What may come in place of a forecast; the first that holds counts.") {
        $0.refusals = $1
      },
      "tables": Key(Kinds.tables, "Words for codes, and values for addresses, by the tables' names.") {
        $0.tables = $1
      },
      "units": Key(Kinds.units, "The units of bare numbers: a name, where it stands, or by quantity.") {
        $0.units = $1
      },
      "tests": Key(Kinds.tests, "Recorded answers with what must be read in them.") { $0.tests = $1 },
    ]
    for (kind, help) in sectionHelp {
      keys[kind.rawValue] = Key(help, .list(of: .named(kind.rawValue))) { site, node, file in
        site.sections[kind] = file.list(node) { file.section($0, kind) }
      }
    }
    keys.merge(facts) { key, _ in key }
    return keys
  }()

  private static let sectionHelp: [SiteDefinition.Section.Kind: String] = [
    .place: "What the answer says of the place.", .current: "The weather now.",
    .today: "Today's row, where it stands apart from the days.", .days: "Calendar days.",
    .halves: "Days and nights in turn, which are paired into days.", .hours: "Moments, an hour or more apart.",
  ]

  private static let lifetime: Keys<AnswerLifetime> = [
    "current": Key(Kinds.duration, "For the weather now and by the hour.") { $0.current = $1 },
    "days": Key(Kinds.duration, "For rows of days.") { $0.days = $1 },
  ]

  static let repair: Keys<SiteDefinition.Repair> = [
    "date": Key(Kinds.day, "The day on which they were learned.") { $0.date = $1 },
    "status": Key(Kinds.choice(SiteDefinition.Repair.Status.self), "Whether a person has looked: proposed, accepted.") {
      $0.status = $1
    },
  ]

  static let areaForm: Keys<AreaForm> = [
    "form": Key(Kinds.text, "The form's name.") { $0.meaning = $1 },
    "pattern": Key(Kinds.text, "What the whole area must match, as a POSIX extended regular expression.") {
      $0.pattern = $1
    },
    "example": Key(Kinds.text, "An area that matches.") { $0.example = $1 },
    "parts": Key(Kinds.texts, "Names for the pattern's groups, in order.") { $0.parts = $1 },
    "town": Key(Kinds.text, "How a town is written in this form: {town}, {region}, {latitude}.") { $0.town = $1 },
  ]

  static let page: Keys<SiteDefinition.Page> = [
    "get": Key(Kinds.texts, "The address, or several that are tried in turn.") { $0.get = $1 },
    "as": Key(Kinds.choice(SiteDefinition.Page.Format.self), "What it is read as; left out: html.") { $0.format = $1 },
    "root": Key(Kinds.text, "The name of an XML document's root.") { $0.root = $1 },
    "inside": Key(Kinds.text, "Where JSON stands in HTML: a text before it, or an XPath.") { $0.inside = $1 },
    "headers": Key(Kinds.textMap, "Header fields of the request, by name.") { $0.headers = $1 },
    "take": Key(Kinds.ladders, "Values for other pages' addresses, by name.") { $0.take = $1 },
    "optional": Key(Kinds.flag, "Whether its failure costs its fields and not the forecast.") { $0.isOptional = $1 },
    "tries": Key(Kinds.tries, "How many of the values for its address are tried.") { $0.tries = $1 },
  ]

  static let refusal: Keys<SiteDefinition.Refusal> = [
    "means": Key(Kinds.choice(SiteDefinition.Refusal.Meaning.self), "What it is.") { $0.means = $1 },
    "status": Key(Kinds.count, "The status that it comes with.") { $0.status = $1 },
    "address": Key(Kinds.text, "A pattern found in the address that answered.") { $0.address = $1 },
    "has": Key(Kinds.ladder, "What finds something, or is true, on such a page.") { $0.has = $1 },
    "says": Key(Kinds.ladder, "Where the site's own reason stands.") { $0.says = $1 },
    "reason": Key(Kinds.text, "A clause that says why, where the site does not.") { $0.reason = $1 },
  ]

  static let units: Keys<SiteDefinition.Units> = ladders(
    ["temperature", "speed", "pressure", "distance", "precipitation"]
  ) { $0.byQuantity[$1] = $2 }

  static let selector: Keys<SiteDefinition.Selector> = [
    "at": Key(Kinds.text, "Where the value stands: an XPath, a JSONPath or a column's name.") { $0.at = $1 },
    "along": Key(Kinds.text, "The XPath of the labels that values in a list of their own belong to.") { $0.along = $1 },
    "and": Key(Kinds.texts, "Expressions whose texts are joined to that of at, with blanks.") { $0.and = $1 },
    "missing": Key(Kinds.texts, "Texts or numbers that mean unknown.") { $0.missing = $1 },
    "drop": Key(Kinds.text, "A pattern whose first match is cut out.") { $0.drop = $1 },
    "match": Key(Kinds.text, "A pattern: its last group that took part, else the whole match.") { $0.match = $1 },
    "words": Key(Kinds.text, "A table in which a code is looked up: yours, or wmo, met, smhi.") { $0.words = $1 },
    "times": Key(Kinds.number, "A factor.") { $0.times = $1 },
    "sentence": Key(Kinds.choice(ForecastSentence.Part.self), "What of a forecast in sentences is meant.") {
      $0.sentence = $1
    },
    "decimals": Key(Kinds.count, "How many decimals mean anything.") { $0.decimals = $1 },
    "basis": Key(Kinds.text, "The field that the value was computed from.") { $0.basis = $1 },
    "by": Key(Kinds.text, "In take: where the numbers stand by which values are ordered.") { $0.by = $1 },
    "unit": Key(Kinds.text, "The value's unit: a name, or where it stands.") { $0.unit = $1 },
    "format": Key(Kinds.text, "How a date or time is written: label, clock, or yyyy-MM-dd HH:mm.") { $0.format = $1 },
    "zone": Key(Kinds.text, "The zone of a time without one: a name, an offset, place, or where.") { $0.zone = $1 },
    "since": Key(Kinds.text, "Where the moment stands since which precipitation fell.") { $0.since = $1 },
  ]

  /// The keys of a section, created on first use for each kind.
  static func section(_ kind: SiteDefinition.Section.Kind) -> Keys<SiteDefinition.Section> {
    sections.withLock { sections in
      let keys = sections[kind] ?? makeSection(kind)
      sections[kind] = keys
      return keys
    }
  }

  private static let sections = Locked<[SiteDefinition.Section.Kind: Keys<SiteDefinition.Section>]>([:])

  private static func makeSection(_ kind: SiteDefinition.Section.Kind) -> Keys<SiteDefinition.Section> {
    var keys: Keys<SiteDefinition.Section> = ladders(kind.fieldNames) { $0.fields[$1] = $2 }
    keys["page"] = Key(Kinds.text, "The page that it stands on; left out: the first.") { $0.page = $1 }
    keys["layout"] = Key(Kinds.text, "What the layout is called in reports and errors.") { $0.layout = $1 }
    keys["rows"] = Key(Kinds.ladder, "Where the rows are: the first that finds any.") { $0.rows = $1 }
    keys["zone"] = Key(Kinds.ladder, "The zone of times without one.") { $0.zone = $1 }
    keys["units"] = Key(Kinds.units, "The units of bare numbers in this section.") { $0.units = $1 }
    if kind == .place {
      keys["point"] = Key(Kinds.ladder, "Where the point stands that the answer is for.") { $0.point = $1 }
      return keys
    }
    keys["columns"] = Key(Kinds.ladder, "JSON objects of parallel lists: a row is a position.") { $0.columns = $1 }
    keys[kind == .hours || kind == .current ? "time" : "date"] = Key(
      Kinds.ladder, "The row's day or moment, by which it is known."
    ) { $0.date = $1 }
    keys["quality"] = Key(
      "Where the quality of a value stands, and the pattern of one that passes.", .named("selector")
    ) {
      $0.quality = $2.ladder($1)?.first
    }
    keys["winds"] = Key(Kinds.ladder, "Several winds within a row, of which the strongest counts.") { $0.winds = $1 }
    keys["today"] = Key(Kinds.ladder, "Where the page says which day it is of.") { $0.today = $1 }
    let sources = kind == .today ? ["hours", "days"] : ["hours"]
    keys["from"] = Key("What these are made of, in place of all else.", .words(sources)) {
      $0.madeFrom = $2.word($1, among: sources)
    }
    switch kind {
    case .halves:
      keys["day"] = Key(Kinds.ladder, "What holds for a day's row.") { $0.day = $1 }
      keys["night"] = Key(Kinds.ladder, "What holds for a night's row.") { $0.night = $1 }
    case .days, .today:
      keys["lows"] = Key("Whether a row's low is that of the night after it.", .words(["night"])) {
        $0.lowsAreNights = $2.word($1, among: ["night"]) != nil
      }
    case .hours:
      keys["ahead"] = Key(Kinds.ahead, "What is said of the time behind a moment, by its length.") { $0.ahead = $1 }
    case .current: keys["oldest"] = Key(Kinds.duration, "How old the weather now may be.") { $0.oldest = $1 }
    case .place: break
    }
    return keys
  }

  static let ahead: Keys<SiteDefinition.Section.Ahead> = {
    var keys: Keys<SiteDefinition.Section.Ahead> = ladders(SiteDefinition.Section.Kind.aheadFieldNames) {
      $0.fields[$1] = $2
    }
    keys["rows"] = Key(Kinds.ladder, "Where the stretches of time have rows of their own.") { $0.rows = $1 }
    keys["from"] = Key(Kinds.ladder, "Where the moment stands at which it begins.") { $0.from = $1 }
    keys["until"] = Key(Kinds.ladder, "Where the moment stands at which it ends.") { $0.until = $1 }
    return keys
  }()

  private static let testKinds = ["today", "fivedays", "tendays", "weekend", "hourly"]

  static let test: Keys<SiteDefinition.Test> = [
    "session": Key(Kinds.text, "The recording's folder beside the file, in Name/.") { $0.session = $1 },
    "area": Key(Kinds.text, "The area that is asked for.") { $0.area = $1 },
    "for": Key("The kind of forecast; left out: tendays.", .words(testKinds)) { test, node, file in
      if let kind = file.word(node, among: testKinds) { test.kind = kind }
    },
    "rows": Key(Kinds.count, "How many rows come out.") { $0.rows = $1 },
    "expect": Key(Kinds.expectation, "What comes out, rows by their dates; what is not named is free.") {
      $0.expect = $1
    },
    "fails": Key(Kinds.count, "The exit status where it must fail.") { $0.fails = $1 },
    "tolerance": Key(Kinds.number, "How much numbers may differ.") { $0.tolerance = $1 },
  ]

  /// Selector keys whose values are stored in a dictionary by key name.
  private static func ladders<Root>(
    _ names: [String], _ set: @escaping @Sendable (inout Root, String, [SiteDefinition.Selector]) -> Void
  ) -> Keys<Root> {
    Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, Key(Kinds.ladder, Field(name)?.help ?? "Where \(name) stands.") { set(&$0, name, $1) })
      })
  }
}
