public import Basics

/// Why there is no response, live or from a recording. The texts are in `Messages.swift`.
public enum TransferError: Error, Hashable, Sendable {
  /// A network failure; libcurl's code and message.
  case network(url: String, code: Int, text: String)
  /// `Retry-After` forbids requests to the host for longer than the time left.
  case askedToWait(url: String, seconds: Int)
  /// The run's time limit was reached before the request could be sent.
  case outOfTime(url: String)
  case bodyTooLarge(url: String, limit: Int)
  case headerTooLarge(url: String, limit: Int)
  /// The body's content coding cannot be decoded; libcurl's message.
  case badEncoding(url: String, text: String)
  case tooManyRedirects(url: String, limit: Int)
  /// A redirect to a scheme other than http and https, or from https to http.
  case forbiddenRedirect(url: String, to: String)
  /// The address, or one that it redirects to, is on this machine or its local network, which the request may not
  /// access.
  case localAddress(url: String)
  /// A redirect to a host that is not one of the site's.
  case foreignRedirect(url: String, to: String)
  case badAddress(url: String, AddressFault)
  case cancelled(url: String)
  case badCertificates(path: String, CertificateFault)
  /// A file of the recording cannot be read.
  case cannotRead(path: String, FileError)
  case notARecording(path: String, RecordingFault)
  /// Several recorded responses match a request equally well.
  case ambiguous(url: String, candidates: [String])
  /// The recording has no response to a request; with the addresses that it has of that host.
  case noAnswer(url: String, has: [String])
  /// The recording has an entry for the address, but without a usable response.
  case noBody(url: String, EntryFault)
  /// The policy forbids requests, and the cache has no response.
  case notKept(url: String)
  case cannotClear(path: String)
  case cannotWrite(path: String, WriteFault)
}

/// An error in an address or in a request's header fields.
public enum AddressFault: Hashable, Sendable {
  case malformed
  case unsupportedScheme(String)
  case controlCharacter
  /// Rejected by libcurl, with its message.
  case refused(text: String)
}

/// An error in a certificate file.
public enum CertificateFault: Hashable, Sendable {
  case unreadable(FileError)
  case noCertificate
}

/// An error in a recording.
public enum RecordingFault: Hashable, Sendable {
  case empty
  /// A MIME message without an HTML page.
  case noPage
  case binary
  case tooManyValues
  case notHAR
  case brokenJSON
  case unsafeBodyName(String)
  /// A body file is missing or not a regular file.
  case missingBody(String)
  case notBase64(url: String)
  /// A body still has these content codings, which libcurl cannot decode; with its message.
  case encoded(url: String, codings: [String], text: String)
}

/// Why an entry of a recording cannot be used as a response.
public enum EntryFault: Hashable, Sendable {
  case method(String)
  /// The status is not a number.
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
  /// There is already a session that weatherterm did not write.
  case foreign
  /// Encoding as JSON failed; with the encoder's message.
  case encoding(String)
}

extension TransferError {
  /// Addresses to list below the message: what a recording has.
  public var hints: [String] {
    switch self {
    case .noAnswer(_, let has): has
    case .ambiguous(_, let candidates): candidates
    default: []
    }
  }

  /// Error categories, which determine the exit status.
  public enum Category: Hashable, Sendable {
    /// A network failure (75).
    case network
    /// A response that cannot be read (65).
    case unreadable
    /// A refusal or error of the site (69).
    case refused
    /// An invalid address (64).
    case address
    /// An error in the configuration (78).
    case configuration
    /// A recording that cannot be read, or lacks the response (66).
    case recordingInput
    /// A recording or cache that cannot be written (74).
    case recordingOutput
    /// An interrupted run (130).
    case interrupted
  }

  /// The error's category.
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
