import Basics
import Testing

struct EditDistanceTests {
  @Test(arguments: [
    ("stockholm", "stockholm", 0), ("stockholm", "stokholm", 1), ("stockholm", "sotckholm", 1), ("ab", "", 2),
    ("", "ab", 2),
    ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func countsLettersThatDiffer(one: String, other: String, distance: Int) {
    var reckoner = EditDistance(to: Array(one), limit: 9)
    #expect(reckoner.distance(to: Array(other)) == distance)
    var exact = EditDistance(to: Array(one), limit: distance)
    #expect(exact.distance(to: Array(other)) == distance)
  }

  @Test func whatIsTooFarOffHasNone() {
    var reckoner = EditDistance(to: Array("stockholm"), limit: 1)
    #expect(reckoner.distance(to: Array("stavanger")) == nil)
    #expect(reckoner.hopelessPrefix == 4)
    #expect(reckoner.distance(to: Array("stavern"), shared: 5) == nil)
    #expect(reckoner.distance(to: Array("stockhom"), shared: 2) == 1)
  }
}
