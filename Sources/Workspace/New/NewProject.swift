import BuiltIn
import Disk
import Foundation
import Loading
import Rendering
import Reports
import Scoring
import Texts

/// Makes a small project that checks and builds without a warning, from the archetypes the program carries.
/// - Parameter folder: new or empty.
/// - Throws: `UsageFailure`, `EnvironmentFailure`; then nothing was written.
package func newProject(_ folder: String, name: String, year: Int?) throws -> NewFiles {
  let year = year ?? today().year
  // Its members joined the Party up to 2014 and stand in their branches from the year before.
  guard (2016...2999).contains(year) else {
    throw UsageFailure(zh: "--year \(year) 不行：从 2016 起", en: "--year \(year) won't do: from 2016 on")
  }
  if try kind(of: folder, in: AT_FDCWD, path: folder) != nil,
    try !names(in: Descriptor(folder: folder, path: folder)).isEmpty
  {
    throw UsageFailure(
      zh: "文件夹 \(folder) 不是空的，新项目不会写进去", en: "the folder \(folder) isn't empty; a project goes into a new one")
  }
  let start = ProjectStart(name: try quoted(name, option: "--name"), year: year)
  let files = projectFiles(start)
  try place(files, at: folder)
  return NewFiles(place: folder, count: files.count)
}

private func projectFiles(_ start: ProjectStart) -> [RenderedFile] {
  let archetypes = Archetypes(
    SourceTree(files: builtInFiles.map { SourceFile(path: $0.path, text: $0.text, origin: .builtIn) }))
  return archetypes.names(in: ProjectStart.folder).map { name in
    let (bytes, mistakes) = archetypes.fill(name, with: start)
    guard let bytes else { preconditionFailure("\(name): \(mistakes)") }
    // A folder's name can't hold a tag.
    let path = (name.dropping(prefix: ProjectStart.folder) ?? name[...]).parts(at: "/").map {
      $0 == "YEAR" ? "\(start.year)" : String($0)
    }
    return RenderedFile(path: path.joined(separator: "/"), bytes: bytes)
  }
}

/// The machine's day.
func today() -> Day { SiteClock(site: []).day(at: Date()) }
