/// What a kept thing is known by: the whole request, and the name of the file that follows from it.
struct CacheKey: Hashable, Sendable {
  /// The request, written out; it stands in the file too, and is compared.
  let text: String
  /// Who asks; only a hash of it is written.
  var user: UserInfo?

  /// The key of a request: its address without the fragment, which servers do not see, its own header fields, on which the
  /// answer may depend, and the user, since what a server shows to one may be refused to another.
  init(_ request: TransferRequest) {
    let url = request.url.prefix { $0 != "#" }
    let user = request.user.map { ["user \($0.hash)"] } ?? []
    text = ([String(url)] + request.headers.sorted() + user).joined(separator: "\n")
    self.user = request.user
  }

  /// The key of something that was made of answers.
  init(note: String) { text = note }

  /// The file's name: a hash, so that nothing of an address can lead out of the folder.
  func name(_ kind: CacheFileKind) -> String { "\(XXHash64.text(text.utf8)).\(kind.rawValue)" }
}
