import Foundation

/// Called first by libFuzzer: with `FUZZ_LIST` prints the targets' names, with `FUZZ_SEEDS` writes the target's seeds
/// to a folder.
@_cdecl("LLVMFuzzerInitialize")
public func begin(_ count: UnsafeMutableRawPointer?, _ words: UnsafeMutableRawPointer?) -> CInt {
  let environment = ProcessInfo.processInfo.environment
  if environment["FUZZ_LIST"] != nil {
    print(FuzzTargets.names.joined(separator: "\n"))
    exit(0)
  }
  let target = FuzzTargets.chosen
  guard let folder = environment["FUZZ_SEEDS"] else { return 0 }
  for (number, seed) in target.seeds.enumerated() {
    guard FileManager.default.createFile(atPath: "\(folder)/seed-\(number)", contents: Data(seed)) else { exit(74) }
  }
  print("\(target.seeds.count) seeds for \(target.name)")
  exit(target.seeds.isEmpty ? 65 : 0)
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func take(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTargets.chosen.take(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
