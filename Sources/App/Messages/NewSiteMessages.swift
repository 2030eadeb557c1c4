import Basics
import Scraping

extension NewSiteError: CustomStringConvertible {
  var description: String {
    switch self {
    case .needsPage:
      "parsers new needs a page: weatherterm parsers new FILE, or an address such as https://site.example/"
    case .exists(let path): "\(path) is there already and is not overwritten: name another file behind the page"
    case .unreadable(let path, let error):
      "\(path) cannot be read: \(error.reason); name a saved page, or an address that begins with https://"
    case .unusable(let page, .empty): "\(page) is empty: save the page again, with its numbers in it"
    case .unusable(let page, .binary):
      "\(page) is no text (a picture or an archive?): save the page as HTML, JSON, XML or CSV"
    case .unusable(let page, .recording(let entries)):
      "\(page) is a recording of \(entries) answers and no page: name the file or the address of the one with the numbers"
    case .unusable(let page, .unreadable(let reason)): "\(page) cannot be read: \(reason); save the page again"
    case .localAddress(let url):
      "\(url) is of this machine or its own network, which a site file may not ask: save the page"
    case .badAddress(let url): "\(url) is no address of a page: write it as https://site.example/path"
    case .refused(let url, let status) where status == 403 || status == 401:
      "\(url) refuses programs (status \(status)): save the page from a browser and name the file"
    case .refused(let url, let status): "\(url) answered with status \(status): check the address, or try again later"
    case .redirected(let url, let to): "\(url) redirects to \(to): name that address"
    case .broken(let name, let errors):
      "no file \(name) could be made of the page (\(errors.all.first?.description ?? "")); send the page in with a bug report"
    case .unwritable(let path, let error):
      "\(path) cannot be written: \(error.reason); go to a folder that you may write to"
    }
  }
}
