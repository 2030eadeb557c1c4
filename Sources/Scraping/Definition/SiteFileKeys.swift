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

  static let site: Keys<SiteDefinition> = {
    var keys: Keys<SiteDefinition> = [
      "format": Key("The version of the format: 1.", ["enum": [1, "1"]]) { _, node, file in
        _ = file.word(node, among: ["1"])
      },
      "extends": Key(optional: \.extends, Kinds.text, "The parser to which this file adds layouts, pages and facts."),
      "repaired": Key(
        "Said by a file whose selectors were learned: when, and whether a person has accepted them.",
        .object(repair, required: requiredOfRepair)
      ) { site, node, file in
        var mark = SiteDefinition.Repair(date: CalendarDay(number: 0), status: .proposed)
        file.fill(&mark, node, repair, required: requiredOfRepair)
        site.repair = mark
      },
      "title": Key(\.facts.title, Kinds.text, "The site's own name."),
      "home": Key(\.facts.homePage, Kinds.text, "The site's home page."),
      "aliases": Key(\.facts.aliases, Kinds.texts, "Other words behind -p."),
      "areas": Key(\.facts.areaForms, Kinds.areas, "The forms that an area may have, the most usual first."),
      "help": Key(\.facts.areaHelp, Kinds.text, "Where a user finds the area, in a sentence."),
      "coverage": Key(\.facts.coverage, Kinds.text, "Where in the world it forecasts for, in words."),
      "countries": Key(
        optional: \.facts.countries, Kinds.countries, "The countries covered (ISO 3166-1 alpha-2); left out: the world."
      ),
      "territory": Key(
        optional: \.facts.territory, Kinds.territory,
        "Boxes of the map that hold all it covers: [south, north, west, east]."),
      "attribution": Key(\.facts.attribution, Kinds.text, "What has to be said with its data."),
      "terms": Key(\.facts.terms, Kinds.text, "What its terms allow."),
      "grid": Key(optional: \.facts.gridKilometers, Kinds.number, "The spacing of its grid or places in kilometres."),
      "horizon": Key(\.facts.days, Kinds.days, "Days ahead, today included."),
      "contact": Key("Whether its terms want to know whom to write to.", .words(["required"])) {
        $0.facts.needsContact = $2.word($1, among: ["required"]) != nil
      },
      "pause": Key(\.facts.pause, Kinds.duration, "The time between two requests: 250ms, 2s."),
      "lifetime": Key("How long answers hold that do not say so themselves.", .object(lifetime)) {
        $2.fill(&$0.facts.lifetime, $1, lifetime)
      },
      "language": Key(optional: \.facts.language, Kinds.text, "The language of its words: en."),
      "hosts": Key(\.facts.hosts, Kinds.texts, "The hosts that may be asked; left out: those in the addresses."),
      "page": Key("The page to ask for, where there is one.", .named("page")) {
        $0.pages.append($2.page($1, named: SiteDefinition.Page.unnamed))
      },
      "pages": Key("The pages to ask for, by their names.", .map(of: .named("page"))) { site, node, file in
        guard let entries = node.entries else { return file.wrong(node, expected: "pages by their names") }
        site.pages += entries.map { file.page($0.value, named: $0.name) }
      },
      "refuse": Key(\.refusals, Kinds.refusals, "What may come in place of a forecast; the first that holds counts."),
      "tables": Key(\.tables, Kinds.tables, "Words for codes, and values for addresses, by the tables' names."),
      "units": Key(\.units, Kinds.units, "The units of bare numbers: a name, where it stands, or by quantity."),
      "tests": Key(\.tests, Kinds.tests, "Recorded answers with what must be read in them."),
    ]
    for (kind, help) in sectionHelp {
      keys[kind.rawValue] = Key(help, .list(of: .named(kind.rawValue))) { site, node, file in
        site.sections[kind] = file.list(node) { file.section($0, kind) }
      }
    }
    return keys
  }()

  private static let sectionHelp: [SiteDefinition.Section.Kind: String] = [
    .place: "What the answer says of the place.", .current: "The weather now.",
    .today: "Today's row, where it stands apart from the days.", .days: "Calendar days.",
    .halves: "Days and nights in turn, which are paired into days.", .hours: "Moments, an hour or more apart.",
  ]

  private static let lifetime: Keys<AnswerLifetime> = [
    "current": Key(\.current, Kinds.duration, "For the weather now and by the hour."),
    "days": Key(\.days, Kinds.duration, "For rows of days."),
  ]

  static let repair: Keys<SiteDefinition.Repair> = [
    "date": Key(\.date, Kinds.day, "The day on which they were learned."),
    "status": Key(
      \.status, Kinds.choice(SiteDefinition.Repair.Status.self), "Whether a person has looked: proposed, accepted."),
  ]

  static let areaForm: Keys<AreaForm> = [
    "form": Key(\.meaning, Kinds.text, "The form's name."),
    "pattern": Key(\.pattern, Kinds.text, "What the whole area must match, as a POSIX extended regular expression."),
    "example": Key(\.example, Kinds.text, "An area that matches."),
    "parts": Key(\.parts, Kinds.texts, "Names for the pattern's groups, in order."),
    "town": Key(optional: \.town, Kinds.text, "How a town is written in this form: {town}, {region}, {latitude}."),
  ]

  static let page: Keys<SiteDefinition.Page> = [
    "get": Key(\.get, Kinds.texts, "The address, or several that are tried in turn."),
    "as": Key(\.format, Kinds.choice(SiteDefinition.Page.Format.self), "What it is read as; left out: html."),
    "root": Key(optional: \.root, Kinds.text, "The name of an XML document's root."),
    "inside": Key(optional: \.inside, Kinds.text, "Where JSON stands in HTML: a text before it, or an XPath."),
    "headers": Key(\.headers, Kinds.textMap, "Header fields of the request, by name."),
    "take": Key(\.take, Kinds.ladders, "Values for other pages' addresses, by name."),
    "optional": Key(\.isOptional, Kinds.flag, "Whether its failure costs its fields and not the forecast."),
    "tries": Key(optional: \.tries, Kinds.tries, "How many of the values for its address are tried."),
  ]

  static let refusal: Keys<SiteDefinition.Refusal> = [
    "means": Key(\.means, Kinds.choice(SiteDefinition.Refusal.Meaning.self), "What it is."),
    "status": Key(optional: \.status, Kinds.count, "The status that it comes with."),
    "address": Key(optional: \.address, Kinds.text, "A pattern found in the address that answered."),
    "has": Key(\.has, Kinds.ladder, "What finds something, or is true, on such a page."),
    "says": Key(\.says, Kinds.ladder, "Where the site's own reason stands."),
    "reason": Key(optional: \.reason, Kinds.text, "A clause that says why, where the site does not."),
  ]

  static let units: Keys<SiteDefinition.Units> = ladders(
    ["temperature", "speed", "pressure", "distance", "precipitation"]
  ) { \.byQuantity[$0] }

  static let selector: Keys<SiteDefinition.Selector> = [
    "at": Key(\.at, Kinds.text, "Where the value stands: an XPath, a JSONPath or a column's name."),
    "along": Key(
      optional: \.along, Kinds.text, "The XPath of the labels that values in a list of their own belong to."),
    "and": Key(\.and, Kinds.texts, "Expressions whose texts are joined to that of at, with blanks."),
    "missing": Key(\.missing, Kinds.texts, "Texts or numbers that mean unknown."),
    "drop": Key(optional: \.drop, Kinds.text, "A pattern whose first match is cut out."),
    "match": Key(optional: \.match, Kinds.text, "A pattern: its last group that took part, else the whole match."),
    "words": Key(optional: \.words, Kinds.text, "A table in which a code is looked up: yours, or wmo, met, smhi."),
    "times": Key(optional: \.times, Kinds.number, "A factor."),
    "sentence": Key(
      optional: \.sentence, Kinds.choice(ForecastSentence.Part.self), "What of a forecast in sentences is meant."),
    "decimals": Key(optional: \.decimals, Kinds.count, "How many decimals mean anything."),
    "basis": Key(optional: \.basis, Kinds.text, "The field that the value was computed from."),
    "by": Key(optional: \.by, Kinds.text, "In take: where the numbers stand by which values are ordered."),
    "unit": Key(optional: \.unit, Kinds.text, "The value's unit: a name, or where it stands."),
    "format": Key(optional: \.format, Kinds.text, "How a date or time is written: label, clock, or yyyy-MM-dd HH:mm."),
    "zone": Key(optional: \.zone, Kinds.text, "The zone of a time without one: a name, an offset, place, or where."),
    "since": Key(optional: \.since, Kinds.text, "Where the moment stands since which precipitation fell."),
  ]

  static let sections: [SiteDefinition.Section.Kind: Keys<SiteDefinition.Section>] = Dictionary(
    uniqueKeysWithValues: SiteDefinition.Section.Kind.allCases.map { kind in
      var keys = ladders(kind.fieldNames) { \SiteDefinition.Section.fields[$0] }
      keys["page"] = Key(optional: \.page, Kinds.text, "The page that it stands on; left out: the first.")
      keys["layout"] = Key(\.layout, Kinds.text, "What the layout is called in reports and errors.")
      keys["rows"] = Key(\.rows, Kinds.ladder, "Where the rows are: the first that finds any.")
      keys["zone"] = Key(\.zone, Kinds.ladder, "The zone of times without one.")
      keys["units"] = Key(\.units, Kinds.units, "The units of bare numbers in this section.")
      if kind == .place {
        keys["point"] = Key(\.point, Kinds.ladder, "Where the point stands that the answer is for.")
        return (kind, keys)
      }
      keys["columns"] = Key(\.columns, Kinds.ladder, "JSON objects of parallel lists: a row is a position.")
      keys[kind == .hours || kind == .current ? "time" : "date"] = Key(
        \.date, Kinds.ladder, "The row's day or moment, by which it is known.")
      keys["quality"] = Key(
        "Where the quality of a value stands, and the pattern of one that passes.", .named("selector")
      ) {
        $0.quality = $2.ladder($1)?.first
      }
      keys["winds"] = Key(\.winds, Kinds.ladder, "Several winds within a row, of which the strongest counts.")
      keys["today"] = Key(\.today, Kinds.ladder, "Where the page says which day it is of.")
      let sources = kind == .today ? ["hours", "days"] : ["hours"]
      keys["from"] = Key("What these are made of, in place of all else.", .words(sources)) {
        $0.madeFrom = $2.word($1, among: sources)
      }
      switch kind {
      case .halves:
        keys["day"] = Key(\.day, Kinds.ladder, "What holds for a day's row.")
        keys["night"] = Key(\.night, Kinds.ladder, "What holds for a night's row.")
      case .days, .today:
        keys["lows"] = Key("Whether a row's low is that of the night after it.", .words(["night"])) {
          $0.lowsAreNights = $2.word($1, among: ["night"]) != nil
        }
      case .hours: keys["ahead"] = Key(\.ahead, Kinds.ahead, "What is said of the time behind a moment, by its length.")
      case .current: keys["oldest"] = Key(optional: \.oldest, Kinds.duration, "How old the weather now may be.")
      case .place: break
      }
      return (kind, keys)
    })

  static let ahead: Keys<SiteDefinition.Section.Ahead> = {
    var keys = ladders(SiteDefinition.Section.Kind.aheadFieldNames) { \SiteDefinition.Section.Ahead.fields[$0] }
    keys["rows"] = Key(\.rows, Kinds.ladder, "Where the stretches of time have rows of their own.")
    keys["from"] = Key(\.from, Kinds.ladder, "Where the moment stands at which it begins.")
    keys["until"] = Key(\.until, Kinds.ladder, "Where the moment stands at which it ends.")
    return keys
  }()

  private static let testKinds = ["today", "fivedays", "tendays", "weekend", "hourly"]

  static let test: Keys<SiteDefinition.Test> = [
    "session": Key(\.session, Kinds.text, "The recording's folder beside the file, in Name/."),
    "area": Key(\.area, Kinds.text, "The area that is asked for."),
    "for": Key("The kind of forecast; left out: tendays.", .words(testKinds)) { test, node, file in
      if let kind = file.word(node, among: testKinds) { test.kind = kind }
    },
    "rows": Key(optional: \.rows, Kinds.count, "How many rows come out."),
    "expect": Key(\.expect, Kinds.expectation, "What comes out, rows by their dates; what is not named is free."),
    "fails": Key(optional: \.fails, Kinds.count, "The exit status where it must fail."),
    "tolerance": Key(\.tolerance, Kinds.number, "How much numbers may differ."),
  ]

  /// Selector keys whose values are stored in a dictionary by key name.
  private static func ladders<Root>(
    _ names: [String], _ path: (String) -> any (WritableKeyPath<Root, [SiteDefinition.Selector]?> & Sendable)
  ) -> Keys<Root> {
    Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, Key(optional: path(name), Kinds.ladder, Field(name)?.help ?? "Where \(name) stands."))
      })
  }
}
