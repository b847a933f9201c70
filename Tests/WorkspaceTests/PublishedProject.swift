import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// The small project with the shipped templates, published.
enum PublishedProject {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// - Parameter edit: what to make of a content file, by its path below content/.
  static func folder(_ edit: (_ path: String, _ text: String) -> String = { $1 }) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in SmallProject.files { try folder.write("content/" + path, edit(path, text)) }
    return folder
  }

  static func build(_ folder: TemporaryFolder, profile: SiteProfile = .intranet) throws -> [String: Data] {
    let report = try buildSite(project: folder.path, output: "\(folder.path)/\(profile.rawValue)", profile: profile)
    let formatter = DiagnosticFormatter(tree: report.tree, language: .english)
    #expect(report.publication != nil, "\(formatter.report(report.diagnostics))")
    return try folder.contents(of: profile.rawValue)
  }
}
