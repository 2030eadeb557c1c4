/// Ends the program because something that always has to be so is not: what a fuzzer takes for a finding.
public func broken(_ what: String) -> Never { fatalError(what) }
