/// A HAR 1.2 file as it is written: with every key that HAR demands.
struct HARDraft: Encodable {
  let log: Log

  /// A file of these entries.
  init(entries: [Entry]) { log = Log(entries: entries) }

  struct Log: Encodable {
    let version = "1.2"
    let creator = Creator()
    let entries: [Entry]
  }

  struct Creator: Encodable {
    let name = "weatherterm"
    let version = "1.0.0"
  }

  struct Entry: Encodable {
    let startedDateTime: String
    let time = 0
    let request: Request
    var response: Response
    let cache = Nothing()
    let timings = Timings()
    /// Why there is no answer, where there is none.
    var comment: String?
  }

  /// A request. Its own header is left out: it may hold keys, and recordings are handed on.
  struct Request: Encodable {
    let method = "GET"
    let url: String
    let httpVersion = "HTTP/1.1"
    let headers: [Field] = []
    let queryString: [Field] = []
    let cookies: [Field] = []
    let headersSize = -1
    let bodySize = -1
  }

  struct Response: Encodable {
    let status: Int
    let statusText = ""
    let httpVersion = "HTTP/1.1"
    let headers: [Field]
    let cookies: [Field] = []
    var content: Content
    let redirectURL: String
    let headersSize = -1
    let bodySize = -1
  }

  struct Field: Encodable {
    let name: String
    let value: String
  }

  struct Content: Encodable {
    var size = 0
    var mimeType = ""
    /// The plain name of the file beside the HAR that holds the body.
    var _file: String?
    /// The number of the body, whose file gets its name when the recording is complete.
    var body: Int?

    private enum CodingKeys: String, CodingKey { case size, mimeType, _file }
  }

  struct Timings: Encodable {
    let send = 0
    let wait = 0
    let receive = 0
  }

  struct Nothing: Encodable {}
}
