import Diagnostics
import Disk
import Foundation
import Reports
import Tables

/// Writes what a report would print into a file, whole or not at all.
/// - Parameters:
///   - project: what it is made from, which it may not be put among.
///   - inputs: files beside the project that it is made from.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func writeReport(
  _ report: TableReport, _ format: TableFormat, in language: Language, to path: String, project: String,
  apartFrom inputs: [String] = []
) throws {
  try refuseOutput(path, project: project, apartFrom: inputs)
  try replaceFile(path, with: report.file(as: format, in: language))
}

/// Refuses a file that would stand among what the project is made of or what is published, over what it is made from, or
/// over what isn't a file.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func refuseOutput(_ path: String, project: String, apartFrom inputs: [String] = []) throws {
  if inputs.contains(where: { isSamePlace($0, path) }) {
    throw UsageFailure(
      zh: "\(path) 是这一次要读的文件，不会覆盖；请换一个文件名", en: "\(path) is what is read, and isn't written over; name another file")
  }
  try Whereabouts(project: project).refuseFile(path)
  try refuseSites(path, project: project)
}

/// Refuses what lies among what is published: in the project's own folders, or in any that the program has written.
func refuseSites(_ path: String, project: String) throws {
  let places = Whereabouts(project: project)
  for output in SiteProfile.allCases.map({ "\(project)/\($0 == .office ? "office" : "public")" }) {
    try places.refusePublished(path, in: output)
  }
  // A link as the last name is refused elsewhere; what counts is the folder that the name is put into.
  var folder = realPath(parent(of: path).folder)
  while true {
    if FileManager.default.fileExists(atPath: "\(folder)/.dualpoints/manifest") {
      throw EnvironmentFailure(.insideSite(path))
    }
    if folder == "/" || folder == "." { return }
    folder = parent(of: folder).folder
  }
}
