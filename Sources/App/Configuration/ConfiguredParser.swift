import Markup

/// What is configured for one parser.
struct ConfiguredParser: Hashable, Sendable {
  /// The address that stands in for the site's.
  var baseAddress: BaseAddress?
  /// How long to wait between two requests to the site.
  var pause: Duration?
  /// How old an answer may be that is kept.
  var maxAge: Duration?
}

extension ConfiguredParser {
  /// Reads the map of its keys.
  init(_ node: YAMLNode) throws(ConfigurationError) {
    for (name, value) in try node.map(["base_url", "pause", "max_age"]) {
      switch name {
      case "base_url":
        guard let address = BaseAddress(try value.word()) else {
          throw value.wrong("give it an http or https address, such as http://127.0.0.1:8080")
        }
        baseAddress = address
      case "pause": pause = try value.duration(least: .zero)
      default: maxAge = try value.duration(least: .zero)
      }
    }
  }
}
