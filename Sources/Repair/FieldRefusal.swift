public import Weather

/// Why no selector was learned for a field.
public enum FieldRefusal: Hashable, Sendable {
  /// No known value to learn from.
  case nothingKnown
  /// No column of the rows agrees with what is known; the nearest one, with how many of its values lie far off.
  case noAgreement(nearest: String?, far: Int, of: Int)
  /// What agrees is another field.
  case isOther(Field?, at: String)
  /// It agrees better with other rows than with its own.
  case otherRows(at: String)
  /// Two columns agree about as well; the logarithm of the odds between them.
  case twoColumns(String, String, margin: Double)
  /// The words beside it speak of another field.
  case wordsAgainst(at: String)
  /// Its values hardly differ from row to row, and no word beside it names the field.
  case provesNothing(at: String)
  /// Too few rows are known.
  case tooLittleKnown
  /// The page does not say which degree its temperatures are in.
  case noUnit(at: String)
  /// ColumnReading a page with it did not confirm it.
  case notConfirmed(page: Int, seen: Int, of: Int, far: Int)
  /// It cannot be right beside another field: a low above the high.
  case atOdds(page: Int)
  /// Its values cannot be.
  case implausible(page: Int, String)
  /// No second page has confirmed it.
  case onePage(at: String)
}

/// Why nothing was learned of a part.
public enum Trouble: Error, Hashable, Sendable {
  /// No text on the page dates rows.
  case noRows
  /// Rows are there, and none of known dates.
  case otherDates
  /// Nothing finds the rows and nothing else.
  case noRowPath
  /// What finds the rows finds none on another page.
  case noRowsElsewhere(path: String)
  /// The texts of rows repeat or hold each other: the markup is broken.
  case brokenRows
  /// A page does not confirm it.
  case notConfirmed(page: Int, reason: String)
  /// Known values do not go up and down with any on the page: they are another place's.
  case otherPlace
}
