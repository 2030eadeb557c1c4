/// One try at a request.
struct Attempt: Sendable {
  /// What came of it.
  let result: Result<TransferResponse, TransferError>
  /// How long it took, without the time in which it waited for its host's turn.
  let took: Duration

  /// Whether it ended because its time was over.
  var isLate: Bool {
    switch result {
    case .failure(.network(_, let code, _)): NetworkFailure(code: code) == .timedOut
    case .failure(.outOfTime): true
    default: false
    }
  }
}
