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
  products: [.executable(name: "weatherterm", targets: ["weatherterm"])],
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
    .target(name: "Weather", swiftSettings: house),
    .target(name: "Markup", dependencies: ["CLibXML2"], swiftSettings: wrapper),
    .target(name: "Transfer", dependencies: ["CLibCurl"], swiftSettings: wrapper),
    .target(name: "CGazetteer", exclude: ["gazetteer.bin"]),
    .target(name: "Places", dependencies: ["Weather", "CGazetteer"], swiftSettings: wrapper),
    .target(name: "Scraping", dependencies: ["Weather", "Markup"], swiftSettings: house),
    .target(
      name: "Parsers", dependencies: ["Scraping", "Markup", "Weather"], swiftSettings: house, plugins: ["Registry"]),
    .target(name: "Display", dependencies: ["Weather"], swiftSettings: house),
    .target(
      name: "Rendering",
      dependencies: ["Display", "Weather", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: house, plugins: ["Registry"]),
    .executableTarget(
      name: "weatherterm",
      dependencies: [
        "Weather", "Markup", "Transfer", "Scraping", "Places", "Parsers", "Display", "Rendering", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .plugin(name: "Registry", capability: .buildTool()),
    .target(name: "Support", path: "Tests/Support", swiftSettings: house),
    // What the mutation run judges by; a part of the package Fuzz, tested here with everything else.
    .target(name: "Oracle", path: "Fuzz/Sources/Oracle", swiftSettings: house),
    .testTarget(name: "OracleTests", dependencies: ["Oracle"], swiftSettings: house),
    .testTarget(name: "FixtureTests", dependencies: ["Support", "weatherterm"], swiftSettings: house),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Support", "weatherterm", "Parsers", "Scraping"], swiftSettings: house),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["Support", "weatherterm", "Parsers", "Rendering", "Scraping", "Transfer", "Weather"],
      swiftSettings: house),
    .testTarget(name: "WeatherTests", dependencies: ["Weather"], swiftSettings: house),
    .testTarget(name: "ScrapingTests", dependencies: ["Scraping", "Markup", "Weather"], swiftSettings: house),
    .testTarget(name: "ParsersTests", dependencies: ["Parsers", "Scraping", "Weather"], swiftSettings: house),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: house),
    .testTarget(
      name: "PlacesTests", dependencies: ["Places", "Weather"], exclude: ["folded.tsv"], swiftSettings: house),
    .testTarget(name: "TransferTests", dependencies: ["Support", "Transfer"], swiftSettings: house),
    .testTarget(name: "DisplayTests", dependencies: ["Display", "Weather"], swiftSettings: house),
    .testTarget(
      name: "RenderingTests", dependencies: ["Support", "Display", "Markup", "Rendering", "Weather"],
      exclude: ["Expected"],
      swiftSettings: house),
    .testTarget(
      name: "weathertermTests",
      dependencies: [
        "Support", "weatherterm", "Display", "Places", "Rendering", "Scraping", "Transfer", "Weather",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
  ]
)
