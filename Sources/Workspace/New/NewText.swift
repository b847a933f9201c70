import Diagnostics
import Disk
import Foundation
import Loading
import Rendering
import Reports
import Scoring
import Texts

/// A text that a command of `new` adds to a project, with the pictures it shows.
struct NewText {
  /// From the project.
  let folder: String
  let file: RenderedFile
  var pictures: [RenderedFile] = []
  /// What didn't come along.
  var notes: [Bilingual] = []
}

/// Adds a text to a project that has no mistakes and would have none with it.
/// - Parameters:
///   - write: makes the text of what the project is and for the day it stands for; `nil` with what is wrong.
/// - Returns: `nil` with the mistakes that stand in the way; then nothing was written.
/// - Throws: `UsageFailure`, `EnvironmentFailure`; then nothing was written either.
func addText(
  to project: String, _ write: (ScoredProject) throws -> (NewText?, [Diagnostic])
) throws -> (NewFiles?, SourceTree, [Diagnostic]) {
  let standing = try standingDay(for: .shows, project: project).day
  let (found, tree, mistakes) = try scoreProject(project, on: standing, asOf: nil)
  guard let found else { return (nil, tree, mistakes) }
  let (text, faults) = try write(found)
  guard let text else { return (nil, tree, faults) }
  let after = tree.with([text.file], assets: text.pictures, in: text.folder)
  let findings = nameClashes(in: after) + layOut(after, on: standing).1
  guard !findings.hasErrors else { return (nil, after, findings.inReadingOrder()) }
  let folder = "\(project)/\(text.folder)"
  let isThere = try kind(of: folder, in: AT_FDCWD, path: text.folder) != nil
  try makeFolder(folder)
  do {
    // The text last: what it shows is there before it.
    try place(text.pictures + [text.file], eachIn: folder)
  } catch {
    if !isThere { rmdir(folder) }
    throw error
  }
  return (
    NewFiles(place: "\(folder)/\(text.file.path)", count: 1 + text.pictures.count, notes: text.notes), tree, []
  )
}
