import Basics
import Testing
import Web

/// The wording of errors, one of each kind; elsewhere tests compare cases.
struct MessagesTests {
  @Test(
    arguments: [
      (
        .network(url: "https://h/x", code: 6, text: "T"),
        "the name h is not known (T); check the address and the network connection (https://h/x)"
      ),
      (
        .network(url: "https://h:81/x", code: 7, text: "T"),
        "no connection to h:81 (T); check the network connection, and the proxy where http_proxy, https_proxy or "
          + "all_proxy names one (https://h:81/x)"
      ),
      (
        .network(url: "https://h/x", code: 28, text: "T"),
        "h did not answer in time (T); try again later, or give it more time: --timeout, or http.timeout in the "
          + "configuration (https://h/x)"
      ),
      (
        .network(url: "https://h/x", code: 60, text: "T"),
        "no trusted connection to h (T); check the machine's clock and certificates, or name the certificate of the "
          + "site's authority in http.ca_file, SSL_CERT_FILE or CURL_CA_BUNDLE (https://h/x)"
      ),
      (
        .network(url: "https://h/x", code: 97, text: "T"),
        "the proxy on the way to h failed (T); check the variables http_proxy, https_proxy and all_proxy (https://h/x)"
      ),
      (.network(url: "https://h/x", code: 18, text: "T"), "the answer of h was cut short (T); try again (https://h/x)"),
      (
        .network(url: "https://h/x", code: 2, text: "T"),
        "fetching from h failed (T); check the network connection and try again (https://h/x)"
      ),
      (
        .localAddress(url: "https://h/x"),
        "https://h/x leads to this machine or its own network, which a site file may not ask; for a server of your own use "
          + "--base-url"
      ),
      (
        .foreignRedirect(url: "https://h/x", to: "https://i/"),
        "https://h/x redirects to https://i/, which is on none of the site's hosts; if it belongs to the site, add the "
          + "host to hosts in the site file"
      ),
      (
        .askedToWait(url: "https://h/x", seconds: 30),
        "rate limited by h: try again in 30 s (https://h/x)"
      ),
      (
        .bodyTooLarge(url: "https://h/x", limit: 1 << 20),
        "the answer of https://h/x is larger than 1 MiB and was not read; raise http.max_body in the configuration if it "
          + "must be so large"
      ),
      (
        .badAddress(url: "gopher://h", .unsupportedScheme("gopher")),
        "gopher://h cannot be fetched: the scheme gopher is not supported, only https, http and ftp; check the address"
      ),
      (
        .badCertificates(path: "p", .unreadable(.system(2))),
        "the certificates in p cannot be used: no such file or directory; set http.ca_file in the configuration to a PEM "
          + "file"
      ),
      (
        .cannotRead(path: "p", .tooLarge(limit: 3000)),
        "p cannot be read: it is larger than 3000 bytes; name a .har file, a folder with a session.har, or a saved page"
      ),
      (
        .notARecording(path: "p", .encoded(url: "u", codings: ["br", "zstd"], text: "T")),
        "p is not a recording: the body of u is still packed with br, zstd, and cannot be unpacked (T); name a .har file, "
          + "a folder with a session.har, or a saved page"
      ),
      (
        .noAnswer(url: "https://h/x", has: ["https://h/y"]),
        "the recording has no answer for https://h/x; ask for what was recorded, or record it anew with --record DIR (of "
          + "that host it has one address)"
      ),
      (
        .noBody(url: "https://h/x", .noLocation(status: 302)),
        "the recording has no answer for https://h/x, only an entry without one: it redirects (status 302), and does not "
          + "say where; load the page once more with the browser's cache switched off and save it again, or record it with "
          + "--record DIR"
      ),
      (
        .cannotWrite(path: "p", .foreign),
        "p cannot be written: it is there already, and weatherterm did not write it; give --record another folder, one "
          + "that you may write to"
      ),
    ] as [(TransferError, String)])
  func saysWhatHappenedAndWhatToDo(error: TransferError, sentence: String) {
    #expect(error.description == sentence)
  }
}
