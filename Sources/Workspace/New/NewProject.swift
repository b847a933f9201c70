import BuiltIn
import Disk
import Foundation
import Loading
import Rendering
import Reports
import Scoring
import Texts
import WorkbookWriting

/// What a project begins with.
package enum ProjectBeginning: Sendable {
  /// Three branches, twelve invented members, all explained; it checks and builds without a word.
  case sample
  /// What is obligatory; it checks and builds with one warning, of the roster that has nobody yet.
  case empty

  fileprivate var folder: String { self == .sample ? ProjectStart.folder : ProjectStart.emptyFolder }
}

/// As what tables are begun.
package enum TableFiling: String, CaseIterable, Sendable { case csv, xlsx }

/// Makes a project that checks and builds, from the archetypes the program carries.
/// - Parameter folder: new or empty.
/// - Throws: `UsageFailure`, `EnvironmentFailure`; then nothing was written.
package func newProject(
  _ folder: String, name: String, year: Int?, beginning: ProjectBeginning = .sample, tables: TableFiling = .csv
) throws -> NewFiles {
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
  let asOf = "\(today().nearest(in: year))"
  let starts = [try quoted(name, option: "--name"), markdownName(name)].map {
    ProjectStart(name: $0, year: year, asOf: asOf, hasWorkbooks: tables == .xlsx)
  }
  let texts = projectFiles(starts[0], prose: starts[1], beginning)
  let files = tables == .xlsx ? filedAsWorkbooks(texts) : texts
  try place(files, at: folder)
  return NewFiles(place: folder, count: files.count)
}

/// - Parameter prose: the same for the text that explains the folder: the name is written otherwise there than in YAML.
private func projectFiles(
  _ start: ProjectStart, prose: ProjectStart, _ beginning: ProjectBeginning
) -> [RenderedFile] {
  let archetypes = Archetypes(
    SourceTree(files: builtInFiles.map { SourceFile(path: $0.path, text: $0.text, origin: .builtIn) }))
  return archetypes.names(in: beginning.folder).map { name in
    let (bytes, mistakes) = archetypes.fill(name, with: name.ends(with: "README.md") ? prose : start)
    guard let bytes else { preconditionFailure("\(name): \(mistakes)") }
    // A folder's name can't hold a tag.
    let path = (name.dropping(prefix: beginning.folder) ?? name[...]).parts(at: "/").map {
      $0 == "YEAR" ? "\(start.year)" : String($0)
    }
    return RenderedFile(path: path.joined(separator: "/"), bytes: bytes)
  }
}

/// A name as Markdown shows it as it is; it is read without Markdown too, so only what would be taken for markup is escaped.
private func markdownName(_ name: String) -> String {
  let scalars = Array(name.unicodeScalars)
  var escaped = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    let isEntity = scalar == "&" && scalars[index...].contains(";")
    if isEntity || "\\`*_[]<~".unicodeScalars.contains(scalar) { escaped.append("\\") }
    escaped.append(scalar)
  }
  return String(escaped)
}

/// The same project, its tables workbooks.
private func filedAsWorkbooks(_ files: [RenderedFile]) -> [RenderedFile] {
  // Stories have pictures beside them, which no tree of texts holds, and no table refers to a story.
  let ledger = files.filter { !$0.path.begins(with: "content/campaigns/") }.map {
    SourceFile(path: $0.path, bytes: $0.bytes)
  }
  let (scored, mistakes) = scoreTree(SourceTree(files: ledger), on: nil)
  guard let scored else { preconditionFailure("a project as it begins: \(mistakes)") }
  let isTable = { (file: RenderedFile) in file.path.ends(with: ".csv") }
  let tables = files.filter(isTable).map { PlainTable(path: $0.path, bytes: $0.bytes) }
  return files.filter { !isTable($0) }
    + filed(tables, of: scored, year: Ref(0)).map { RenderedFile(path: $0.path, bytes: $0.workbook.xlsx) }
}

extension Day {
  /// The day of a year that is the fewest days away.
  fileprivate func nearest(in year: Int) -> Day {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
      return self
    }
    return min(max(self, first), last)
  }
}

/// The machine's day.
func today() -> Day { SiteClock(site: []).day(at: Date()) }
