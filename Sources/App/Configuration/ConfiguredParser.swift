import Scraping

/// What is configured for one parser.
struct ConfiguredParser: Hashable, Sendable {
  /// The address that stands in for the site's.
  var baseAddress: BaseAddress?
  /// How long to wait between two requests to the site.
  var pause: Duration?
  /// How old an answer from the cache may be.
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
