import Repair
import Scraping
import Weather

extension RepairError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreadableFile(let file, let reason): "\(file) cannot be read: \(reason)"
    case .noReport(let file): "\(file) is no report: make one with 'weatherterm … -o json'"
    case .noPage(let site, let reason): "there is no page of \(site) to learn from: \(reason)"
    case .noMarkup(let site): "\(site) has no days or hours on pages of HTML, on which alone repair learns"
    case .nothingKnown(let site):
      "nothing is known of what the page of \(site) should say: name another source with --from, or a report with --known"
    case .ownFile(let file): "\(file) was not written by repair and stays as it is: write to another file with -o FILE"
    case .noRepair(let name, let folder):
      "there is no repair of \(name) in \(folder): 'weatherterm repair \(name)' makes one"
    case .stillUnread(let site, let reason):
      "selectors alone do not repair \(site), whose file refuses the page: \(reason.prefix(90))…"
    case .cannotWrite(let file, let reason): "\(file) cannot be written: \(reason)"
    case .noFolder: "there is no folder for site files: set HOME, or write to a file with -o FILE"
    case .badName(let file):
      "\(file) names no parser: give -o a file named after the site, such as MySite.yaml, or json"
    case .tooManyPages(let most): "repair learns on \(most) pages at most: name fewer"
    }
  }

  var status: ExitStatus {
    switch self {
    case .unreadableFile, .noReport, .noRepair: .noInput
    case .noPage, .noMarkup, .nothingKnown, .stillUnread: .data
    case .cannotWrite: .output
    case .noFolder, .ownFile: .configuration
    case .badName, .tooManyPages: .usage
    }
  }
}

extension LearnedSection.Proof {
  var sentence: String {
    let source =
      switch knowledge {
      case .exact: "the page's own data"
      case .kept: "what was kept from before"
      case .other: "another source"
      }
    let lead =
      margin >= 12 ? "no other comes near" : "the next one is e^\(Int(margin.rounded(.down))) times less likely"
    return "\(seen) of \(wanted) rows as \(source) has it; \(lead); \(pages == 1 ? "one page" : "\(pages) pages")"
  }
}

extension FieldRefusal {
  var sentence: String {
    switch self {
    case .nothingKnown: "nothing is known of it"
    case .noAgreement(nil, _, _): "nothing in the rows can be it"
    case .noAgreement(let nearest?, let far, let count):
      "nothing agrees with what is known; the nearest, \(nearest), is far off in \(far) of \(count) rows"
    case .isOther(let field?, let path): "what agrees with it is \(field.name): \(path)"
    case .isOther(nil, let path): "what agrees with it is another field: \(path)"
    case .otherRows(let path): "it agrees better with other rows than with its own: \(path)"
    case .twoColumns(let one, let other, let margin):
      "two columns agree about as well (e^\(Int(margin.rounded(.down)))): \(one) and \(other)"
    case .wordsAgainst(let path): "the words beside it speak of another field: \(path)"
    case .provesNothing(let path): "its values would agree with other rows as well, and no word names it: \(path)"
    case .tooLittleKnown: "too few rows of it are known"
    case .noUnit(let path): "the page does not say whether it is in °C or °F: \(path)"
    case .notConfirmed(let page, let seen, let count, let far):
      "page \(page) does not confirm it: \(seen) of \(count) rows have it, \(far) far off"
    case .atOdds(let page): "page \(page): it cannot be right beside another field"
    case .implausible(let page, let value): "page \(page): it cannot be \(value)"
    case .onePage(let path): "another source agrees, which takes a second page to be sure: \(path)"
    }
  }
}

extension Trouble {
  var sentence: String {
    switch self {
    case .noRows: "no texts date rows of these"
    case .otherDates: "no rows are of the dates that are known"
    case .noRowPath: "nothing finds the rows and nothing else"
    case .noRowsElsewhere(let path): "\(path) finds no rows on another page"
    case .brokenRows: "the rows hold each other, as in broken markup"
    case .notConfirmed(let page, let reason): "page \(page) does not confirm it: \(reason)"
    case .otherPlace: "what is known goes up and down with nothing on the page: it may be another place's"
    }
  }
}
