internal import Foundation
internal import Synchronization

/// Writes down what a run asks and is answered, as a folder that ``Recording`` reads.
public final class Recorder: Sendable {
  /// What was asked, with what came of it.
  private struct Exchange {
    let request: TransferRequest
    let result: Result<TransferResponse, TransferError>
  }

  private let directory: String
  private let clock: Timestamp
  private let exchanges = Mutex<[Exchange]>([])

  /// A recorder into a folder, which is made where it is not there.
  ///
  /// - Parameter clock: the run's one clock reading, which every entry carries, so that replay reads the same.
  /// - Throws: ``TransferError/cannotWrite(path:reason:)``, before anything is asked of the network.
  public init(directory: String, clock: Timestamp) throws(TransferError) {
    self.directory = directory
    self.clock = clock
    if !WholeFile.isFolder(directory) { try WholeFile.makeFolder(directory) }
    guard unsafe access(directory, W_OK | X_OK) == 0 else {
      throw .cannotWrite(path: directory, reason: "it is a folder that you may not write to")
    }
  }

  /// Notes an answer, with the redirects on the way to it.
  @inline(never) public func note(_ request: TransferRequest, _ response: TransferResponse) {
    exchanges.withLock { $0.append(Exchange(request: request, result: .success(response))) }
  }

  /// Notes that a request has failed.
  @inline(never) public func note(_ request: TransferRequest, failed error: TransferError) {
    exchanges.withLock { $0.append(Exchange(request: request, result: .failure(error))) }
  }

  /// What was noted so far. Not inlined: the optimizer of Swift 6.3.1 takes a lock within a function of typed throws for an
  /// error.
  private var noted: [Exchange] { @inline(never) get { exchanges.withLock { $0 } } }

  /// Writes `session.har` and the bodies, over an older session, whose files go.
  public func write() throws(TransferError) {
    let older = bodyFiles()
    var written: Set<String> = []
    var entries: [HARDraft.Entry] = []
    for exchange in noted {
      switch exchange.result {
      case .failure(let error): entries.append(failure(exchange.request, error))
      case .success(let response):
        entries += redirects(response)
        let name = freeName(response, written: written, older: older)
        try WholeFile.write(response.body, to: name, in: directory)
        written.insert(name)
        entries.append(answer(response, file: name))
      }
    }
    try WholeFile.write(encoded(HARDraft(entries: entries)), to: "session.har", in: directory)
    for name in older.subtracting(written) { WholeFile.remove("\(directory)/\(name)") }
  }

  /// The session as JSON, to be read by people, too.
  private func encoded(_ draft: HARDraft) throws(TransferError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(draft)) + [UInt8(ascii: "\n")] } catch {
      throw .cannotWrite(path: "\(directory)/session.har", reason: "\(error)")
    }
  }

  /// The body files that the session now in the folder names.
  private func bodyFiles() -> Set<String> {
    guard let bytes = try? WholeFile.read("\(directory)/session.har"),
      let har = try? JSONDecoder().decode(HARFile.self, from: Data(bytes))
    else { return [] }
    let names = har.log.entries.compactMap { $0.value?.response.content?.value?._file }
    return Set(
      names.filter { Recording.isPlain($0) && $0 != "session.har" && WholeFile.isRegular("\(directory)/\($0)") })
  }

  /// `1.html`, `2.json`, … : the first that is not somebody else's.
  private func freeName(_ response: TransferResponse, written: Set<String>, older: Set<String>) -> String {
    let ending = BodyKind.ending(of: response)
    var number = written.count + 1
    while true {
      let name = "\(number).\(ending)"
      if !written.contains(name), older.contains(name) || !WholeFile.exists("\(directory)/\(name)") { return name }
      number += 1
    }
  }

  /// The redirects on the way to an answer, each pointing at the next address.
  private func redirects(_ response: TransferResponse) -> [HARDraft.Entry] {
    let targets = response.hops.dropFirst().map(\.url) + [response.url]
    return zip(response.hops, targets).map { hop, target in
      HARDraft.Entry(
        startedDateTime: clock.description, request: HARDraft.Request(url: hop.url),
        response: HARDraft.Response(
          status: hop.status, headers: Self.fields(hop.headers), content: HARDraft.Content(), redirectURL: target))
    }
  }

  /// An answer whose body is in a file.
  private func answer(_ response: TransferResponse, file: String) -> HARDraft.Entry {
    let content = HARDraft.Content(
      size: response.body.count, mimeType: response.headers.value(of: "content-type") ?? "", _file: file)
    return HARDraft.Entry(
      startedDateTime: clock.description, request: HARDraft.Request(url: response.url),
      response: HARDraft.Response(
        status: response.status, headers: Self.fields(response.headers), content: content, redirectURL: ""))
  }

  /// A request without an answer: status 0, as browsers write it.
  private func failure(_ request: TransferRequest, _ error: TransferError) -> HARDraft.Entry {
    HARDraft.Entry(
      startedDateTime: clock.description, request: HARDraft.Request(url: request.url),
      response: HARDraft.Response(status: 0, headers: [], content: HARDraft.Content(), redirectURL: ""),
      comment: error.description)
  }

  /// A header without its cookies, which may name a person.
  private static func fields(_ headers: [HeaderField]) -> [HARDraft.Field] {
    headers.filter { !$0.isNamed("set-cookie") }.map { HARDraft.Field(name: $0.name, value: $0.value) }
  }
}
