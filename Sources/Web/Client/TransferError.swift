public import Basics

/// Why there is no response, live or from a recording. `Messages.swift` says each case in one sentence.
public enum TransferError: Error, Hashable, Sendable {
  /// The network failed; libcurl's code for it, and its own text.
  case network(url: String, code: Int, text: String)
  /// The host is not to be asked for so many seconds, which is longer than there is time.
  case askedToWait(url: String, seconds: Int)
  /// The time for the whole run was over before the request could be sent.
  case outOfTime(url: String)
  case bodyTooLarge(url: String, limit: Int)
  case headerTooLarge(url: String, limit: Int)
  /// The body's content coding cannot be decoded; libcurl's own text.
  case badEncoding(url: String, text: String)
  case tooManyRedirects(url: String, limit: Int)
  /// The address redirects to one that is neither http nor https, or from https to http.
  case forbiddenRedirect(url: String, to: String)
  /// The address, or one that it redirects to, is of this machine or its own network, which the request may not ask.
  case localAddress(url: String)
  /// The address redirects to a host that is none of the site's.
  case foreignRedirect(url: String, to: String)
  case badAddress(url: String, AddressFault)
  case cancelled(url: String)
  case badCertificates(path: String, CertificateFault)
  /// A file of the recording cannot be read.
  case cannotRead(path: String, FileError)
  case notARecording(path: String, RecordingFault)
  /// Several recorded responses fit a request equally well.
  case ambiguous(url: String, candidates: [String])
  /// The recording has no response to a request; the addresses that it holds of that host.
  case noAnswer(url: String, has: [String])
  /// The recording has an entry of the address, which cannot answer.
  case noBody(url: String, EntryFault)
  /// The site is not to be asked, and the cache has no response of it.
  case notKept(url: String)
  case cannotClear(path: String)
  case cannotWrite(path: String, WriteFault)
}

/// What is wrong with an address, or a request's header fields.
public enum AddressFault: Hashable, Sendable {
  case malformed
  case unsupportedScheme(String)
  case controlCharacter
  /// libcurl refuses it; its own text.
  case refused(text: String)
}

/// What is wrong with a file of certificates.
public enum CertificateFault: Hashable, Sendable {
  case unreadable(FileError)
  case noCertificate
}

/// What is wrong with a recording.
public enum RecordingFault: Hashable, Sendable {
  case empty
  /// It is a MIME message without an HTML page in it.
  case noPage
  case binary
  case tooManyValues
  case notHAR
  case brokenJSON
  case unsafeBodyName(String)
  /// A body file is missing or not a regular file.
  case missingBody(String)
  case notBase64(url: String)
  /// A body is still encoded with these content codings, and libcurl cannot decode it; its own text.
  case encoded(url: String, codings: [String], text: String)
}

/// Why an entry of a recording cannot answer.
public enum EntryFault: Hashable, Sendable {
  case method(String)
  /// What stands there is not a number.
  case badStatus(String)
  case failed(comment: String?)
  case interim(status: Int)
  case cachedByBrowser
  case noLocation(status: Int)
  case notSaved
  case cutOff
}

/// Why a recording cannot be written.
public enum WriteFault: Hashable, Sendable {
  case file(FileError)
  case notWritable
  /// There is a session already that weatherterm did not write.
  case foreign
  /// It cannot be encoded as JSON; the encoder's own text.
  case encoding(String)
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

  /// What a failure means to the program: which exit status it has.
  public enum Category: Hashable, Sendable {
    /// The network failed (75).
    case network
    /// The response came but cannot be read (65).
    case unreadable
    /// The site refuses or fails (69).
    case refused
    /// An address cannot be one (64).
    case address
    /// The configuration is wrong (78).
    case configuration
    /// A recording cannot be read, or lacks the response (66).
    case recordingInput
    /// A recording, or the cache, cannot be written (74).
    case recordingOutput
    /// The run was interrupted (130).
    case interrupted
  }

  /// The failure's category.
  public var category: Category {
    switch self {
    case .network, .notKept, .outOfTime: .network
    case .bodyTooLarge, .headerTooLarge, .badEncoding: .unreadable
    case .tooManyRedirects, .forbiddenRedirect, .localAddress, .foreignRedirect, .askedToWait: .refused
    case .badAddress: .address
    case .cancelled: .interrupted
    case .badCertificates: .configuration
    case .cannotRead, .notARecording, .ambiguous, .noAnswer, .noBody: .recordingInput
    case .cannotWrite, .cannotClear: .recordingOutput
    }
  }
}
