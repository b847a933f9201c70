import Foundation
import PackagePlugin

/// Writes the `fill` of each view of a room: one Swift file, made before the room is compiled.
@main
struct FillViews: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let room = target as? SourceModuleTarget else { return [] }
    let sources = room.sourceFiles(withSuffix: "swift").map(\.url)
    let output = context.pluginWorkDirectoryURL.appending(path: "Fills.swift")
    return [
      .buildCommand(
        displayName: "Filling the views of \(target.name)", executable: try context.tool(named: "fill-views").url,
        arguments: [output.path] + sources.map(\.path), inputFiles: sources, outputFiles: [output])
    ]
  }
}
