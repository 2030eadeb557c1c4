import Foundation
import PackagePlugin

/// Embeds the translations in `po` in the program, as one constant for each language, without the comments for
/// translators. Adding a language is adding its file.
@main
struct Catalogues: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "po")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
    let files = names.filter { $0.hasSuffix(".po") }.map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "Catalogues.swift")
    // The texts are raw literals: Swift takes them as they stand, and the program reads none until it is asked for.
    let script = #########"""
      output=$1; shift
      {
        printf '// Made by Plugins/Catalogues from the files in po.\n'
        printf '/// The languages with a catalogue.\nlet catalogueLanguages: [String] = ['
        for file; do name=${file##*/}; printf '"%s", ' "${name%.po}"; done
        printf ']\n\n/// The catalogue of a language: its .po file without comments; nil if there is none.\n'
        printf 'func catalogue(_ language: String) -> String? {\n  switch language {\n'
        for file; do name=${file##*/}; printf '  case "%s": catalogue_%s\n' "${name%.po}" "${name%.po}"; done
        printf '  default: nil\n  }\n}\n'
        for file; do
          name=${file##*/}
          printf '\nprivate let catalogue_%s = ########"""\n' "${name%.po}"
          sed -e '/^#, fuzzy/b' -e '/^#/d' "$file"
          printf '\n"""########\n'
        done
      } > "$output"
      """#########
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) translations", executable: URL(filePath: "/bin/sh"),
        arguments: ["-c", script, "sh", output.path(percentEncoded: false)]
          + files.map { $0.path(percentEncoded: false) },
        inputFiles: files, outputFiles: [output])
    ]
  }
}
