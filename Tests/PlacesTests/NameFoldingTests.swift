import Foundation
import Testing

@testable import Places

/// Names folded here and by scripts/make-gazetteer come out the same.
struct NameFoldingTests {
  private let folding = NameFolding(table: GazetteerTable())

  @Test func foldsAsTheScriptDoes() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("folded.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(rows.count > 500)
    for row in rows {
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      #expect(folded(columns[0]) == columns[1])
      // As one accent a letter and as a letter with an accent behind it.
      #expect(folded(columns[0].decomposedStringWithCanonicalMapping) == columns[1])
    }
  }

  @Test(arguments: [
    ("São Paulo", "sao paulo"), ("  St.  Louis ", "st louis"), ("Straße", "strasse"), ("Ærø", "aero"), ("Łódź", "lodz"),
    ("İstanbul", "istanbul"), ("Diyarbakır", "diyarbakir"), ("Đà Nẵng", "da nang"), ("L'Aquila", "laquila"),
    ("Biel/Bienne", "biel bienne"), ("МОСКВА", "москва"), ("ΑΘΉΝΑΣ", "αθηνασ"), ("ＴＯＫＹＯ", "tokyo"),
    ("大阪", "大阪"), ("", ""), ("-", ""), ("がく", "か\u{3099}く"),
    ("a\u{200D}b\tc\u{1B}[0m", "ab c 0m"),
  ])
  func folds(text: String, expected: String) {
    #expect(folded(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  private func folded(_ text: String) -> String { String(decoding: folding.folded(text), as: UTF8.self) }
}
