import BuiltIn
import Disk
import Foundation
import Rendering
import Reports
import Texts

/// Copies a built-in file into the project, to be changed there.
/// - Parameter name: as tags call it (`parts/state`), or its path in or from `templates/`.
/// - Throws: `UsageFailure`, `EnvironmentFailure`; then nothing was written.
package func newTemplate(_ name: String, project: String) throws -> NewFiles {
  // A project is begun from its archetype once and has no use for it.
  let files = builtInFiles.filter { file in
    ![ProjectStart.folder, ProjectStart.emptyFolder].contains { file.path.begins(with: "templates/" + $0) }
  }
  guard let file = files.first(where: { [name, "templates/\(name)", "templates/\(name).mustache"].contains($0.path) })
  else {
    let names = files.map { $0.path.replacingBytes("templates/", with: "").replacingBytes(".mustache", with: "") }
    throw UsageFailure.unknownTemplate(name, nearest: nearest(to: name, in: names), names)
  }
  let path = "\(project)/\(file.path)"
  guard try kind(of: path, in: AT_FDCWD, path: path) == nil else {
    throw UsageFailure(zh: "已经有 \(path)，不会改动它", en: "\(path) is there already and stays as it is")
  }
  guard try kind(of: project, in: AT_FDCWD, path: project) != nil else {
    throw EnvironmentFailure.system(ENOENT, .read, project)
  }
  var folders = KnownFolders(root: project)
  try folders.make(for: file.path)
  try place(Array(file.text.utf8), at: path)
  return NewFiles(place: path, count: 1)
}

extension UsageFailure {
  fileprivate static func unknownTemplate(_ name: String, nearest: String?, _ names: [String]) -> UsageFailure {
    let list = names.joined(separator: "\n  ")
    return UsageFailure(
      zh: "没有内置模板“\(name)”" + (nearest.map { "；是不是“\($0)”？" } ?? "；有这些：\n  \(list)"),
      en: "there is no built-in template '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; there are:\n  \(list)"))
  }
}
