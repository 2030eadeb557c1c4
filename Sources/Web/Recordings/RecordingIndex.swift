internal import Basics

/// Finds the recorded addresses that answer a request.
struct RecordingIndex: Sendable {
  /// Parameters that say which place is meant, in lower case. Another place's answer is never taken for one.
  private static let places = Set(
    """
    lat latitude lon lng long longitude ll latlon latlng latlong listlatlon coord coords coordinate coordinates point \
    points geocode geocodes geo q query search name site sites siteid station stations stationid id ids area areas \
    areacode areaid place places placeid placename location locations locationid locationname loc locid locname city \
    cityid cityname town state county country countrycode region zone zoneid zip zipcode zipcodelist postal postalcode \
    postalkey postcode woeid icao icaocode iata iatacode textfield1 textfield2 altitude elevation
    """
    .split(separator: " ").map(String.init))
  /// Those of them whose values are numbers, so that 59.3 and 59.30 are the same.
  private static let numbers: Set<String> = [
    "lat", "latitude", "lon", "lng", "long", "longitude", "textfield1", "textfield2", "altitude", "elevation",
  ]

  /// The entries of an address, in recorded order.
  private var byKey: [String: [Int]] = [:]
  /// The addresses of a host, each once, in recorded order.
  private var byHost: [String: [Address]] = [:]

  init(_ entries: [Address]) {
    for (number, address) in entries.enumerated() {
      if byKey[address.key] == nil { byHost[address.host, default: []].append(address) }
      byKey[address.key, default: []].append(number)
    }
  }

  /// What a search finds: the entries of an address in recorded order and its key; several addresses that fit equally well.
  enum Found {
    case entries([Int], key: String)
    case tie([String])
    case nothing
  }

  /// The entries that answer a request: those of the same address; else of the same host and path, with the most query pairs in
  /// common.
  func find(_ wanted: Address) -> Found {
    if let entries = byKey[wanted.key] { return .entries(entries, key: wanted.key) }
    let places = Self.places(of: wanted)
    let candidates = (byHost[wanted.host] ?? []).filter { $0.path == wanted.path && Self.places(of: $0) == places }
      .map { (address: $0, common: Self.common($0.query, wanted.query)) }
    guard let most = candidates.map(\.common).max() else { return .nothing }
    let equals = candidates.filter { $0.common == most }.map(\.address)
    // Between http and https of one address, the same scheme is nearer.
    let sameScheme = equals.filter { $0.scheme == wanted.scheme }
    let best = (sameScheme.isEmpty ? equals : sameScheme).map(\.key)
    guard best.count == 1, let key = best.first else { return .tie(best) }
    return .entries(byKey[key] ?? [], key: key)
  }

  /// How many pairs two queries share; one that stands twice counts twice.
  private static func common(_ a: [Address.Pair], _ b: [Address.Pair]) -> Int {
    var left = b
    return a.count { pair in
      guard let index = left.firstIndex(of: pair) else { return false }
      left.remove(at: index)
      return true
    }
  }

  /// What a query says of the place, in a form that can be compared.
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
