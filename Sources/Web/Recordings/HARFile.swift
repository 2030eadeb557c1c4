internal import Foundation

/// A HAR 1.2 file: as much of it as is read here.
///
/// Whatever browsers leave out is optional, and an entry that cannot be read is passed over, not the file.
struct HARFile: Decodable {
  let log: Log

  struct Log: Decodable {
    let creator: Lenient<Creator>?
    let entries: [Lenient<Entry>]
  }

  struct Creator: Decodable {
    let name: String
  }

  struct Entry: Decodable {
    let startedDateTime: Lenient<String>?
    let comment: Lenient<String>?
    let request: Request
    let response: Response
  }

  struct Request: Decodable {
    let method: String
    let url: String
  }

  struct Response: Decodable {
    let status: Status?
    let headers: Lenient<[Lenient<Field>]>?
    let content: Lenient<Content>?
    let redirectURL: Lenient<String>?
  }

  /// A status: a number, which some programs write as text.
  struct Status: Decodable {
    /// The number; nil where it is none.
    let number: Int?
    /// What stands there in place of a number.
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self.number = Int(exactly: number)
        text = "\(number)"
      } else {
        text = (try? container.decode(String.self)) ?? "missing"
        // Some write the reason behind it, as in the answer's first line.
        number = text.split(separator: " ").first.flatMap { Int($0) }
      }
    }
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

  /// How many values a file may have: ten times those of a browser's largest. A decoder takes more memory for many small
  /// values than the file is long.
  private static let valueLimit = 1_000_000

  /// Whether JSON has more values than a recording may have, counted by what begins or parts them outside texts.
  static func hasTooManyValues(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      var count = 0
      var index = 0
      while index < buffer.count {
        switch unsafe buffer[index] {
        case UInt8(ascii: "\""):
          // To the end of the text, which is the first quotation mark behind an even number of backslashes.
          var isEscaped = true
          while isEscaped {
            index += 1
            guard index < buffer.count,
              let quote = unsafe memchr(base + index, Int32(UInt8(ascii: "\"")), buffer.count - index)
            else { return false }
            index = unsafe UnsafeRawPointer(quote) - base
            var back = index - 1
            while unsafe buffer[back] == UInt8(ascii: "\\") { back -= 1 }
            isEscaped = (index - back).isMultiple(of: 2)
          }
        case UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "["):
          count += 1
          if count > valueLimit { return true }
        default: break
        }
        index += 1
      }
      return false
    }
  }

  /// A value, or nil where it is not of its type.
  struct Lenient<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) { value = try? Value(from: decoder) }
  }
}
