import Foundation
import Support

/// What came of a fault.
struct FaultResult: Sendable {
  /// The fault.
  let fault: Fault
  /// What is not as it has to be.
  let complaints: [String]
  /// What was said on standard error.
  let said: String
  /// Its line in the document, without what is measured.
  let row: FaultRow

  /// What a run left behind, judged.
  init(fault: Fault, outcome: Program.Outcome, scene: FaultScene, complaints: [String]) {
    self.fault = fault
    self.complaints = complaints
    said = outcome.error
    let line = outcome.error.prefix(4000).split(separator: "\n").first.map(String.init) ?? ""
    let sentence = Self.lasting(line)
    let isForecast = !scene.forecast.isEmpty && outcome.output.contains(scene.forecast)
    row = FaultRow(
      name: fault.name, status: "\(outcome.status)", seconds: Self.rounded(outcome.seconds, to: 0.5),
      megabytes: scene.isMeasured ? outcome.peakMegabytes.map { Self.rounded($0, to: 25) } ?? "" : "",
      shown: isForecast ? "the forecast" + (sentence.isEmpty ? "" : "; \(sentence)") : sentence)
  }

  /// The next multiple of a step: what stays the same from run to run.
  private static func rounded(_ value: Double, to step: Double) -> String {
    let bound = (value / step).rounded(.up) * step
    return bound == bound.rounded() ? "\(Int(bound))" : "\(bound)"
  }

  /// A sentence without what differs from run to run and from system to system: ports, folders, days, what follows in an
  /// address, and the libraries' own words, which stand in brackets.
  private static func lasting(_ line: String) -> String {
    let text = line.replacing(/\/[^ ']{0,200}weatherterm-[0-9A-F-]{36}/, with: "HOME")
      .replacing(/(127\.0\.0\.1|localhost):[0-9]+/) { "\($0.1):PORT" }
      .replacing(/20[0-9]{2}-[0-9]{2}-[0-9]{2}/, with: "DATE")
      .replacing(/(https?:[^ ?]*)\?[^ ;,)]+[^ ;)]*/) { "\($0.1)?…" }
      .replacing(/\((line [0-9]+: |Unsupported encoding )[^()]*\)/) { "(\($0.1)…)" }
    let known =
      #/
      (no\ (?:trusted\ )?connection\ to|is\ not\ known|in\ time|cut\ short|failed|be\ unpacked)([^(;]*)
      \ \([^;()]*?(,\ [0-9]+\ s\ ago;\ --refresh\ asks\ at\ once)?\);
      /#
    let plain = text.replacing(known) { "\($0.1)\($0.2) (…\($0.3 == nil ? "" : ", N s ago; --refresh asks at once"));" }
    return plain.count > 420 ? "\(plain.prefix(200)) […] \(plain.suffix(200))" : plain
  }
}
