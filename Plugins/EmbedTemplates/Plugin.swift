import Foundation
import PackagePlugin

/// Makes `templates/` a part of the program: one Swift file of raw string literals, written before BuiltIn is compiled.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let templates = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInFiles.swift")
    // Commands run when a named input has changed. Files named here would be those of the last plan, and the package
    // manager doesn't plan anew for a folder outside its targets: a new file would be missed, a removed one would stop
    // every build. So the tool itself changes its one input, runs in each build, and writes only what is different.
    let stamp = context.pluginWorkDirectoryURL.appending(path: "stamp")
    try Data().write(to: stamp)
    return [
      .buildCommand(
        displayName: "Embedding templates", executable: try context.tool(named: "embed-templates").url,
        arguments: [templates.path, output.path, stamp.path], inputFiles: [stamp], outputFiles: [output])
    ]
  }
}
