/// Why nothing can be repaired.
enum RepairError: Error, Hashable, Sendable {
  case unreadableFile(String, reason: String)
  /// A file that is no report of `-o json`.
  case noReport(String)
  /// No page came.
  case noPage(site: String, reason: String)
  /// The site's answers are no pages of HTML.
  case noMarkup(site: String)
  /// Nothing is known of the place and the time.
  case nothingKnown(site: String)
  /// The user's file is a person's.
  case ownFile(String)
  /// There is no file of a repair.
  case noRepair(String, folder: String)
  /// The parser does not read the page with what was learned either.
  case stillUnread(String, reason: String)
  case cannotWrite(String, reason: String)
  /// There is no folder for site files.
  case noFolder
  /// A file name that is none of a site file.
  case badName(String)
  case tooManyPages(Int)
}
