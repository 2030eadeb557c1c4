// swift-tools-version: 6.2
import PackageDescription

// The rooms once more, from the same files: what is fuzzed has to be built with the fuzzer's counters in it, its inner
// parts have to be within reach, and the program must not have a `main`. The main package knows nothing of all this.

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the main package; `Rooms` and `Plugins` are links to its folders.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Rooms/\(name)", exclude: exclude, swiftSettings: house,
    plugins: plugins)
}

let package = Package(
  name: "Fuzz",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibCurl", path: "Rooms/CLibCurl", pkgConfig: "libcurl"),
    .systemLibrary(name: "CLibXML2", path: "Rooms/CLibXML2", pkgConfig: "libxml-2.0"),
    .target(name: "CGazetteer", path: "Rooms/CGazetteer", exclude: ["gazetteer.bin"]),
    room("Weather"),
    room("Markup", ["CLibXML2"]),
    room("Transfer", ["CLibCurl"]),
    room("Places", ["Weather", "CGazetteer"]),
    room("Scraping", ["Weather", "Markup"]),
    room("Parsers", ["Scraping", "Markup", "Weather"], plugins: ["Registry"]),
    room("Display", ["Weather"]),
    room(
      "Rendering", ["Display", "Weather", .product(name: "Mustache", package: "swift-mustache")],
      plugins: ["Registry"]),
    room(
      "weatherterm",
      [
        "Weather", "Markup", "Transfer", "Scraping", "Places", "Parsers", "Display", "Rendering", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["EntryPoint.swift"]),
    .plugin(name: "Registry", capability: .buildTool(), path: "Plugins/Registry"),
    .target(
      name: "Trials",
      dependencies: ["Weather", "Markup", "Transfer", "Scraping", "Parsers", "Rendering", "weatherterm"],
      swiftSettings: house),
    .executableTarget(
      name: "fuzz",
      dependencies: ["Trials", "Weather", "Markup", "Transfer", "Scraping", "Parsers", "Rendering", "weatherterm"],
      swiftSettings: house),
    .target(name: "Oracle", swiftSettings: house),
    .executableTarget(
      name: "mutate",
      dependencies: ["Oracle", "Trials", "Weather", "Markup", "Scraping", "Parsers", "Display", "Rendering"],
      swiftSettings: house),
  ]
)
