import Scraping
import Testing

@Suite struct ShiftedNumberTests {
  @Test func shiftingKeepsTheDigits() {
    #expect(100_372.55.shifted(by: -2) == 1003.7255)
    #expect(9656.06.shifted(by: -3) == 9.65606)
    #expect(102.1.shifted(by: 1) == 1021)
    #expect((-0.3).shifted(by: 1) == -3)
    #expect(1e20.shifted(by: -2) == 1e18)
  }
}
