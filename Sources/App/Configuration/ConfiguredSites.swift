import Scraping

/// How pages are fetched, as configured; nil is the default.
struct ConfiguredHTTP: Hashable, Sendable {
  var timeout: Duration?
  var connectTimeout: Duration?
  /// The largest body, in bytes.
  var maxBody: Int?
  var userAgent: String?
  /// How sites may reach the user.
  var contact: String?
  /// A file of certificates to be trusted beside the system's.
  var caFile: String?
  /// How many requests one host gets at the same time.
  var perHost: Int?
}

extension ConfiguredHTTP {
  init(_ node: YAMLNode) throws(ConfigurationError) {
    let keys = ["timeout", "connect_timeout", "max_body", "user_agent", "contact", "ca_file", "per_host"]
    for (name, value) in try node.map(keys) {
      switch name {
      case "timeout": timeout = try value.duration(least: .milliseconds(1))
      case "connect_timeout": connectTimeout = try value.duration(least: .milliseconds(1))
      case "max_body": maxBody = try value.size()
      case "user_agent": userAgent = try value.headerText()
      case "contact": contact = try value.headerText()
      case "ca_file": caFile = try value.word()
      default:
        guard let count = Int(try value.word()), (1...64).contains(count) else { throw value.wrong(.badCount) }
        perHost = count
      }
    }
  }
}

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
