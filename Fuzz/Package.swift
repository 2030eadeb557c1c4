// swift-tools-version: 6.2
import PackageDescription

// What is fuzzed has to be built with the fuzzer's counters in it, and a fuzz target has a `main` of its own: a package of
// its own builds the rooms of the main package so.

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let rooms = Target.Dependency.product(name: "Rooms", package: "weatherterm")

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "weatherterm", path: "..")],
  targets: [
    .target(name: "Trials", dependencies: [rooms], swiftSettings: house),
    .executableTarget(name: "fuzz", dependencies: ["Trials", rooms], swiftSettings: house),
    .executableTarget(name: "mutate", dependencies: ["Trials", rooms], swiftSettings: house),
  ]
)
