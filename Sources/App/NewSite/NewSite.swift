import Basics
import Output
import Scraping
import Web

/// A first site file for a page, with a recording of the page beside it.
struct NewSite {
  /// What the user named: a saved page, or an address.
  let source: String
  /// The file that is to be written.
  let file: String
  private let name: String
  private let folder: String

  /// - Parameter file: where it is to be written; nil for a name after the page, in the working folder.
  /// - Throws: a ``UsageError``, or a ``NewSiteError`` where something is there already.
  init(_ source: String, file: String?) throws {
    self.source = source
    let path = file ?? "\(Self.name(after: source)).yaml"
    guard let name = ParserList.name(of: path) else { throw UsageError.badParserFile(path) }
    self.name = name
    self.file = path
    folder = (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + "\(name)/\(SiteDraft.session)"
    for path in [path, folder] where Files.exists(path) { throw NewSiteError.exists(path) }
  }

  /// Whether a text is an address and no file.
  static func isAddress(_ text: String) -> Bool { text.contains("://") }

  /// A name of letters and digits after a host or a file that no built-in parser has.
  private static func name(after source: String) -> String {
    let host = Address(source)?.hostName
    let labels =
      host?.split(separator: ".").dropLast().filter { !["www", "api", "m", "data", "co", "com"].contains($0) } ?? []
    let word =
      labels.last.map(String.init) ?? host ?? source.split(separator: "/").last.map { String($0.prefix { $0 != "." }) }
      ?? ""
    let letters = word.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let name = letters.isEmpty ? "MySite" : letters.prefix(1).uppercased() + letters.dropFirst()
    return ParserList.builtIn.names.contains { $0.lowercased() == name.lowercased() } ? "My\(name)" : name
  }

  // MARK: - The page

  /// Reads the page, or asks for it with one request.
  func draft(_ transfer: TransferOptions) async throws -> (draft: SiteDraft, body: [UInt8], type: String?) {
    if Self.isAddress(source) { return try await fetched(transfer) }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try InputFile.read(source, limit: transfer.maxBody) } catch {
      throw NewSiteError.unreadable(source, error)
    }
    let page = Page(url: "", status: 200, body: bytes, fetched: Files.modified(source))
    let sample = try sample(page, type: nil)
    return (SiteDraft(sample, name: name, url: SavedAddress.url(in: bytes)), bytes, nil)
  }

  private func fetched(_ transfer: TransferOptions) async throws -> (SiteDraft, [UInt8], String?) {
    guard let address = Address(source), ["https", "http"].contains(address.scheme) else {
      throw NewSiteError.badAddress(source)
    }
    if LocalNetwork.isLocal(host: address.hostName) { throw NewSiteError.localAddress(source) }
    // What the file is going to ask for: coordinates with four decimals at most.
    let url = SiteDraft.address(for: source)
    var request = TransferRequest(url: url)
    request.confinedTo = [address.hostName]
    let response: TransferResponse
    do throws(TransferError) { response = try await Session(options: transfer).response(to: request) } catch {
      switch error {
      case .foreignRedirect(let url, let to): throw NewSiteError.redirected(url: url, to: to)
      case .localAddress(let url): throw NewSiteError.localAddress(url)
      default: throw error
      }
    }
    guard (200..<300).contains(response.status) else { throw NewSiteError.refused(url: url, status: response.status) }
    let page = Page(url: url, status: response.status, body: response.body, fetched: response.started)
    let sample = try sample(page, type: response.contentType)
    return (SiteDraft(sample, name: name, url: url), response.body, response.contentType)
  }

  private func sample(_ page: Page, type: String?) throws -> SamplePage {
    let page = try page.decoded(contentType: type, site: name)
    do throws(SamplePage.Fault) { return try SamplePage(page) } catch {
      throw NewSiteError.unusable(source, error)
    }
  }

  // MARK: - The files

  /// Writes the recording, then the file, so that its tests run at once; neither is written where a file cannot be.
  func write(_ draft: SiteDraft, body: [UInt8], type: String?) throws {
    let text = draft.text(from: source)
    do throws(DefinitionErrors) { _ = try SiteDefinition(checking: text, file: file) } catch {
      throw NewSiteError.broken(file, error)
    }
    try writing(folder) { () throws(FileError) in try Files.makeFolder(folder) }
    let kind = draft.ending
    try writing(folder) { () throws(FileError) in
      try Files.create("\(folder)/1.\(kind)", body)
      try Files.create(
        "\(folder)/session.har", Array(session(draft, type ?? Self.types[kind] ?? "text/plain", "1.\(kind)").utf8))
    }
    try writing(file) { () throws(FileError) in try Files.create(file, Array(text.utf8)) }
  }

  private static let types = [
    "html": "text/html", "json": "application/json", "xml": "application/xml", "csv": "text/csv",
  ]

  private func writing(_ path: String, _ body: () throws(FileError) -> Void) throws(NewSiteError) {
    do throws(FileError) { try body() } catch { throw .unwritable(path, error) }
  }

  /// The recording of the one answer.
  private func session(_ draft: SiteDraft, _ type: String, _ body: String) -> String {
    """
    {"log": {"version": "1.2", "creator": {"name": "weatherterm", "version": "\(Version.number)"}, "entries": [{
      "startedDateTime": "\(draft.clock)",
      "request": {"method": "GET", "url": \(JsonValue.quoted(draft.url))},
      "response": {"status": 200, "headers": [{"name": "Content-Type", "value": \(JsonValue.quoted(type))}],
        "content": {"mimeType": \(JsonValue.quoted(type)), "_file": "\(body)"}}}]}}

    """
  }
}
