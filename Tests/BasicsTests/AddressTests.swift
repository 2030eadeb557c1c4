import Testing

@testable import Basics

struct AddressTests {
  @Test func isTakenApart() throws {
    let address = try #require(Address("HTTPS://me:pw@Weather.COM:8443/a%20b/../c?x=1&y&z=%26#top"))
    #expect(address.scheme == "https" && address.hostName == "weather.com" && address.host == "weather.com:8443")
    #expect(address.port == "8443" && address.hasUser && address.origin == "https://weather.com:8443")
    #expect(address.rawPath == "/a%20b/../c" && address.path == "/a b/../c")
    #expect(
      address.query == [.init(name: "x", value: "1"), .init(name: "y", value: ""), .init(name: "z", value: "&")])
    #expect(address.rest == "/a%20b/../c?x=1&y&z=%26#top")
  }

  @Test(arguments: [
    "https://weather.com", "http://127.0.0.1:8080/full?a=b", "https://a.b-c.example/x/../y?q=1,2&z", "http://h:80",
  ])
  func plainAddressesNeedNoLibrary(url: String) {
    let plain = Address(plain: url)
    #expect(plain != nil && plain == Address(curl: url))
  }

  /// What is parsed without libcurl is what libcurl makes of it.
  @Test func plainAddressesAreThoseOfTheLibrary() {
    let pieces = [
      "a", "b-", "-", ".", "..", "0", "1", "127", "255", "256", "0x1", "x", ":", ":80", ":443", ":0", ":99999", "/",
      "//", "?", "=", "&", "#",
      "%41", "@", "é", " ", "\\", "[::1]", "localhost", "A", "~", "_", ",", "+", "\t", "",
    ]
    var generator = SystemRandomNumberGenerator()
    var taken = 0
    for _ in 0..<20_000 {
      let rest = (0..<Int.random(in: 1...6, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }
      let url =
        (["http://", "https://", "http:/", "HTTP://", "ftp://"].randomElement(using: &generator) ?? "") + rest.joined()
      guard let plain = Address(plain: url) else { continue }
      taken += 1
      #expect(plain == Address(curl: url), "\(url)")
    }
    #expect(taken > 100)
  }

  @Test(arguments: [
    ("https://h", "https://h:443/"), ("HTTP://H/%61?b=%20c", "http://h:80/a?b= c#top"),
    ("http://[::1]/", "http://[::1]"),
  ])
  func spellingsOfOneAddressHaveOneKey(one: String, other: String) {
    #expect(Address(one)?.key == Address(other)?.key)
  }

  @Test(arguments: [
    ("https://h/a", "https://h/b"), ("https://h/a", "http://h/a"), ("https://h/?a=b+c", "https://h/?a=b%20c"),
  ])
  func otherAddressesHaveOthers(one: String, other: String) {
    #expect(Address(one)?.key != Address(other)?.key)
  }

  @Test(arguments: [
    "", "h/x", "/x", "http:", "http://", "http:///x", "http:/h", "https://:80", "data:text/html,x", "blob:https://h/x",
    "file:///etc/passwd", "http://a b/", "http://h/\n",
  ])
  func whatHasNoHostIsNone(text: String) { #expect(Address(text) == nil) }

  @Test(arguments: [
    ("../b?x= 1", "https://h/b?x=+1"), ("//i/c", "https://i/c"), ("gopher://h/x", "gopher://h/x"),
  ])
  func redirectsAreResolved(location: String, url: String) {
    #expect(Address.resolve(location, against: "https://h/l/a") == url)
  }

  @Test(arguments: [("a%20b%", "a b%"), ("%zz%C3%A5", "%zzå"), ("plain", "plain"), ("", "")])
  func percentSignsAreDecoded(text: String, decoded: String) { #expect(Address.decoded(text) == decoded) }
}
