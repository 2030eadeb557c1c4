import Markup
import Testing

/// The clauses of errors.
struct MarkupErrorTests {
  @Test(arguments: [
    MarkupError.empty, .tooManyNodes(limit: 9), .tooDeep(limit: 9), .notWellFormed(line: 3, text: "Extra content"),
    .needsDeclarations, .unsupportedEncoding(text: "X"), .badXPath(expression: "//[", text: "Invalid expression"),
    .notJSON(offset: 4, reason: "cut off"), .outOfMemory,
  ])
  func eachFitsIntoASentence(error: MarkupError) {
    let clause = error.description
    #expect(clause.first?.isLowercase == true)
    #expect(!clause.hasSuffix("."))
  }

  @Test func theyCarryWhatIsKnown() {
    #expect(MarkupError.notWellFormed(line: 3, text: "Extra content").description.contains("line 3: Extra content"))
    #expect(MarkupError.notJSON(offset: 4, reason: "cut off").description.contains("byte 4: cut off"))
  }
}
