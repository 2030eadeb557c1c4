import Basics
import Scraping
import Web

/// Sends each host of some parsers one HEAD request, all in parallel.
struct NetworkDoctor {
  let configuration: Configuration
  let environment: [String: String]
  let now: LocalTime

  /// Timeout per host.
  private static let limit = Duration.seconds(10)
  /// Response time above which a host counts as slow, in seconds.
  private static let slow = 3.0
  /// Tolerated difference between the machine's clock and a host's, in seconds.
  private static let skew = 300

  func checks(of parsers: [any ForecastParser]) async -> [HostCheck] {
    var options = configuration.http
    options.certificates = CertificateVariables(environment)
    let addresses = Set(parsers.flatMap { self.addresses(of: $0) }).sorted()
    return await withTaskGroup(of: HostProbe.self) { group in
      for address in addresses {
        group.addTask { [options] in await HostProbe.of(address, options, within: Self.limit) }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.url < $1.url }.map { check($0) }
    }
  }

  /// The addresses of a parser's hosts, or its base address.
  private func addresses(of parser: any ForecastParser) -> [String] {
    if let base = configuration.parsers[parser.name]?.baseAddress { return ["\(base.text)/"] }
    // The scheme of the host's pages: some hosts only serve ftp.
    let pages = parser.readDefinition?.pages.flatMap(\.get) ?? []
    return parser.facts.hosts.map { host in
      let scheme = pages.lazy.compactMap { page in
        page.firstRange(of: "://\(host)/").map { String(page[..<$0.lowerBound]) }
      }.first
      return "\(scheme ?? "https")://\(host)/"
    }
  }

  private func check(_ probe: HostProbe) -> HostCheck {
    let host = Address(probe.url)?.host ?? probe.url
    func text(_ name: String, _ seconds: Double?) -> String? {
      seconds.map { "\(name) \(Int(($0 * 1000).rounded())) ms" }
    }
    let times = [
      text("name", probe.times.name), text("connected", probe.times.connection), text("TLS", probe.times.tls),
      text("answer", probe.times.answer),
    ].compactMap { $0 }.joined(separator: ", ")
    if let failure = probe.failure {
      return HostCheck(host: host, probe: probe, light: .red, text: PlainText.of(failure))
    }
    if let date = probe.date, abs(date - now.secondsSince1970) > Self.skew {
      let minutes = abs(date - now.secondsSince1970) / 60
      return HostCheck(
        host: host, probe: probe, light: .yellow,
        text: "its clock and this machine's are \(minutes) minutes apart: set the machine's; \(times)")
    }
    let isSlow = (probe.times.answer ?? 0) > Self.slow
    return HostCheck(
      host: host, probe: probe, light: isSlow ? .yellow : .green, text: "\(isSlow ? "slow: " : "")\(times)")
  }
}
