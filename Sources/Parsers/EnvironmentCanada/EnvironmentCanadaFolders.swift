internal import Basics
internal import Weather

/// The folders of the open data server that may contain a province's newest files.
///
/// `today` is the UTC date: just after midnight it is empty, and the previous hours' files are in the folder of the day
/// before. Until then each hour has both addresses.
enum EnvironmentCanadaFolders {
  /// How many hours old a site's newest file may be: files are published hourly, and may be late.
  private static let hoursBack = 0...2
  /// Provinces and territories that have folders.
  private static let provinces: Set<String> = [
    "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT",
  ]

  /// A folder for an hour, with an alternative address.
  struct Folder {
    /// The address to try first.
    let url: String
    /// The address if the server's date differs from our clock's.
    let otherURL: String
  }

  /// The folders of the last hours, newest first.
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

  /// True if the province has folders, so that a missing one is the server's fault.
  static func isKnown(_ province: String) -> Bool { provinces.contains(province) }
}
