// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The settings of a room that wraps C.
let wrapper: [SwiftSetting] = house + [.strictMemorySafety()]

let package = Package(
  name: "weatherterm",
  products: [
    .executable(name: "weatherterm", targets: ["weatherterm"]),
    // For the package Fuzz, which builds the rooms with the fuzzer's counters in them.
    .library(
      name: "Rooms",
      targets: [
        "App", "Basics", "Markup", "Output", "Parsers", "Places", "Repair", "Scraping", "Weather", "Web", "Oracle",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // Defines the functions of both libraries, and loads a library on the first call.
    .target(name: "CLibraryLoader", dependencies: ["CLibCurl", "CLibXML2"]),
    .target(name: "Basics", dependencies: ["CLibCurl", "CLibraryLoader"], swiftSettings: wrapper),
    .target(name: "Weather", dependencies: ["Basics"], swiftSettings: house),
    .target(name: "Markup", dependencies: ["CLibXML2", "CLibraryLoader"], swiftSettings: wrapper),
    .target(name: "Web", dependencies: ["Basics", "Markup", "CLibCurl", "CZlib"], swiftSettings: wrapper),
    .target(name: "CGazetteer", exclude: ["gazetteer.bin"]),
    .target(name: "Places", dependencies: ["Basics", "Weather", "CGazetteer"], swiftSettings: wrapper),
    .target(name: "Scraping", dependencies: ["Basics", "Weather", "Markup", "Yams"], swiftSettings: house),
    .target(name: "Repair", dependencies: ["Basics", "Weather", "Markup", "Scraping"], swiftSettings: house),
    .target(
      name: "Parsers", dependencies: ["Basics", "Scraping", "Markup", "Weather"], swiftSettings: house,
      plugins: ["Registry"]),
    .target(
      name: "Output",
      dependencies: ["Basics", "Weather", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: house, plugins: ["Registry", "Catalogues"]),
    .target(
      name: "App",
      dependencies: [
        "Basics", "Weather", "Markup", "Web", "Scraping", "Repair", "Places", "Parsers", "Output",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(name: "weatherterm", dependencies: ["App"], swiftSettings: house),
    .plugin(name: "Registry", capability: .buildTool()),
    .plugin(name: "Catalogues", capability: .buildTool()),
    .target(name: "Support", path: "Tests/Support", swiftSettings: house),
    // What the mutation run judges by; used by the package Fuzz, tested here with everything else.
    .target(name: "Oracle", path: "Fuzz/Sources/Oracle", swiftSettings: house),
    .testTarget(name: "OracleTests", dependencies: ["Oracle"], swiftSettings: house),
    .testTarget(name: "FixtureTests", dependencies: ["Support", "weatherterm"], swiftSettings: house),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Support", "weatherterm", "App", "Parsers", "Scraping"],
      swiftSettings: house),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["Support", "App", "Basics", "Oracle", "Parsers", "Output", "Scraping", "Web", "Weather"],
      swiftSettings: house),
    .testTarget(name: "BasicsTests", dependencies: ["Basics", "Weather", "Support"], swiftSettings: house),
    .testTarget(name: "WeatherTests", dependencies: ["Basics", "Weather"], swiftSettings: house),
    .testTarget(
      name: "ScrapingTests", dependencies: ["Basics", "Scraping", "Markup", "Weather"], swiftSettings: house),
    .testTarget(
      name: "ParsersTests", dependencies: ["Basics", "Parsers", "Scraping", "Weather"], swiftSettings: house),
    .testTarget(
      name: "RepairTests", dependencies: ["Basics", "Repair", "Scraping", "Markup", "Weather"], swiftSettings: house),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: house),
    .testTarget(
      name: "PlacesTests", dependencies: ["Places", "Weather"], exclude: ["folded.tsv"], swiftSettings: house),
    .testTarget(name: "WebTests", dependencies: ["Basics", "Support", "Web"], swiftSettings: house),
    .testTarget(
      name: "OutputTests", dependencies: ["Basics", "Support", "Markup", "Output", "Weather"],
      exclude: ["Expected"],
      swiftSettings: house),
    .testTarget(
      name: "AppTests",
      dependencies: [
        "Support", "weatherterm", "App", "Basics", "Places", "Parsers", "Output", "Scraping", "Web", "Weather",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
  ]
)
