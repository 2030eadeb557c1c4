import Foundation
import Support
import Testing

/// A system that gives the program no threads, or too few: nothing hangs.
struct ThreadsTests {
  /// Makes a library that lets so many threads be made, as `THREADS` says, and then none.
  private static let shim = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <pthread.h>
    #include <stdlib.h>

    static int made;

    int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *data) {
      static int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
      if (real == NULL) real = dlsym(RTLD_NEXT, "pthread_create");
      if (__atomic_fetch_add(&made, 1, __ATOMIC_SEQ_CST) >= atoi(getenv("THREADS"))) return EAGAIN;
      return real(thread, attributes, start, data);
    }
    """

  private func run(_ threads: Int, _ arguments: [String]) async throws -> Program.Outcome {
    let home = try Home()
    try home.write("shim.c", Self.shim)
    // Compiled by itself, so that the run's time is the program's.
    let compiled = try await home.run([], shell: "cc -shared -fPIC -o shim.so shim.c -ldl")
    try #require(compiled.status == 0, "\(compiled.error)")
    return try await home.run(arguments, shell: #"LD_PRELOAD=$PWD/shim.so THREADS=\#(threads) exec "$@""#)
  }

  @Test(arguments: [0, 1, 3]) func withoutThreadsThereIsASentence(_ threads: Int) async throws {
    let outcome = try await run(threads, Stockholm.place + ["-td", "--replay", Stockholm.session])
    expectFailure(outcome, 75, "threads", within: 6)
  }

  @Test func whatNeedsNoThreadsIsDone() async throws {
    for arguments in [["places", "stockholm"], ["parsers"], ["--version"], ["schema"], ["cache"]] {
      let outcome = try await run(0, arguments)
      #expect(outcome.status == 0, "\(arguments): \(outcome.error)")
      #expect(!outcome.output.isEmpty)
    }
  }

  /// With the threads that are there at first, and not later: the run ends in its time, however it stands then.
  @Test(arguments: 6...16) func theRunEndsInItsTime(_ threads: Int) async throws {
    let server = try Stockholm.server()
    let outcome = try await run(
      threads, Stockholm.place + ["-td", "--base-url", server.url(""), "--timeout", "2s"])
    // A page of another day is refused, which is an end as well.
    #expect([0, 65, 75].contains(outcome.status), "\(outcome.error)")
    #expect(outcome.status == 0 || outcome.error.hasPrefix("weatherterm: error: "), "\(outcome.error)")
    #expect(outcome.seconds < 6)
  }
}
