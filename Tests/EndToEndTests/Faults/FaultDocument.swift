import Foundation
import Support

/// `docs/robustness.md`: the faults and how runs ended, written by the suite.
enum FaultDocument {
  /// Whether the document is to be written anew, with what is measured now.
  static let isWritten = ProcessInfo.processInfo.environment["WEATHERTERM_WRITE_ROBUSTNESS"] != nil

  private static let file = Program.checkout.appendingPathComponent("docs/robustness.md")

  /// The lines of the document's tables, by the fault's name.
  static func rows() throws -> [String: String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map(String.init)
    return Dictionary(lines.map { (FaultRow.lasting($0).first?.trimmingSuffix ?? "", $0) }) { first, _ in first }
  }

  /// The names of the faults in the order of the document.
  static func names() throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { FaultRow.lasting(String($0)).first?.trimmingSuffix }.filter { $0 != "what is done" }
  }

  /// Writes the document; `rows` has a line for each fault that this system can do, others keep what is written, and so do
  /// those whose numbers differ by no more than a measurement does.
  static func write(_ rows: [String: String]) throws {
    let kept = (try? self.rows()) ?? [:]
    var text = introduction
    for chapter in FaultChapter.all {
      text += "\n## \(chapter.title)\n\n| what is done | status | s | MB | what is shown |\n|---|---|---|---|---|\n"
      for fault in chapter.faults {
        let row = rows[fault.name].map { new in
          kept[fault.name].flatMap { FaultRow.isAlike($0, new) ? $0 : nil } ?? new
        }
        text += (row ?? kept[fault.name]).map { $0 + "\n" } ?? ""
      }
    }
    try Data(text.utf8).write(to: file)
  }

  private static let introduction = """
    # What goes wrong, and how weatherterm ends

    Written by the fault suite (`make robustness`; `Tests/EndToEndTests/Faults`): do not edit it. Each line is a run of the
    program, a release build, against real sockets on loopback, or with the files that are named. The suite fails where a run
    does not end as stated, where it prints anything but the forecast on standard output, says more or less than one sentence,
    prints a control character, takes longer than it may or more than \(Int(Fault.megabytes)) MB; and where this document is out of date.

    Time (wall clock, the start of the program included) and peak memory are the measured ones, rounded up to half a second
    and to 25 MB. `(…)` stands for libcurl's own words, `PORT` and `HOME` for what differs from run to run. Where several tries
    may help (a connection that breaks, 429, 500, 502, 503, 504), the time is that of all of them.

    """
}

extension String {
  /// The text without the blanks that it ends in.
  fileprivate var trimmingSuffix: String { String(reversed().drop { $0 == " " }.reversed()) }
}
