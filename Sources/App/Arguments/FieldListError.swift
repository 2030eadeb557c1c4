/// Why a list of fields is none.
enum FieldListError: Error, Equatable {
  /// A field that there is not.
  case unknown(UnknownName)
  /// `none` or `all` among others.
  case notAlone(String)

  /// One sentence, without the list of fields.
  var sentence: String {
    switch self {
    case .unknown(let name): name.sentence
    case .notAlone(let text): "none and all stand alone: leave out \(text), or all else"
    }
  }
}
