internal import Basics
internal import Weather

/// The folders of the open data server in which a province's newest files may lie.
///
/// `today` is the day in UTC: just after 00:00 UTC it is empty, and the files of the hours before lie under the date of the
/// day before. Every hour has both addresses while the server's day is not over.
enum EnvironmentCanadaFolders {
  /// How many hours back a site's newest file may lie: files are published every hour, and may be late.
  private static let hoursBack = 0...2
  /// The codes of the provinces and territories that have folders.
  private static let provinces: Set<String> = [
    "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT",
  ]

  /// A folder of an hour, with its other address.
  struct Folder {
    /// The address at which it is sought first.
    let url: String
    /// The address that it has where the server's day is not the one that our clock shows.
    let otherURL: String
  }

  /// The folders of the last hours, the newest first.
  static func folders(of province: String, at now: LocalTime) -> [Folder] {
    let today = now.at(offset: 0).day
    return hoursBack.map { back in
      let then = LocalTime(secondsSince1970: now.secondsSince1970 - back * 3600, offset: 0)
      let hour = then.clock.hour < 10 ? "0\(then.clock.hour)" : "\(then.clock.hour)"
      let rest = "citypage_weather/\(province)/\(hour)/"
      let current = "https://dd.weather.gc.ca/today/\(rest)"
      // 20260206, without the dashes.
      let dated = "https://dd.weather.gc.ca/\(then.day.description.filter { $0 != "-" })/WXO-DD/\(rest)"
      return then.day == today ? Folder(url: current, otherURL: dated) : Folder(url: dated, otherURL: current)
    }
  }

  /// Whether a province has folders, so that a missing one is the server's fault.
  static func isKnown(_ province: String) -> Bool { provinces.contains(province) }
}
