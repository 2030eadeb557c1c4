/// The zone whose text the site leads on to where it has no data for a point for now.
enum WeatherGovPageZone {
  /// The code of the zone (`COZ040`) in the address of a page that is a zone's and no point's; nil for a point's.
  static func code(in url: String) -> String? {
    let url = url.lowercased()
    guard let name = url.firstRange(of: "zoneid="), url.firstRange(of: "lat=") == nil else { return nil }
    let code = url[name.upperBound...].prefix { $0.isLetter || $0.isNumber }
    return code.isEmpty ? nil : code.uppercased()
  }
}
