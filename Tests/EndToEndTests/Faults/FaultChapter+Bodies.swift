import Support

extension FaultChapter {
  /// Headers and bodies that are too much, or not what they say.
  static let bodies = FaultChapter(
    title: "Headers and bodies",
    faults: [
      Fault("9 gigabytes are announced", .error(65, ["larger than 16 MiB", "http.max_body"]), within: 1) {
        try await .stockholm { _ in .init([(.zero, head(9_000_000_000)), (.seconds(2), [])]) }
      },
      Fault("a length that no number holds is announced", .error(65, ["larger than 16 MiB"]), within: 1) {
        try await .stockholm { _ in
          .init(raw: "HTTP/1.1 200 OK\nContent-Length: \(String(repeating: "9", count: 30))\n\n")
        }
      },
      Fault("the body never ends", .error(65, ["larger than 16 MiB"])) {
        try await .stockholm { _ in
          .init(
            [(.zero, Array("HTTP/1.1 200 OK\r\n\r\n<html>".utf8))],
            ending: .goesOn([UInt8](repeating: 0x20, count: 1 << 16)))
        }
      },
      Fault("a chunk of 9 exabytes is announced", .error(65, ["larger than 16 MiB"])) {
        try await .stockholm { _ in
          .init(
            [(.zero, Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFFF\r\n".utf8))],
            ending: .goesOn([UInt8](repeating: 0x20, count: 1 << 16)))
        }
      },
      Fault("a gigabyte is unpacked from 4 megabytes", .error(65, ["larger than 16 MiB"])) {
        try await packed("head -c 1000000000 /dev/zero | gzip -1", "gzip")
      },
      Fault("a gigabyte is unpacked from what was packed twice", .error(65, ["larger than 16 MiB"])) {
        try await packed("head -c 1000000000 /dev/zero | gzip -1 | gzip -9", "gzip, gzip")
      },
      Fault("the body is said to be packed 50 times", .error(65, ["cannot be unpacked"])) {
        try await packed("echo x", String(repeating: "gzip, ", count: 49) + "gzip")
      },
      Fault("the body is not packed, as it says", .error(65, ["cannot be unpacked"])) {
        try await packed("echo x", "gzip")
      },
      Fault("the packed body is cut off", .error(65, ["cut off"])) {
        try await packed("gzip -c < '\(Stockholm.session)/1.html' | head -c 3000", "gzip")
      },
      Fault("headers without end", .error(65, ["larger than 256 KiB"])) {
        try await .stockholm { _ in
          .init([(.zero, Array("HTTP/1.1 200 OK\r\n".utf8))], ending: .goesOn(Array("X-More: yes\r\n".utf8)))
        }
      },
      Fault("a header line without end", .error(65, ["header", "larger than 100 KiB"])) {
        try await .stockholm { _ in
          .init(
            [(.zero, Array("HTTP/1.1 200 OK\r\nX-More: ".utf8))], ending: .goesOn([UInt8](repeating: 0x78, count: 4096))
          )
        }
      },
      Fault("status 100 without end", .error(65, ["larger than 256 KiB"])) {
        try await .stockholm { _ in .init([], ending: .goesOn(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))) }
      },
      Fault("a body is empty", .error(65, ["empty"]), within: 1) { try await .stockholm { _ in .init(200) } },
      Fault("a page says that it is ISO 8859-1, and is UTF-8", .forecast(), within: 1) {
        try await .stockholm { .init(200, ["Content-Type: text/html; charset=iso-8859-1"], body: $0) }
      },
      Fault("a page says that it is of a charset that there is not", .forecast(), within: 1) {
        try await .stockholm { .init(200, ["Content-Type: text/html; charset=\u{1B}[31mnone"], body: $0) }
      },
    ])

  /// What a line of shell writes, said to be packed like this.
  private static func packed(_ line: String, _ encoding: String) async throws -> FaultScene {
    let body = try await Shell.output(line)
    return try await .stockholm { _ in .init(200, ["Content-Encoding: \(encoding)"], body: body) }
  }
}
