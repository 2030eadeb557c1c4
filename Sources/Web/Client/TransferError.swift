/// Why there is no answer, live or from a recording. Each case describes itself in one sentence that says what to do.
public enum TransferError: Error, Hashable, Sendable {
  /// The network failed; libcurl's code for it, and its own text.
  case network(url: String, code: Int, text: String)
  /// The host wants to be left alone for so many seconds, which is longer than there is time.
  case askedToWait(url: String, seconds: Int)
  /// The time for the whole run was over before it was asked.
  case outOfTime(url: String)
  /// The body is larger than ``TransferOptions/maxBody``, in bytes.
  case bodyTooLarge(url: String, limit: Int)
  /// The header is larger than any sane one, in bytes.
  case headerTooLarge(url: String, limit: Int)
  /// The body is packed in a way that cannot be unpacked; libcurl's own text.
  case badEncoding(url: String, text: String)
  /// The address leads in a circle, or on and on.
  case tooManyRedirects(url: String, limit: Int)
  /// The address leads to one that is neither http nor https, or from https to http.
  case forbiddenRedirect(url: String, to: String)
  /// What was asked for is not an address, or of a scheme that is not spoken here.
  case badAddress(url: String, reason: String)
  /// The task was cancelled.
  case cancelled(url: String)
  /// The configured file of certificates cannot be used.
  case badCertificates(path: String, reason: String)
  /// A file of the recording cannot be read.
  case cannotRead(path: String, reason: String)
  /// The file is neither a HAR nor a page.
  case notARecording(path: String, reason: String)
  /// Several recorded answers fit a request equally well.
  case ambiguous(url: String, candidates: [String])
  /// The recording has no answer to a request; the addresses that it holds of that host.
  case noAnswer(url: String, has: [String])
  /// The recording has an entry of the very address, which cannot answer for this reason.
  case noBody(url: String, reason: String)
  /// The site is not to be asked, and nothing of it is kept.
  case notKept(url: String)
  /// The cache cannot be emptied.
  case cannotClear(path: String)
  /// The recording cannot be written.
  case cannotWrite(path: String, reason: String)
}

extension TransferError {
  /// Addresses that help, for lines of their own below the sentence: what a recording holds.
  public var hints: [String] {
    switch self {
    case .noAnswer(_, let has): has
    case .ambiguous(_, let candidates): candidates
    default: []
    }
  }
}

extension TransferError: CustomStringConvertible {
  /// One full sentence.
  public var description: String {
    switch self {
    case .network(let url, let code, let text):
      NetworkFailure(code: code).sentence(url: url, text: text)
    case .askedToWait(let url, let seconds):
      "\(Address(url)?.host ?? url) asks to be left alone for \(seconds) s (\(url)); try again then"
    case .outOfTime(let url):
      "the time for the whole run was over before \(url) could be asked; give it more with --timeout"
    case .bodyTooLarge(let url, let limit):
      "the answer of \(url) is larger than \(Self.size(limit)) and was not read; raise http.max_body in the configuration "
        + "if it must be so large"
    case .headerTooLarge(let url, let limit):
      "the header of \(url) is larger than \(Self.size(limit)) and was not read; check the address"
    case .badEncoding(let url, let text):
      "the answer of \(url) cannot be unpacked (\(text)); try again, and if it stays so tell the site"
    case .tooManyRedirects(let url, let limit):
      "\(url) redirects in a circle, or more than \(limit) times; open it in a browser to see where it leads"
    case .forbiddenRedirect(let url, let to):
      "\(url) redirects to \(to), which is not fetched, since only http and https are followed, and https to nothing but "
        + "https; check the address"
    case .badAddress(let url, let reason):
      "\(url) cannot be fetched: \(reason); check the address"
    case .cancelled(let url):
      "the request for \(url) was interrupted; start it again"
    case .badCertificates(let path, let reason):
      "the certificates in \(path) cannot be used: \(reason); set http.ca_file in the configuration to a PEM file"
    case .cannotRead(let path, let reason):
      "\(path) cannot be read: \(reason); name a .har file, a folder with a session.har, or a saved page"
    case .notARecording(let path, let reason):
      "\(path) is not a recording: \(reason); name a .har file, a folder with a session.har, or a saved page"
    case .ambiguous(let url, let candidates):
      "the recording has \(candidates.count) answers that fit \(url) equally well; "
        + "ask for the very address that was recorded, or take all but one out of the file"
    case .noAnswer(let url, let has):
      "the recording has no answer for \(url)" + (has.isEmpty ? " and nothing else of its host" : "")
        + "; ask for what was recorded, or record it anew with --record DIR"
        + (has.isEmpty ? "" : " (of that host it has \(has.count == 1 ? "one address" : "\(has.count) addresses"))")
    case .noBody(let url, let reason):
      "the recording has no answer for \(url), only an entry without one: \(reason); load the page once more with the "
        + "browser's cache switched off and save it again, or record it with --record DIR"
    case .notKept(let url):
      "nothing is kept of \(url), and the network is not to be asked; run it once without --offline"
    case .cannotClear(let path):
      "the cache in \(path) cannot be emptied; take the folder away yourself"
    case .cannotWrite(let path, let reason):
      "\(path) cannot be written: \(reason); give --record another folder, one that you may write to"
    }
  }

  /// A number of bytes for people.
  static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
    return "\(bytes) bytes"
  }
}
