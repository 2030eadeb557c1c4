internal import CLibCurl
internal import Foundation
internal import Synchronization

/// libcurl's multi handle and the one thread that drives it.
///
/// Everything of libcurl's happens on that thread, but for waking it.
@safe final class Engine: Sendable {
  /// What other threads ask of the engine's.
  private struct Inbox {
    var orders: [Order] = []
    var stopped = false
  }

  /// What the thread has in hand.
  private struct Work {
    var queue: HostQueue
    /// By ``EasyTransfer/key``.
    var transfers: [Int: EasyTransfer] = [:]
  }

  private let options: TransferOptions
  private let certificates: CertificateBundle?
  private let inbox = Mutex(Inbox())
  /// Closed by the thread, after which nobody wakes it: ``stop()`` is the last call from outside.
  private nonisolated(unsafe) let multi: UnsafeMutableRawPointer
  private let ended = DispatchSemaphore(value: 0)

  /// Starts libcurl and the thread; nil where libcurl does not start, or the system gives no thread.
  init?(options: TransferOptions, certificates: CertificateBundle?) {
    guard LibCurl.isReady, let multi = unsafe curl_multi_init() else { return nil }
    // Without the sockets for it the thread would sleep through whatever is asked.
    guard unsafe curl_multi_wakeup(multi) == CURLM_OK else {
      unsafe curl_multi_cleanup(multi)
      return nil
    }
    self.options = options
    self.certificates = certificates
    unsafe self.multi = unsafe multi
    unsafe curl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, max(1, options.perHost))
    // Foundation's threads do not say where there is none.
    var thread = pthread_t()
    let engine = unsafe Unmanaged.passRetained(self)
    let code = unsafe pthread_create(
      &thread, nil,
      { engine in
        if let engine = unsafe engine { unsafe Unmanaged<Engine>.fromOpaque(engine).takeRetainedValue().run() }
        return nil
      }, engine.toOpaque())
    guard code == 0 else {
      unsafe engine.release()
      unsafe curl_multi_cleanup(multi)
      return nil
    }
    pthread_detach(thread)
  }

  /// Takes an order in; it is answered once.
  func submit(_ order: Order) {
    inbox.withLock { $0.orders.append(order) }
    wake()
  }

  /// Makes the thread look at its orders and at their cancellation.
  func wake() { unsafe curl_multi_wakeup(multi) }

  /// Ends the thread and waits for it, so that no TLS is spoken while the process exits.
  func stop() {
    inbox.withLock { $0.stopped = true }
    wake()
    ended.wait()
  }

  /// The thread's work: orders in, answers out, until it is stopped.
  private func run() {
    var work = Work(queue: HostQueue(limit: options.perHost))
    while true {
      let inbox = self.inbox.withLock { shared in
        defer { shared.orders = [] }
        return shared
      }
      if inbox.stopped { break }
      for order in inbox.orders { if let ready = work.queue.admit(order) { start(ready, &work) } }
      for order in work.queue.takeCancelled() { order.finish(.failure(.cancelled(url: order.request.url))) }
      for order in work.queue.takeLate(.now) { order.finish(.failure(.outOfTime(url: order.request.url))) }
      for transfer in work.transfers.values where transfer.order.cancellation.isCancelled {
        finish(transfer, with: .failure(.cancelled(url: transfer.order.request.url)), &work)
      }
      var count: Int32 = 0
      unsafe curl_multi_perform(multi, &count)
      let done = collect(&work)
      // What was let in by one that is done is to be set going before there is something to wait for.
      if !done { unsafe curl_multi_poll(multi, nil, 0, Int32(work.queue.patience(.now).milliseconds), nil) }
    }
    work.transfers = [:]
    unsafe curl_multi_cleanup(multi)
    ended.signal()
  }

  /// Sets an order going, or answers it where that cannot be, and goes on with the next of its host.
  private func start(_ order: Order, _ work: inout Work) {
    var next: Order? = order
    while let order = next {
      let url = order.request.url
      if order.cancellation.isCancelled {
        order.finish(.failure(.cancelled(url: url)))
      } else if let limit = order.timeLeft(.now) {
        if let transfer = EasyTransfer(order, limit: limit, options: options, certificates: certificates),
          unsafe curl_multi_add_handle(multi, transfer.handle) == CURLM_OK
        {
          work.transfers[transfer.key] = transfer
          return
        }
        let code = Int(CURLE_OUT_OF_MEMORY.rawValue)
        order.finish(.failure(.network(url: url, code: code, text: "libcurl takes no more requests")))
      } else {
        order.finish(.failure(.outOfTime(url: url)))
      }
      next = work.queue.finished(HostQueue.host(of: order))
    }
  }

  /// Answers the orders whose transfers are done; says whether there were any.
  private func collect(_ work: inout Work) -> Bool {
    var any = false
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(multi, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE, let handle = unsafe message.pointee.easy_handle,
        let transfer = work.transfers[Int(bitPattern: handle)]
      else { continue }
      let result = unsafe transfer.result(curl_message_result(message))
      finish(transfer, with: result, &work)
      any = true
    }
    return any
  }

  /// Answers a transfer's order and gives its place to the next of its host.
  private func finish(
    _ transfer: EasyTransfer, with result: Result<TransferResponse, TransferError>, _ work: inout Work
  ) {
    unsafe curl_multi_remove_handle(multi, transfer.handle)
    work.transfers[transfer.key] = nil
    transfer.order.finish(result, took: transfer.took)
    if let next = work.queue.finished(HostQueue.host(of: transfer.order)) { start(next, &work) }
  }
}
