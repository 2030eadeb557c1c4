import Foundation
import PackagePlugin

/// Lists what has been dropped into a folder of plug-ins, so that nothing else needs editing.
///
/// `Sources/Parsers` holds `…Parser.swift` and becomes `allParsers`; `Sources/Rendering` holds `…Renderer.swift` and
/// becomes `allRenderers`. A file's name is its type's name, so a file without its type does not compile, and
/// what breaks the rule is refused here with a sentence. Names that begin with `__` are drafts and left out.
@main
struct Registry: BuildToolPlugin {
  /// What a folder registers: the ending of its types, the list's name and the protocol that they conform to.
  struct Kind {
    let suffix: String
    let list: String
    let element: String
    let imports: String
    /// Files of the folder that are no plug-ins: the protocol itself and what it is told.
    var shared: Set<String> = []
  }

  static let kinds = [
    "Parsers": Kind(
      suffix: "Parser", list: "allParsers", element: "any ForecastParser.Type", imports: "public import Scraping"),
    "Rendering": Kind(
      suffix: "Renderer", list: "allRenderers", element: "any Renderer.Type", imports: "",
      shared: ["Renderer", "RenderingOptions"]),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let kind = Self.kinds[target.name] else { return [] }
    let folder = target.directoryURL
    let types = try registered(in: folder, kind)
    let text = """
      // Made by Plugins/Registry from the names of the files in Sources/\(target.name).
      \(kind.imports)

      /// Everything that `Sources/\(target.name)` registers, in the order of the names.
      public let \(kind.list): [\(kind.element)] = [
      \(types.map { "  \($0).self,\n" }.joined())]

      """
    let output = context.pluginWorkDirectoryURL.appending(path: "\(kind.list).swift")
    return [
      .buildCommand(
        displayName: "Registering \(types.count) \(target.name)",
        executable: URL(filePath: "/bin/sh"),
        arguments: ["-c", #"printf %s "$1" > "$2""#, "sh", text, output.path(percentEncoded: false)],
        outputFiles: [output])
    ]
  }

  /// The names of the types in `folder`, sorted; throws for a file or folder that breaks the naming rule.
  func registered(in folder: URL, _ kind: Kind) throws -> [String] {
    let entries = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
    var types: [String] = []
    for entry in entries.sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) {
      let name = entry.lastPathComponent
      if name.hasPrefix("__") || name.hasPrefix(".") { continue }
      if try entry.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
        let main = name + kind.suffix
        let path = entry.appending(path: "\(main).swift").path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else {
          throw Misnamed(
            "Sources/\(folder.lastPathComponent)/\(name) has no \(main).swift: a folder here holds the parts of one "
              + "\(kind.suffix.lowercased()) and is named after it; add the file or rename the folder.")
        }
        types.append(main)
      } else if name.hasSuffix(".swift") {
        let type = String(name.dropLast(6))
        if kind.shared.contains(type) { continue }
        guard type.hasSuffix(kind.suffix), type != kind.suffix else {
          throw Misnamed(
            "Sources/\(folder.lastPathComponent)/\(name) does not end in \(kind.suffix).swift: a file here is named "
              + "after the \(kind.suffix.lowercased()) type in it; rename it, or begin its name with __ to leave it out."
          )
        }
        types.append(type)
      }
    }
    return types
  }
}

/// A file or a folder whose name breaks the rule.
struct Misnamed: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
