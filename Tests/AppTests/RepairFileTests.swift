import Testing

@testable import App

struct UnifiedDiffTests {
  @Test func onlyWhatDiffersIsShownWithThreeLinesAround() {
    let old = (1...12).map { "line \($0)\n" }.joined()
    let new = old.replacing("line 6\n", with: "line six\nline 6.5\n")
    let lines = UnifiedDiff.lines(old, new, from: "a", to: "b")
    #expect(
      lines == [
        "--- a", "+++ b", "@@ -3,7 +3,8 @@", " line 3", " line 4", " line 5", "-line 6", "+line six", "+line 6.5",
        " line 7",
        " line 8", " line 9",
      ])
  }

  @Test func equalTextsDoNotDiffer() { #expect(UnifiedDiff.lines("a\n", "a\n", from: "a", to: "b").isEmpty) }

  @Test func aNewFileIsAllNew() {
    #expect(
      UnifiedDiff.lines("", "a\nb\n", from: "/dev/null", to: "b") == [
        "--- /dev/null", "+++ b", "@@ -0,0 +1,2 @@", "+a", "+b",
      ])
  }
}

struct RepairFileTests {
  @Test(
    arguments: [
      ("repaired: {date: 2026-12-01, status: proposed}\n", "repaired: {date: 2026-12-01, status: accepted}\n"),
      (
        "format: 1\nrepaired:\n  date: 2026-12-01\n  status: proposed\n",
        "format: 1\nrepaired:\n  date: 2026-12-01\n  status: accepted\n"
      ),
      ("repaired: {date: 2026-12-01, status: accepted}\n", nil), ("title: proposed\n", nil),
    ] as [(String, String?)])
  func aRepairIsMarkedAsLookedAt(text: String, accepted: String?) { #expect(RepairFile.accepted(text) == accepted) }

  @Test func theKeysOfAFileKeepTheirComments() {
    let blocks = RepairFile.blocks("# top\nformat: 1\n\n# ten rows\ndays:\n  # sure\n  high: a\nhours: {rows: b}\n")
    #expect(blocks.map(\.key) == ["format", "days", "hours"])
    #expect(blocks[1].text == "# ten rows\ndays:\n  # sure\n  high: a\n")
  }
}
