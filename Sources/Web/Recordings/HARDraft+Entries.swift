/// How answers become entries of a recording. Nothing of it is a secret, since recordings are handed on.
extension HARDraft {
  /// The redirects on the way to an answer, each pointing at the next address.
  static func redirects(_ response: TransferResponse, clock: Timestamp) -> [Entry] {
    let targets = response.hops.dropFirst().map(\.url) + [response.url]
    return zip(response.hops, targets).map { hop, target in
      Entry(
        startedDateTime: clock.description, request: Request(url: UserInfo.removed(fromAddress: hop.url)),
        response: Response(
          status: hop.status, headers: fields(hop.headers), content: Content(),
          redirectURL: UserInfo.removed(fromAddress: target)))
    }
  }

  /// A header without what is secret in it.
  static func fields(_ headers: [HeaderField]) -> [Field] {
    headers.compactMap(\.withoutSecrets).map { Field(name: $0.name, value: $0.value) }
  }
}

extension HARDraft.Entry {
  /// An answer whose body is the file of this number.
  static func answer(_ response: TransferResponse, body: Int, clock: Timestamp) -> HARDraft.Entry {
    var headers = response.headers
    // The file is read as bytes, and would be decoded as the header, or the document itself, says.
    if response.isText, response.body.contains(where: { $0 >= 0x80 }) {
      let type = (response.contentType ?? "text/plain").prefix { $0 != ";" }
      headers.removeAll { $0.isNamed("content-type") }
      headers.append(HeaderField(name: "Content-Type", value: "\(type); charset=utf-8"))
    }
    // It is unpacked already.
    headers.removeAll { $0.isNamed("content-encoding") }
    return HARDraft.Entry(
      startedDateTime: clock.description,
      request: HARDraft.Request(url: UserInfo.removed(fromAddress: response.url)),
      response: HARDraft.Response(
        status: response.status, headers: HARDraft.fields(headers),
        content: HARDraft.Content(
          size: response.body.count, mimeType: headers.value(of: "content-type") ?? "", body: body),
        redirectURL: ""))
  }

  /// A request without an answer: status 0, as browsers write it.
  static func failure(_ request: TransferRequest, _ error: TransferError, clock: Timestamp) -> HARDraft.Entry {
    HARDraft.Entry(
      startedDateTime: clock.description, request: HARDraft.Request(url: UserInfo.removed(fromAddress: request.url)),
      response: HARDraft.Response(status: 0, headers: [], content: HARDraft.Content(), redirectURL: ""),
      comment: UserInfo.removed(from: error.description))
  }

  /// The entry with the name of its body's file.
  func named(_ names: [String]) -> HARDraft.Entry {
    var entry = self
    entry.response.content._file = response.content.body.map { names[$0] }
    return entry
  }
}
