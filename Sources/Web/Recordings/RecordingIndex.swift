internal import Basics

/// Finds the recorded entries for a request.
struct RecordingIndex: Sendable {
  /// Lower-case names of query parameters that identify the place; they must match exactly.
  private static let places = Set(
    """
    lat latitude lon lng long longitude ll latlon latlng latlong listlatlon coord coords coordinate coordinates point \
    points geocode geocodes geo q query search name site sites siteid station stations stationid id ids area areas \
    areacode areaid place places placeid placename location locations locationid locationname loc locid locname city \
    cityid cityname town state county country countrycode region zone zoneid zip zipcode zipcodelist postal postalcode \
    postalkey postcode woeid icao icaocode iata iatacode textfield1 textfield2 altitude elevation
    """
    .split(separator: " ").map(String.init))
  /// Those with numeric values, for which 59.3 equals 59.30.
  private static let numbers: Set<String> = [
    "lat", "latitude", "lon", "lng", "long", "longitude", "textfield1", "textfield2", "altitude", "elevation",
  ]

  /// Entry indices by address, in recorded order.
  private var byKey: [String: [Int]] = [:]
  /// Addresses by host, without duplicates, in recorded order.
  private var byHost: [String: [Address]] = [:]

  init(_ entries: [Address]) {
    for (number, address) in entries.enumerated() {
      if byKey[address.key] == nil { byHost[address.host, default: []].append(address) }
      byKey[address.key, default: []].append(number)
    }
  }

  /// The result of a search: the entries of one address in recorded order, and its key; or several addresses that match
  /// equally well.
  enum Found {
    case entries([Int], key: String)
    case tie([String])
    case nothing
  }

  /// The entries for a request: those with the same address; else with the same host, path and place, and the most
  /// query parameters in common.
  func find(_ wanted: Address) -> Found {
    if let entries = byKey[wanted.key] { return .entries(entries, key: wanted.key) }
    let places = Self.places(of: wanted)
    let candidates = (byHost[wanted.host] ?? []).filter { $0.path == wanted.path && Self.places(of: $0) == places }
      .map { (address: $0, common: Self.common($0.query, wanted.query)) }
    guard let most = candidates.map(\.common).max() else { return .nothing }
    let equals = candidates.filter { $0.common == most }.map(\.address)
    // If only the scheme differs, the same scheme is preferred.
    let sameScheme = equals.filter { $0.scheme == wanted.scheme }
    let best = (sameScheme.isEmpty ? equals : sameScheme).map(\.key)
    guard best.count == 1, let key = best.first else { return .tie(best) }
    return .entries(byKey[key] ?? [], key: key)
  }

  /// The number of parameters that two queries share, with multiplicity.
  private static func common(_ a: [Address.Pair], _ b: [Address.Pair]) -> Int {
    var left = b
    return a.count { pair in
      guard let index = left.firstIndex(of: pair) else { return false }
      left.remove(at: index)
      return true
    }
  }

  /// The parameters that identify the place, normalized for comparison.
  private static func places(of address: Address) -> Set<Address.Pair> {
    Set(
      address.query.compactMap { pair in
        let name = pair.name.lowercased()
        guard places.contains(name) else { return nil }
        let number = numbers.contains(name) ? Double(pair.value) : nil
        return Address.Pair(name: name, value: number.map { "\($0)" } ?? pair.value)
      })
  }
}
