import Scraping

/// Settings of one parser.
struct ConfiguredParser: Hashable, Sendable {
  /// Replaces the site's address.
  var baseAddress: BaseAddress?
  /// Minimum time between two requests to the site.
  var pause: Duration?
  /// Maximum age of an answer from the cache.
  var maxAge: Duration?
}

extension ConfiguredParser {
  init(_ node: YAMLNode) throws(ConfigurationError) {
    for (name, value) in try node.map(["base_url", "pause", "max_age"]) {
      switch name {
      case "base_url":
        guard let address = BaseAddress(try value.word()) else { throw value.wrong(.badAddress) }
        baseAddress = address
      case "pause": pause = try value.duration(least: .zero)
      default: maxAge = try value.duration(least: .zero)
      }
    }
  }
}
