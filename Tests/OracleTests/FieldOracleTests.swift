import Oracle
import Testing

/// The mutation run's oracle finds each fault that it is for, and none in a reader that is right.
struct FieldOracleTests {
  @Test func aRightReaderHasNoFindings() throws {
    let tally = try examined(ToySite(fault: nil))
    #expect(tally.findings.map(\.description) == [])
    for kind in [Spelling.Kind.sign, .decimals, .swapped, .ornament] {
      #expect((tally.counts[kind]?[.right] ?? 0) > 0, "\(kind) was never read")
    }
  }

  @Test(arguments: [
    (ToySite.Fault.losesForeignMinus, Spelling.Kind.sign), (.stopsAtDecimalComma, .decimals), (.readsAnyUnit, .misfit),
    (.guessesUnit, .noUnits), (.takesNeighborWhereEmpty, .emptied),
    (.readsOrnament, .ornament), (.refusesTurn, .ornament),
  ])
  func aPlantedFaultIsFound(_ fault: ToySite.Fault, as kind: Spelling.Kind) throws {
    let tally = try examined(ToySite(fault: fault))
    #expect(tally.findings.contains { $0.kind == kind }, "\(tally.findings.map(\.description))")
  }

  @Test func aValueOfAnotherRowIsFound() throws {
    // The last row's number feeds both rows: exchanged with the first row's high, one of them cannot be right.
    let tally = try examined(ToySite(fault: .readsOtherRow))
    #expect(tally.findings.contains { $0.kind == .rowsSwapped || $0.kind == .rowRemoved })
  }

  @Test func anEditWithinAnElementIsHeldAgainstIt() throws {
    for (fault, count) in [(ToySite.Fault?.none, 0), (.losesForeignMinus, 1)] {
      let site = ToySite(fault: fault)
      let oracle = try #require(FieldOracle(ToySite.page) { site.read($0) })
      let text = String(decoding: ToySite.page, as: UTF8.self).replacing("8.5 °C", with: "\u{2212}7.5 °C")
      var tally = Tally()
      let body = Array(text.utf8)
      #expect(oracle.judge(edit: body, TokenList(ToySite.page), site.read(body), into: &tally))
      #expect(tally.findings.count == count)
    }
  }

  /// What is found by every change of every number and of the page.
  private func examined(_ site: ToySite) throws -> Tally {
    let oracle = try #require(FieldOracle(ToySite.page) { site.read($0) })
    let list = TokenList(ToySite.page)
    var tally = Tally()
    let spots = list.tokens.flatMap { NumberSpot.all(in: $0, of: ToySite.page) }
    let known = spots.compactMap { spot in oracle.feeds(of: spot).map { (spot, $0) } }
    for (index, one) in known.enumerated() {
      oracle.examine(one.0, one.1, into: &tally)
      oracle.examineRemovals(one.0, one.1, list, into: &tally)
      let other = known[(index + 1)...].first { $0.0.token.shape == one.0.token.shape }
      if let other { oracle.examineExchange(one, other, into: &tally) }
    }
    oracle.examinePage(list, into: &tally)
    oracle.judge(
      withoutUnits: site.read(FieldOracle.withoutUnits(ToySite.page)), needsNoUnit: { _ in false }, into: &tally)
    return tally
  }
}
