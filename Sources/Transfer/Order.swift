/// A request on its way to the engine, with the place where the answer is waited for.
struct Order: Sendable {
  let request: TransferRequest
  let cancellation: Cancellation
  let answer: CheckedContinuation<Result<TransferResponse, TransferError>, Never>
}
