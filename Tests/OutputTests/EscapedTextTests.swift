import Testing

@testable import Output

struct EscapedTextTests {
  @Test func singleScalarsAreReplaced() {
    #expect("a#b".replacing(["#": "##"]) == "a##b")
    #expect("Zürich".replacing(["#": "##"]) == "Zürich")
    #expect("".replacing(["#": "##"]) == "")
    // A mark that combines does not hide the sign that it stands on.
    #expect("<\u{338}".replacing(["<": "&lt;"]) == "&lt;\u{338}")
  }

  @Test(arguments: [
    ("Denton, TX", "Denton, TX"), ("<b title='a\"'>&", "&lt;b title=&#39;a&quot;&#39;&gt;&amp;"),
    ("a\u{0}\u{1B}\u{FFFE}b\n", "ab\n"), ("東京 <", "東京 &lt;"),
  ])
  func markupIsEscaped(text: String, escaped: String) { #expect(MarkupText.escaped(text) == escaped) }
}
