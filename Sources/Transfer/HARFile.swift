/// A HAR 1.2 file: as much of it as is read here.
///
/// Whatever browsers leave out is optional, and an entry that cannot be read is passed over, not the file.
struct HARFile: Decodable {
  let log: Log

  struct Log: Decodable {
    let entries: [Lenient<Entry>]
  }

  struct Entry: Decodable {
    let startedDateTime: Lenient<String>?
    let request: Request
    let response: Response
  }

  struct Request: Decodable {
    let method: String
    let url: String
  }

  struct Response: Decodable {
    let status: Int
    let headers: Lenient<[Lenient<Field>]>?
    let content: Lenient<Content>?
    let redirectURL: Lenient<String>?
  }

  struct Field: Decodable {
    let name: String
    let value: String
  }

  struct Content: Decodable {
    let text: String?
    let encoding: String?
    /// The plain name of a file beside the HAR that holds the body.
    let _file: String?
  }

  /// A value, or nil where it is not of its type.
  struct Lenient<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) { value = try? Value(from: decoder) }
  }
}
