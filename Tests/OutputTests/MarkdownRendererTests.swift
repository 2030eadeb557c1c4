import Testing
import Weather

@testable import Output

struct MarkdownRendererTests {
  @Test func writesAwkwardReports() throws {
    try ExpectedOutput.check(
      try MarkdownRenderer.gallery(RenderingOptions(fields: FieldGroup.all)), "markdown.md")
  }

  @Test(arguments: AwkwardReport.allCases)
  func everyRowHasAsManyCells(_ report: AwkwardReport) throws {
    let text = try MarkdownRenderer.text([report.report], RenderingOptions(fields: [.rain, .sun]))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    let bars = Set(rows.map { $0.replacing("\\|", with: "").count { $0 == "|" } })
    #expect(rows.count == 2 + ReportRow.mergedRows(of: report.report).count)
    #expect(bars.count == 1)
  }

  @Test func aSourcesWordsAreNoMarkup() {
    #expect(
      MarkdownText.escaped("a|b <i> *x* _y_ [z](w) `q` & ~ \\") == #"a\|b \<i\> \*x\* \_y\_ \[z\](w) \`q\` \& \~ \\"#)
    #expect(MarkdownText.address("javascript:alert(1)") == nil)
    #expect(MarkdownText.address("https://x.example/a b<c>\\") == "https://x.example/a%20b%3Cc%3E%5C")
  }

  @Test(arguments: [
    ("http://evil.example/x", #"http\://evil.example/x"#), ("HTTPS://evil.example", #"HTTPS\://evil.example"#),
    ("see ftp://x.example now", #"see ftp\://x.example now"#), ("www.evil.example", #"www\.evil.example"#),
    ("(WWW.evil.example)", #"(WWW\.evil.example)"#), ("a@b.example", "a\u{2060}\\@b.example"),
    ("mailto:a.b+c@d.example", "mailto\\:a.b+c\u{2060}\\@d.example"),
    ("xmpp:a@b.example", "xmpp\\:a\u{2060}\\@b.example"),
    ("<https://evil.example>", #"\<https\://evil.example\>"#), ("@team", #"\@team"#),
    ("at 15:00, Oslo: rain. Low 3.", "at 15:00, Oslo: rain. Low 3."), ("weather.com", "weather.com"),
  ])
  func nothingBecomesALinkByItself(_ text: String, _ escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test func reportsStandApart() throws {
    let text = try MarkdownRenderer.text([AwkwardReport.tokyo.report, AwkwardReport.evening.report])
    #expect(text.hasPrefix("## 東京\n"))
    #expect(text.contains("\n\n## Stockholm, Sweden\n"))
  }
}
