import Foundation
import Testing

@testable import App

struct ConfigurationFileTests {
  @Test func theUsualPlaceFollowsTheEnvironment() {
    func path(_ environment: [String: String]) -> String? {
      ConfigurationFile(named: nil, environment: environment)?.path
    }
    #expect(path(["HOME": "/home/u"]) == "/home/u/.config/weatherterm/config.yaml")
    #expect(path(["HOME": "/home/u", "XDG_CONFIG_HOME": "/c"]) == "/c/weatherterm/config.yaml")
    #expect(path(["HOME": "/home/u", "XDG_CONFIG_HOME": ""]) == "/home/u/.config/weatherterm/config.yaml")
    #expect(path(["HOME": "/home/u", "XDG_CONFIG_HOME": "c"]) == "/home/u/.config/weatherterm/config.yaml")
    #expect(path([:]) == nil)
    #expect(ConfigurationFile(named: "x.yaml", environment: [:])?.path == "x.yaml")
  }

  @Test func onlyANamedFileHasToBeThere() throws {
    let missing = "/nonexistent/weatherterm"
    let usual = try #require(ConfigurationFile(named: nil, environment: ["HOME": missing]))
    #expect(try usual.text() == nil)
    let named = try #require(ConfigurationFile(named: missing, environment: [:]))
    let error = #expect(throws: ConfigurationError.self) { try named.text() }
    #expect(error.map { Failure($0).status } == .noInput)
  }

  @Test func aFolderOrWhatIsNoTextIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weatherterm-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let asFile = try #require(ConfigurationFile(named: folder.path, environment: [:]))
    let unreadable = #expect(throws: ConfigurationError.self) { try asFile.text() }
    #expect(unreadable.map { Failure($0).status } == .noInput)
    let file = folder.appendingPathComponent("c.yaml").path
    try Data([0x61, 0xFF]).write(to: URL(fileURLWithPath: file))
    #expect(throws: ConfigurationError.malformed(file: file, line: nil, reason: "it is not UTF-8 text")) {
      try ConfigurationFile(named: file, environment: [:])?.text()
    }
  }
}
