import Basics
import Scraping
import Weather

/// Why no site file can be made of a page.
enum NewSiteError: Error, Equatable {
  /// `parsers new` without a page.
  case needsPage
  /// A file of the name that is to be written is there already.
  case exists(String)
  /// The page cannot be read, or is none.
  case unreadable(String, FileError)
  case unusable(String, SamplePage.Fault)
  /// The page is an address that only this machine or its own network has.
  case localAddress(String)
  case badAddress(String)
  /// The site answered with a status that is no success.
  case refused(url: String, status: Int)
  /// The address redirects to another host.
  case redirected(url: String, to: String)
  /// What was made is no site file, which is a mistake of the program.
  case broken(String, DefinitionErrors)
  case unwritable(String, FileError)

  /// The exit status.
  var status: ExitStatus {
    switch self {
    case .needsPage, .localAddress, .badAddress: .usage
    case .unreadable: .noInput
    case .unusable(let page, _): NewSite.isAddress(page) ? .data : .noInput
    case .refused, .redirected: .unavailable
    case .exists, .unwritable: .output
    case .broken: .data
    }
  }
}
