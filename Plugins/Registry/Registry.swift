import Foundation
import PackagePlugin

/// Registers the parsers and output forms found in their source folders, so that adding one needs no other edit.
///
/// `…Parser.swift` and `….yaml` in `Sources/Parsers` become `allParsers`; `…Renderer.swift` in `Sources/Output` becomes
/// `allRenderers`. The file name is the type's name, or the site's: a file without its type does not compile, and
/// misnamed files are rejected here. Names that begin with `__` are drafts and are ignored.
@main
struct Registry: BuildToolPlugin {
  /// The kinds of registered types: their suffix, the list's name and the protocol that they conform to.
  struct Kind {
    let suffix: String
    let list: String
    let element: String
    let imports: String
    /// True if YAML files are registered, too.
    var takesFiles = false
    /// True if the registered names are in lower case.
    var isLowercase = false
    /// Files and folders with shared code instead of a registered type.
    var shared: Set<String> = []
  }

  /// A registered type, or the text of a file, which is compiled into the program and parsed when needed.
  struct Entry {
    let name: String
    let type: String
    /// The file's path relative to the folder; nil for a type.
    var file: String?
  }

  static let kinds = [
    "Parsers": Kind(
      suffix: "Parser", list: "allParsers", element: "any ForecastParser", imports: "public import Scraping",
      takesFiles: true),
    "Output": Kind(
      suffix: "Renderer", list: "allRenderers", element: "any Renderer.Type", imports: "",
      isLowercase: true, shared: ["Shared"]),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let kind = Self.kinds[target.name] else { return [] }
    let folder = target.directoryURL
    let entries = try registered(in: folder, kind)
    let types = entries.filter { $0.file == nil }
    let values = entries.map { entry in
      guard let file = entry.file else { return entry.type + (kind.isLowercase ? ".self" : "()") }
      let path = "Sources/\(target.name)/\(file)"
      return "SiteFileParser(name: \"\(entry.name)\", file: \"\(path)\", text: \(entry.type))"
    }
    let text = """
      // Made by Plugins/Registry from the names of the files in Sources/\(target.name).
      \(kind.imports)

      /// Everything that `Sources/\(target.name)` registers, in the order of the names.
      public let \(kind.list): [\(kind.element)] = [
      \(values.map { "  \($0),\n" }.joined())]

      // To ask the runtime for a type's name takes longer than to show a forecast that is kept.
      \(types.map { "extension \($0.type) { public \(kind.isLowercase ? "static " : "")var name: String { \"\($0.name)\" } }\n" }.joined())
      """
    let output = context.pluginWorkDirectoryURL.appending(path: "\(kind.list).swift")
    let list = Command.buildCommand(
      displayName: "Registering \(entries.count) \(target.name)",
      executable: URL(filePath: "/bin/sh"),
      arguments: ["-c", #"printf %s "$1" > "$2""#, "sh", text, output.path(percentEncoded: false)],
      outputFiles: [output])
    return [list] + (entries + (try parts(of: folder, kind))).compactMap { embedding($0, of: folder, context) }
  }

  /// A command that embeds a file's text as a constant; it runs again when the file changes.
  func embedding(_ entry: Entry, of folder: URL, _ context: PluginContext) -> Command? {
    guard let file = entry.file else { return nil }
    let input = folder.appending(path: file)
    let output = context.pluginWorkDirectoryURL.appending(path: "\(entry.type).swift")
    let quotes = "########\"\"\""
    return .buildCommand(
      displayName: "Embedding \(file)",
      executable: URL(filePath: "/bin/sh"),
      arguments: [
        "-c", #"{ printf '%s\n' "$1"; cat "$2"; printf '\n%s\n' "$3"; } > "$4""#, "sh",
        "let \(entry.type) = \(quotes)", input.path(percentEncoded: false), String(quotes.reversed()),
        output.path(percentEncoded: false),
      ],
      inputFiles: [input], outputFiles: [output])
  }

  /// The registered entries by name; throws for misnamed files and folders.
  func registered(in folder: URL, _ kind: Kind) throws -> [Entry] {
    let path = folder.resolvingSymlinksInPath().path(percentEncoded: false)
    let room = "Sources/\(folder.lastPathComponent)"
    let word = kind.suffix.lowercased()
    let orFile = kind.takesFiles ? " or .yaml" : ""
    var entries: [Entry] = []
    for item in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
      if item.hasPrefix("__") || item.hasPrefix(".") || kind.shared.contains(item) { continue }
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: "\(path)/\(item)", isDirectory: &isFolder), isFolder.boolValue {
        let found = ["\(item)\(kind.suffix).swift", "\(item).yaml"].filter {
          FileManager.default.fileExists(atPath: "\(path)/\(item)/\($0)")
        }.compactMap { entry(of: $0, in: item + "/", kind) }
        guard !found.isEmpty else {
          throw Misnamed(
            "\(room)/\(item) has no \(item)\(kind.suffix).swift\(kind.takesFiles ? " or \(item).yaml" : ""): a folder "
              + "here holds the parts of one \(word) and is named after it; add the file or rename the folder.")
        }
        entries += found
      } else if let entry = entry(of: item, in: "", kind) {
        entries.append(entry)
      } else {
        throw Misnamed(
          "\(room)/\(item) does not end in \(kind.suffix).swift\(orFile): a file here is named after the \(word) "
            + "type in it\(kind.takesFiles ? ", or after the site" : ""); rename it, or begin its name with __ to leave it out."
        )
      }
    }
    entries.sort { $0.name < $1.name }
    for (first, second) in zip(entries, entries.dropFirst()) where first.name == second.name {
      let files = [first, second].map { $0.file ?? "\($0.type).swift" }
      throw Misnamed(
        "\(room) has both \(files.joined(separator: " and ")): a name is one \(word)'s; remove one of them.")
    }
    return entries
  }

  /// YAML files in parsers' folders that are not named after them: the data of parsers in Swift.
  func parts(of folder: URL, _ kind: Kind) throws -> [Entry] {
    guard kind.takesFiles else { return [] }
    let path = folder.resolvingSymlinksInPath().path(percentEncoded: false)
    let files = try FileManager.default.subpathsOfDirectory(atPath: path).sorted().map { $0.split(separator: "/") }
    return files.compactMap { parts in
      guard parts.count == 2, !parts[0].hasPrefix("__"),
        let entry = entry(of: String(parts[1]), in: parts[0] + "/", kind)
      else { return nil }
      return entry.name == parts[0] || entry.file == nil ? nil : entry
    }
  }

  /// The entry for a file; nil if its name is not one of a parser or renderer.
  func entry(of file: String, in folder: String, _ kind: Kind) -> Entry? {
    let suffix = "\(kind.suffix).swift"
    if file.hasSuffix(suffix), file != suffix {
      let name = String(file.dropLast(suffix.count))
      return Entry(name: kind.isLowercase ? name.lowercased() : name, type: name + kind.suffix)
    }
    guard kind.takesFiles, file.hasSuffix(".yaml") else { return nil }
    let name = file.dropLast(".yaml".count)
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
    return Entry(name: String(name), type: "text\(name)", file: folder + file)
  }
}

/// A misnamed file or folder.
struct Misnamed: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
