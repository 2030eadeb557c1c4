import Testing
import Web

@testable import App

struct BaseAddressTests {
  @Test(
    arguments: [
      ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("HTTPS://mirror.example/", "HTTPS://mirror.example"),
      ("http://h/a/b//", "http://h/a/b"), ("http://[::1]:80", "http://[::1]:80"), ("ftp://h", nil),
      ("weather.com", nil),
      ("http://", nil), ("http:///x", nil), ("http://h/?q", nil), ("http://h/#f", nil), ("http://h/a b", nil),
      ("", nil),
      ("http://:80", nil), ("http://h\n", nil),
    ] as [(String, String?)])
  func onlyWebAddressesStandIn(text: String, address: String?) {
    #expect(BaseAddress(text)?.text == address)
  }

  @Test(arguments: [
    ("https://weather.com/weather/today/l/X?unit=m", "http://h:1/p/weather/today/l/X?unit=m"),
    ("https://WWW.Weather.com:443/x#y", "http://h:1/p/x#y"), ("ftp://user@weather.com/a", "http://h:1/p/a"),
    ("https://weather.com", "http://h:1/p/"), ("https://weather.com?q=1", "http://h:1/p/?q=1"),
    ("https://other.com/weather.com/", "https://other.com/weather.com/"),
    ("https://notweather.com/x", "https://notweather.com/x"),
    ("https://weather.com.evil.example/x", "https://weather.com.evil.example/x"), ("/relative", "/relative"),
  ])
  func requestsToTheSiteAreRewritten(url: String, rewritten: String) throws {
    let base = try #require(BaseAddress("http://h:1/p/"))
    let request = base.rewritten(TransferRequest(url: url), hosts: ["weather.com", "www.weather.com"])
    #expect(request.url == rewritten)
  }

  @Test(arguments: [
    ("https://me:pw@weather.com", "https://weather.com/x", "me"),
    ("https://me:pw@WEATHER.com/", "https://Weather.com/x", "me"),
    ("http://me:pw@h:1/p", "https://weather.com/x", "me"), ("http://h:1/p", "https://weather.com/x", nil),
    ("https://me:pw@weather.com", "https://other.com/x", nil), ("http://me:pw@h:1/p", "http://h:1/p/x", nil),
  ])
  func theUserIsToldToTheSiteAlone(base: String, url: String, name: String?) throws {
    let base = try #require(BaseAddress(base))
    let request = base.rewritten(TransferRequest(url: url), hosts: ["weather.com"])
    #expect(request.user?.name == name)
  }

  @Test(arguments: [
    ("http://h:1/p/weather/x?y", "https://weather.com/weather/x?y"), ("http://h:1/p", "https://weather.com"),
    ("http://h:1/path", "http://h:1/path"), ("http://h:1/q/x", "http://h:1/q/x"),
    ("https://other.com/p/x", "https://other.com/p/x"),
  ])
  func answersSayTheSitesOwnAddress(url: String, restored: String) throws {
    let base = try #require(BaseAddress("http://h:1/p"))
    #expect(base.restored(url, site: "https://weather.com/weather/today") == restored)
  }
}
