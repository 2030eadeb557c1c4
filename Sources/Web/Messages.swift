internal import Basics

extension TransferError: CustomStringConvertible {
  /// One full sentence with what to do.
  public var description: String {
    switch self {
    case .network(let url, let code, let text): Self.network(url, NetworkFailure(code: code), text)
    case .askedToWait(let url, let seconds):
      "rate limited by \(Self.host(url)): try again in \(seconds) s (\(url))"
    case .outOfTime(let url):
      "the time for the whole run was over before \(url) could be asked; give it more with --timeout"
    case .bodyTooLarge(let url, let limit):
      "the answer of \(url) is larger than \(ByteCount(limit)) and was not read; raise http.max_body in the configuration "
        + "if it must be so large"
    case .headerTooLarge(let url, let limit):
      "the header of \(url) is larger than \(ByteCount(limit)) and was not read; check the address"
    case .badEncoding(let url, let text):
      "the answer of \(url) cannot be unpacked (\(text)); try again, and if it stays so tell the site"
    case .tooManyRedirects(let url, let limit):
      "\(url) redirects in a circle, or more than \(limit) times; open it in a browser to see where it leads"
    case .forbiddenRedirect(let url, let to):
      "\(url) redirects to \(to), which is not fetched, since only http and https are followed, and https to nothing but "
        + "https; check the address"
    case .localAddress(let url):
      "\(url) leads to this machine or its own network, which a site file may not ask; for a server of your own use --base-url"
    case .foreignRedirect(let url, let to):
      "\(url) redirects to \(to), which is on none of the site's hosts; if it belongs to the site, add the host to hosts in "
        + "the site file"
    case .badAddress(let url, let fault): "\(url) cannot be fetched: \(fault); check the address"
    case .cancelled(let url): "the request for \(url) was interrupted; start it again"
    case .badCertificates(let path, let fault):
      "the certificates in \(path) cannot be used: \(fault); set http.ca_file in the configuration to a PEM file"
    case .cannotRead(let path, let error):
      "\(path) cannot be read: \(error.phrase); name a .har file, a folder with a session.har, or a saved page"
    case .notARecording(let path, let fault):
      "\(path) is not a recording: \(fault); name a .har file, a folder with a session.har, or a saved page"
    case .ambiguous(let url, let candidates):
      "the recording has \(candidates.count) answers that fit \(url) equally well; "
        + "ask for the very address that was recorded, or take all but one out of the file"
    case .noAnswer(let url, let has):
      "the recording has no answer for \(url)" + (has.isEmpty ? " and nothing else of its host" : "")
        + "; ask for what was recorded, or record it anew with --record DIR"
        + (has.isEmpty ? "" : " (of that host it has \(has.count == 1 ? "one address" : "\(has.count) addresses"))")
    case .noBody(let url, let fault):
      "the recording has no answer for \(url), only an entry without one: \(fault); load the page once more with the "
        + "browser's cache switched off and save it again, or record it with --record DIR"
    case .notKept(let url):
      "nothing is kept of \(url), and the network is not to be asked; run it once without --offline"
    case .cannotClear(let path): "the cache in \(path) cannot be emptied; remove the folder yourself"
    case .cannotWrite(let path, let fault):
      "\(path) cannot be written: \(fault); give --record another folder, one that you may write to"
    }
  }

  /// One full sentence that includes libcurl's message.
  private static func network(_ url: String, _ failure: NetworkFailure, _ text: String) -> String {
    let host = host(url)
    return switch failure {
    case .unknownHost:
      "the name \(host) is not known (\(text)); check the address and the network connection (\(url))"
    case .noConnection:
      "no connection to \(host) (\(text)); check the network connection, and the proxy where http_proxy, https_proxy or "
        + "all_proxy names one (\(url))"
    case .timedOut:
      "\(host) did not answer in time (\(text)); try again later, or give it more time: --timeout, or "
        + "http.timeout in the configuration (\(url))"
    case .untrusted:
      "no trusted connection to \(host) (\(text)); check the machine's clock and certificates, "
        + "or name the certificate of the site's authority in http.ca_file, SSL_CERT_FILE or CURL_CA_BUNDLE (\(url))"
    case .proxy:
      "the proxy on the way to \(host) failed (\(text)); check the variables http_proxy, https_proxy and all_proxy (\(url))"
    case .cutShort: "the answer of \(host) was cut short (\(text)); try again (\(url))"
    case .other: "fetching from \(host) failed (\(text)); check the network connection and try again (\(url))"
    }
  }

  private static func host(_ url: String) -> String { Address(url)?.host ?? url }
}

extension AddressFault: CustomStringConvertible {
  /// A clause of a message.
  public var description: String {
    switch self {
    case .malformed: "it is not of the form https://host/path"
    case .unsupportedScheme(let scheme): "the scheme \(scheme) is not supported, only https, http and ftp"
    case .controlCharacter: "it holds a control character"
    case .refused(let text): text
    }
  }
}

extension CertificateFault: CustomStringConvertible {
  /// A clause of a message.
  public var description: String {
    switch self {
    case .unreadable(let error): error.phrase
    case .noCertificate: "it holds no certificate in PEM form"
    }
  }
}

extension RecordingFault: CustomStringConvertible {
  /// A clause of a message.
  public var description: String {
    switch self {
    case .empty: "it is empty"
    case .noPage: "it is a MIME message without an HTML page in it"
    case .binary: "it is neither a HAR nor a page"
    case .tooManyValues: "it holds more values than any session of a browser"
    case .notHAR: "it is JSON, but no HAR, which has log.entries"
    case .brokenJSON: "it begins like a HAR, but is not whole JSON"
    case .unsafeBodyName(let name): "it names the body file '\(name)', which is not a plain name"
    case .missingBody(let name): "the body file '\(name)' beside it is missing or not a regular file"
    case .notBase64(let url): "the body of \(url) is not base64, as it says"
    case .encoded(let url, let codings, let text):
      "the body of \(url) is still packed with \(codings.joined(separator: ", ")), and cannot be unpacked (\(text))"
    }
  }
}

extension EntryFault: CustomStringConvertible {
  /// A clause of a message.
  public var description: String {
    switch self {
    case .method(let method): "it was a \(method), and only what was got by GET answers"
    case .badStatus(let text): "its status is \(text), which is no number"
    case .failed(let comment): comment ?? "the request failed, was aborted or was blocked (status 0)"
    case .interim(let status): "status \(status) is no answer yet"
    case .cachedByBrowser: "the browser had it in its cache, and did not save it (status 304)"
    case .noLocation(let status): "it redirects (status \(status)), and does not say where"
    case .notSaved: "it was saved without its body"
    case .cutOff: "the recorded body is cut off"
    }
  }
}

extension WriteFault: CustomStringConvertible {
  /// A clause of a message.
  public var description: String {
    switch self {
    case .file(let error): error.phrase
    case .notWritable: "it is a folder that you may not write to"
    case .foreign: "it is there already, and weatherterm did not write it"
    case .encoding(let text): text
    }
  }
}

extension FileError {
  /// The reason with a lower-case initial, for use within a sentence.
  fileprivate var phrase: String { reason.prefix(1).lowercased() + reason.dropFirst() }
}
