import Basics
import Markup
import Scraping
import Testing
import Weather

struct PageTests {
  private func page(_ bytes: [UInt8], status: Int = 200) -> Page {
    Page(
      url: "https://site.example/", status: status, body: bytes,
      fetched: LocalTime(secondsSince1970: 0, offset: 0))
  }

  @Test func aLegacyCharsetIsReadInEveryForm() throws {
    let type = "x/y; charset=iso-8859-1"
    let html = page(Array("<html><p>Zell am See ".utf8) + [0x35, 0xB0] + Array("</p></html>".utf8))
    #expect(try html.decoded(contentType: type, site: "Site").html(site: "Site").string("//p") == "Zell am See 5°")
    let json = try page([0x22, 0xE5, 0x22]).decoded(contentType: type, site: "Site")
    #expect(try json.json(site: "Site").string == "å")
    let xml = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0xE5] + Array("</a>".utf8)
    #expect(try page(xml).decoded(contentType: nil, site: "Site").xml(site: "Site").root?.text == "å")
    #expect(try page(xml).xml(site: "Site").root?.text == "å", "as it came, too")
  }

  @Test func aContradictionIsUnreadable() throws {
    #expect(throws: ScrapingError.self) {
      try page([0xB0]).decoded(contentType: "text/html; charset=utf-8", site: "Site")
    }
    let refused = try page([0xB0], status: 403).decoded(contentType: "text/html; charset=utf-8", site: "Site")
    #expect(refused.body == [0xB0], "the status says enough")
  }
}
