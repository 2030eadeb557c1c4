import Testing

@testable import Output

struct JsonValueTests {
  @Test(
    arguments: [
      (29.89, "29.89"), (10, "10"), (16.09, "16.09"), (0, "0"), (-0.0, "0"), (-7, "-7"), (0.1, "0.1"), (-0.25, "-0.25"),
      (0.00001, "0.00001"), (0.0000125, "0.0000125"), (-1e-7, "-0.0000001"), (1e-4, "0.0001"), (100_000, "100000"),
      (1e16, "10000000000000000"), (1e20, "100000000000000000000"), (1.5e20, "150000000000000000000"),
      (0.1 + 0.2, "0.30000000000000004"), (.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func numbersAreShortAndPlain(number: Double, text: String) {
    #expect(JsonValue.decimal(number) == text)
    if number.isFinite { #expect(Double(text) == number) }
  }

  @Test(arguments: [
    ("Zürich", "\"Zürich\""), ("a\"b\\c/", #""a\"b\\c/""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
    ("\u{1}\u{1F}\u{7F}", "\"\\u0001\\u001f\u{7F}\""), ("", "\"\""),
  ])
  func textsAreQuoted(text: String, quoted: String) {
    #expect(JsonValue.quoted(text) == quoted)
  }

  @Test func valuesAreIndented() {
    let value = JsonValue.object([
      ("list", .array([.number(1), .object([("a", .null)]), .array([])])), ("yes", .boolean(true)),
      ("none", .object([])),
    ])
    #expect(
      value.text() == """
        {
          "list": [
            1,
            {
              "a": null
            },
            []
          ],
          "yes": true,
          "none": {}
        }
        """)
  }
}
