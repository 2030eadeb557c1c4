import Testing

@testable import Web

struct UserInfoTests {
  @Test(
    arguments: [
      ("http://me:pass@h/x", "http://h/x", "me", "pass"), ("https://me@h", "https://h", "me", nil),
      ("http://me:a%40b%3A@h:80/?q", "http://h:80/?q", "me", "a@b:"), ("http://a:b@c@h/", "http://h/", "a", "b@c"),
      ("http://:p@h/", "http://h/", "", "p"),
    ] as [(String, String, String, String?)])
  func isTakenOutOfAnAddress(url: String, rest: String, name: String, password: String?) throws {
    let request = TransferRequest(url: url)
    #expect(request.url == rest)
    #expect(request.user?.name == name)
    #expect(request.user?.password == password)
    #expect(!"\(request) \(String(reflecting: request))".contains("pass"))
    var dumped = ""
    dump(request, to: &dumped)
    #expect(!dumped.contains("pass"))
  }

  @Test(arguments: ["http://h/a@b", "http://h/?me:pass@x", "http://h", "me:pass@h", "http://h/#a@b", ""])
  func isNotSeenElsewhere(url: String) {
    #expect(TransferRequest(url: url).user == nil)
    #expect(TransferRequest(url: url).url == url)
  }

  @Test(arguments: [
    ("no http://me:pass@h/x (http://me:pass@h/x), sorry", "no http://h/x (http://h/x), sorry"),
    ("ask you@example.org", "ask you@example.org"),
    ("see https://h/@me and mail me@h", "see https://h/@me and mail me@h"),
    ("'ftp://a:b@[::1]:2'", "'ftp://[::1]:2'"), ("a://b:c@d://e:f@g", "a://d://g"),
  ])
  func isTakenOutOfTexts(text: String, plain: String) {
    #expect(UserInfo.removed(from: text) == plain)
  }

  @Test(arguments: [
    ("http://me:pa/ss word@proxy:1", "Unsupported proxy syntax in 'http://me:pa/ss word@proxy:1': bad"),
    ("me:pass@proxy", "Unsupported proxy syntax in 'me:pass@proxy'"),
    ("http://me:passpasspasspass@proxy", "Unsupported proxy syntax in 'http://me:passpasspa"),
  ])
  func ofAProxyIsTakenOutHoweverItIsWritten(proxy: String, text: String) {
    let plain = UserInfo.removed(from: text, knowing: [proxy])
    #expect(!plain.contains("pa") && plain.hasPrefix("Unsupported proxy syntax"))
  }

  @Test func manyAddressesTakeNoTime() {
    let text = String(repeating: "http://me:pass@h/ ", count: 20_000)
    #expect(UserInfo.removed(from: text) == String(repeating: "http://h/ ", count: 20_000))
  }
}
