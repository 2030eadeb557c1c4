/// What a name is to a town, the least first; scripts/make-gazetteer decides it.
enum NameKind: Int, Comparable {
  /// A name that no language of the town's country uses, or none that is known to.
  case other
  /// A code of an airport or the like.
  case code
  /// A part of the main name (`Frankfurt` of Frankfurt am Main).
  case part
  /// A name in the languages of the town's country (`München`).
  case own
  /// The main name.
  case main
  /// The main name, which is also that of a region or a country elsewhere (`California`, in Maryland).
  case shared

  /// Whether a town may be taken for the name; others are only asked about.
  var isName: Bool { self >= .part }

  /// Whether it is the main name.
  var isMain: Bool { self >= .main }

  static func < (one: NameKind, other: NameKind) -> Bool { one.rawValue < other.rawValue }
}
