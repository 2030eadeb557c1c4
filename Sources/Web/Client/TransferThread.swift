internal import Basics
internal import CLibCurl
internal import Foundation

/// A thread that drives a libcurl multi handle; all libcurl calls are made on it, except the wake-up.
final class TransferThread: Sendable {
  private struct Inbox: Sendable {
    var jobs: [TransferJob] = []
    var stopped = false
  }

  private struct Work {
    var queue: HostQueue
    /// Keyed by ``EasyTransfer/key``.
    var transfers: [Int: EasyTransfer] = [:]
    /// The system's certificate folder; nil once a server's certificate could not be verified with it.
    var folder: CertificateFolder?
  }

  private let options: TransferOptions
  private let certificates: CertificateBundle?
  private let inbox = Locked(Inbox())
  private let multi: MultiHandle
  private let ended = DispatchSemaphore(value: 0)

  /// Starts libcurl and the thread; throws if either fails.
  init(options: TransferOptions, certificates: CertificateBundle?) throws(CurlError) {
    self.options = options
    self.certificates = certificates
    multi = try MultiHandle()
    try multi.set(CURLMOPT_MAX_HOST_CONNECTIONS, max(1, options.perHost))
    // Foundation's Thread does not report failure to create one.
    var id = pthread_t()
    let thread = unsafe Unmanaged.passRetained(self)
    let code = unsafe pthread_create(
      &id, nil,
      { thread in
        if let thread = unsafe thread { unsafe Unmanaged<TransferThread>.fromOpaque(thread).takeRetainedValue().run() }
        return nil
      }, thread.toOpaque())
    guard code == 0 else {
      unsafe thread.release()
      throw .outOfMemory
    }
    pthread_detach(id)
  }

  /// Adds a job; its continuation is resumed exactly once.
  func submit(_ job: TransferJob) {
    inbox.withLock { $0.jobs.append(job) }
    wake()
  }

  /// Makes the thread check for new and cancelled jobs.
  func wake() {
    // If this fails, the thread checks within a minute.
    do throws(CurlError) { try multi.wake() } catch {}
  }

  /// Stops the thread and waits for it, so that no TLS code runs during process exit.
  func stop() {
    inbox.withLock { $0.stopped = true }
    wake()
    ended.wait()
  }

  private func run() {
    var work = Work(queue: HostQueue(limit: options.perHost))
    if certificates == nil, options.certificates.nameNoOthers {
      work.folder = (options.systemCertificateFolder ?? LibCurl.systemCertificateFolder).flatMap {
        CertificateFolder($0)
      }
    }
    while true {
      let inbox = self.inbox.withLock { shared in
        defer { shared.jobs = [] }
        return shared
      }
      if inbox.stopped { break }
      for job in inbox.jobs { if let ready = work.queue.admit(job) { start(ready, &work) } }
      for job in work.queue.remove(where: \.isCancelled.value) {
        job.finish(.failure(.cancelled(url: job.request.url)))
      }
      for job in work.queue.remove(where: { $0.timeLeft(.now) == nil }) {
        job.finish(.failure(.outOfTime(url: job.request.url)))
      }
      for transfer in work.transfers.values where transfer.job.isCancelled.value {
        finish(transfer, with: .failure(.cancelled(url: transfer.job.request.url)), &work)
      }
      do throws(CurlError) {
        _ = try multi.perform()
        // Start queued jobs in place of finished ones before waiting.
        if !collect(&work) { try multi.wait(work.queue.timeUntilLate(.now).milliseconds) }
      } catch {
        for transfer in work.transfers.values {
          finish(transfer, with: .failure(error.of(transfer.job.request.url)), &work)
        }
      }
    }
    work.transfers = [:]
    ended.signal()
  }

  /// Starts a job; if it cannot start, finishes it and tries the host's next one.
  private func start(_ job: TransferJob, _ work: inout Work) {
    var next: TransferJob? = job
    while let job = next {
      let url = job.request.url
      if job.isCancelled.value {
        job.finish(.failure(.cancelled(url: url)))
      } else if let limit = job.timeLeft(.now) {
        do throws(CurlError) {
          let transfer = try EasyTransfer(
            job, limit: limit, options: options, certificates: certificates, folder: work.folder)
          try multi.add(transfer.easy)
          work.transfers[transfer.key] = transfer
          return
        } catch {
          job.finish(.failure(error.of(url)))
        }
      } else {
        job.finish(.failure(.outOfTime(url: url)))
      }
      next = work.queue.finished(job.host)
    }
  }

  /// Finishes the jobs of completed transfers; returns whether there were any.
  private func collect(_ work: inout Work) -> Bool {
    var any = false
    while let (handle, result) = multi.nextDone() {
      guard let transfer = work.transfers[handle] else { continue }
      if result == CURLE_PEER_FAILED_VERIFICATION, transfer.folder != nil {
        // The certificate may have been added to the bundle only, so try again with that.
        work.folder = nil
        multi.remove(transfer.easy)
        work.transfers[handle] = nil
        start(transfer.job, &work)
        any = true
        continue
      }
      finish(transfer, with: transfer.result(result), &work)
      any = true
    }
    return any
  }

  private func finish(
    _ transfer: EasyTransfer, with result: Result<TransferResponse, TransferError>, _ work: inout Work
  ) {
    multi.remove(transfer.easy)
    work.transfers[transfer.key] = nil
    transfer.job.finish(result, took: transfer.took)
    if let next = work.queue.finished(transfer.job.host) { start(next, &work) }
  }
}
