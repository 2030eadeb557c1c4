import Basics
import Foundation
import Markup
import Scraping
import Web

/// Checks what a run needs from the machine.
struct MachineDoctor {
  let environment: [String: String]
  let list: ParserList
  /// The file that `--config` names.
  let config: String?
  let now: LocalTime

  /// The checks, and the configuration; an empty one if it is invalid.
  func checks() -> (checks: [Check], configuration: Configuration) {
    let (settings, configuration) = configurationCheck()
    let checks = [
      Check("program", "weatherterm \(Version.number)"),
      Check("libraries", (WebLibraries.versions + ["libxml2 \(MarkupLibrary.version)"]).joined(separator: ", ")),
      certificates(configuration), clock, locale, terminal, settings, cache,
    ]
    return (checks + siteFiles + proxy, configuration)
  }

  // MARK: - Certificates

  private func certificates(_ configuration: Configuration) -> Check {
    let variables = CertificateVariables(environment)
    let named = configuration.http.caFile ?? variables.file
    guard let file = named ?? WebLibraries.systemCertificates else {
      return variables.folder.map { Check("certificates", "those in \(home($0))") }
        ?? Check("certificates", "those that the TLS library finds by itself")
    }
    let status = named == nil ? ExitStatus.network : .configuration
    let advice =
      named == nil ? "install ca-certificates, or name a file in SSL_CERT_FILE" : "name a file that holds some"
    do throws(FileError) {
      let text = String(decoding: try InputFile.read(file, limit: 32 << 20), as: UTF8.self)
      let count = text.ranges(of: "-----BEGIN CERTIFICATE-----").count
      if count > 0 { return Check("certificates", "\(count) in \(home(file))") }
      return Check("certificates", .red, "\(home(file)) holds none: \(advice)", status: status)
    } catch {
      return Check("certificates", .red, "\(home(file)) cannot be read: \(error.reason); \(advice)", status: status)
    }
  }

  /// The proxy variables; their values are not shown, because they may contain passwords.
  private var proxy: [Check] {
    let names = WebLibraries.proxies
    return names.isEmpty ? [] : [Check("proxy", "\(names.joined(separator: ", ")) set")]
  }

  // MARK: - Time, locale, terminal

  /// Plausible years for the clock.
  private static let years = 2025...2100

  private var clock: Check {
    let text = "\(now) (\(TimeZone.current.identifier))"
    if Self.years.contains(now.day.date.year) { return Check("time", text) }
    return Check(
      "time", .red, "\(text) cannot be: set the clock, certificates and forecasts depend on it", status: .network)
  }

  private var locale: Check {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "none"
    let terminal = Terminal.ofOutput(environment: environment)
    if terminal.isUnicode { return Check("locale", "\(name), UTF-8") }
    return Check(
      "locale", terminal.isTerminal ? .yellow : .green,
      "\(name), ASCII alone\(terminal.isTerminal ? ": set LANG to one with UTF-8, such as C.UTF-8, for all signs" : "")"
    )
  }

  private var terminal: Check {
    let terminal = Terminal.ofOutput(environment: environment)
    let width = terminal.width.map { "\($0) columns, " } ?? ""
    let signs = terminal.isUnicode ? "UTF-8" : "ASCII"
    let colors = "\(terminal.isColored(.auto) ? "colours" : "no colours"), \(signs)"
    let name = environment["TERM"].flatMap { $0.isEmpty ? nil : " (\($0))" } ?? ""
    return Check("terminal", terminal.isTerminal ? "\(width)\(colors)\(name)" : "none: \(width)\(colors)")
  }

  // MARK: - Files

  private func configurationCheck() -> (Check, Configuration) {
    do {
      let configuration = try Configuration.load(config, environment: environment, list)
      let file = home(configuration.file)
      return (Check("configuration", configuration.exists ? file : "none in \(file)"), configuration)
    } catch {
      let failure = Failure(error)
      return (Check("configuration", .red, home(failure.message), status: failure.status), Configuration())
    }
  }

  private var cache: Check {
    guard let folder = CacheSettings.folder(environment) else {
      return Check("cache", .yellow, "none: neither XDG_CACHE_HOME nor HOME names a folder; each run asks the sites")
    }
    guard let access = FileAccess(folder) else {
      let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
      let isMade = !Files.exists(parent) || FileManager.default.isWritableFile(atPath: parent)
      return isMade
        ? Check("cache", "none yet in \(home(folder))")
        : Check(
          "cache", .yellow, "\(home(folder)) cannot be made: each run asks the sites; make \(home(parent)) writable")
    }
    if !access.isOwn {
      return Check(
        "cache", .yellow, "\(home(folder)) is another user's: nothing is kept; name another in XDG_CACHE_HOME")
    }
    if !FileManager.default.isWritableFile(atPath: folder) {
      return Check("cache", .yellow, "\(home(folder)) cannot be written: nothing is kept; make it writable")
    }
    let contents = Cache(path: folder).contents()
    let size = ByteText.of(contents.size)
    let text = "\(home(folder)), \(contents.answers.count) kept, \(size), \(access.text)"
    return access.mode & 0o077 == 0
      ? Check("cache", text) : Check("cache", .yellow, "\(text): close it to others with chmod 700")
  }

  /// The folders of site files, and invalid files.
  private var siteFiles: [Check] {
    let folders = list.folders.filter { Files.isFolder($0) }
    let parsers = list.all.compactMap { $0 as? SiteFileParser }.filter { $0.userFile != nil }
    var checks = folders.isEmpty ? [Check("site files", "none in \(list.folders.first.map(home) ?? "any folder")")] : []
    for folder in folders {
      let count = parsers.filter { $0.userFile?.hasPrefix("\(folder)/") == true }.count
      let text = "\(count) in \(home(folder))"
      guard let access = FileAccess(folder) else { continue }
      let isTrusted = (access.isOwn || access.owner == 0) && !access.isOpen
      checks.append(
        isTrusted
          ? Check("site files", "\(text), \(access.text)")
          : Check(
            "site files", .yellow,
            "\(text), \(access.text): others may change them; make the folder yours, with chmod go-w"))
    }
    for parser in parsers {
      guard let file = parser.userFile else { continue }
      do throws(DefinitionErrors) {
        try parser.validate()
        if let access = FileAccess(file), access.isOpen || !(access.isOwn || access.owner == 0) {
          checks.append(
            Check("site file", .yellow, "\(home(file)): others may change it; make it yours, with chmod go-w"))
        }
      } catch {
        let more = error.all.count > 1 ? " (and \(error.all.count - 1) more)" : ""
        checks.append(
          Check("site file", .red, home(error.all.first?.description ?? file) + more, status: .configuration))
      }
    }
    return checks
      + list.misnamed.map { Check("site file", .yellow, "\(home($0)) is no parser: name it in letters and digits") }
  }

  /// A path with `~` for the home folder.
  private func home(_ text: String) -> String {
    guard let home = environment["HOME"], home.count > 1 else { return PlainText.of(text) }
    return PlainText.of(text.replacing(home, with: "~"))
  }
}

extension FileAccess {
  /// Owner and permissions: `yours, mode 700`.
  fileprivate var text: String { "\(isOwn ? "yours" : owner == 0 ? "root's" : "user \(owner)'s"), mode \(modeText)" }
}
