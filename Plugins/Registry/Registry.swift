import Foundation
import PackagePlugin

/// Lists what has been dropped into a folder of plug-ins, so that nothing else needs editing.
///
/// `Sources/Parsers` holds `…Parser.swift` and becomes `allParsers`; `Sources/Output` holds `…Renderer.swift` and
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
    /// Whether the registered names are in lower case.
    var isLowercase = false
    /// Files and folders that hold no plug-in, but what all of them share.
    var shared: Set<String> = []
  }

  static let kinds = [
    "Parsers": Kind(
      suffix: "Parser", list: "allParsers", element: "any ForecastParser", imports: "public import Scraping"),
    "Output": Kind(
      suffix: "Renderer", list: "allRenderers", element: "any Renderer.Type", imports: "",
      isLowercase: true, shared: ["Shared"]),
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
      \(types.map { "  \($0)\(kind.isLowercase ? ".self" : "()"),\n" }.joined())]

      // To ask the runtime for a type's name takes longer than to show a forecast that is kept.
      \(types.map { "extension \($0) { public \(kind.isLowercase ? "static " : "")var name: String { \"\(name(of: $0, kind))\" } }\n" }.joined())
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

  /// The registered name of a type.
  func name(of type: String, _ kind: Kind) -> String {
    let name = String(type.dropLast(kind.suffix.count))
    return kind.isLowercase ? name.lowercased() : name
  }

  /// The names of the types in `folder`, sorted; throws for a file or folder that breaks the naming rule.
  func registered(in folder: URL, _ kind: Kind) throws -> [String] {
    let path = folder.resolvingSymlinksInPath().path(percentEncoded: false)
    let room = folder.lastPathComponent
    let word = kind.suffix.lowercased()
    var types: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
      if name.hasPrefix("__") || name.hasPrefix(".") || kind.shared.contains(name) { continue }
      var isFolder: ObjCBool = false
      let type = name.hasSuffix(".swift") ? String(name.dropLast(".swift".count)) : name
      if FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder), isFolder.boolValue {
        let main = name + kind.suffix
        guard FileManager.default.fileExists(atPath: "\(path)/\(name)/\(main).swift") else {
          throw Misnamed(
            "Sources/\(room)/\(name) has no \(main).swift: a folder here holds the parts of one \(word) and is named "
              + "after it; add the file or rename the folder.")
        }
        types.append(main)
      } else {
        guard name.hasSuffix("\(kind.suffix).swift"), type != kind.suffix else {
          throw Misnamed(
            "Sources/\(room)/\(name) does not end in \(kind.suffix).swift: a file here is named after the \(word) "
              + "type in it; rename it, or begin its name with __ to leave it out.")
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
