/// Crashes on a violated invariant, which the fuzzer reports.
public func broken(_ what: String) -> Never { fatalError(what) }
