import Markup
import Scraping
import Testing

@Suite struct WrittenNumberTests {
  @Test(arguments: [("12", 12.0), ("-3.5", -3.5), ("+4", 4), ("0", 0), (".5", 0.5)])
  func numbers(text: String, number: Double) {
    #expect(Double(written: text) == number)
  }

  @Test(arguments: ["", "-", "NA", "2 to 6", "5-10", "nan", "inf", "1e3", "0x10", "12°", " 12"])
  func anythingElse(text: String) {
    #expect(Double(written: text) == nil)
  }

  @Test func shiftingKeepsTheDigits() {
    #expect(100_372.55.shifted(by: -2) == 1003.7255)
    #expect(9656.06.shifted(by: -3) == 9.65606)
    #expect(102.1.shifted(by: 1) == 1021)
    #expect((-0.3).shifted(by: 1) == -3)
    #expect(1e20.shifted(by: -2) == 1e18)
  }

  @Test func anElementIsANumberAsAWhole() throws {
    let document = try Document(xml: Array("<a><b> 40 </b><b/><b>40 %</b></a>".utf8))
    #expect(try document.nodes("//b").map(\.number) == [40, nil, nil])
  }
}
