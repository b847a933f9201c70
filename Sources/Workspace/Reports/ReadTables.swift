import Diagnostics
import Disk
import Foundation
import Loading
import Reading
import Reports
import Scoring
import Tables
import Texts

/// How the workbooks of a project are understood, mistakes or not.
/// - Parameter files: names of workbooks, or the ends of their paths; empty means all.
/// - Throws: `UsageFailure` for a name that none has, `EnvironmentFailure`.
package func describeTables(
  _ files: [String], project: String, on day: Day? = nil
) throws -> (TableReport, SourceTree, [Diagnostic]) {
  let (found, tree, diagnostics) = try understoodTables(project, on: day)
  for file in files where !tree.files.contains(where: { $0.sheet != nil && $0.isCalled(file) }) {
    throw UsageFailure(zh: "content/ 里没有工作簿 \(file)", en: "content/ has no workbook \(file)")
  }
  let wanted = found.sheets.filter { sheet in
    files.isEmpty || files.contains { tree.files[Int(sheet.file)].isCalled($0) }
  }
  return (sheetsReport(wanted, in: tree), tree, diagnostics)
}

/// Writes everything that was read from workbooks as plain CSV, in the layout of `content/`; rulebooks whose items stand in
/// tables, workbooks or not, as rulebook.yaml with all of it.
/// - Returns: the files written; none with an error among the diagnostics.
/// - Throws: `UsageFailure` for a folder that holds something; `EnvironmentFailure`.
package func writeTables(
  to folder: String, project: String, on day: Day? = nil
) throws -> ([String], SourceTree, [Diagnostic]) {
  let (found, tree, diagnostics) = try understoodTables(project, on: day)
  guard !diagnostics.hasErrors else { return ([], tree, diagnostics) }
  let tables = found.sheets.filter { !$0.isOfItems }.compactMap(\.written).joinedByPath
  let files = tables.map { (path: $0.path, text: $0.csv) } + found.rulebooks
  if mkdir(folder, 0o777) != 0 {
    let code = errno
    guard code == EEXIST else { throw EnvironmentFailure.system(code, .create, folder) }
    guard try names(in: Descriptor(folder: folder, path: folder)).isEmpty else {
      throw UsageFailure(
        zh: "文件夹 \(folder) 不是空的，不会写进去", en: "the folder \(folder) isn't empty; tables go into a new one")
    }
  }
  var folders = KnownFolders(root: folder)
  for file in files {
    try folders.make(for: file.path)
    let path = "\(folder)/\(file.path)"
    try Descriptor(path, flags: O_WRONLY | O_CREAT | O_EXCL, path: path, action: .write).write(Array(file.text.utf8))
  }
  return (files.map(\.path), tree, diagnostics)
}

/// Every figure that tables state and the rules don't come to, binding or not; `nil` with another error among the
/// diagnostics, which leave out what the report says.
/// - Throws: `EnvironmentFailure`.
package func reconcileTables(project: String, on day: Day? = nil) throws -> (TableReport?, SourceTree, [Diagnostic]) {
  let (tree, loading) = try loadSource(project: project, pool: Threads())
  let (content, reading) = read(tree, on: day, pool: Threads())
  guard let content else { return (nil, tree, (loading + reading).inReadingOrder().capped()) }
  let (scorebook, found) = score(content.ledger, pool: Threads())
  let others = (loading + reading + found.filter { $0.code != .statedFigure }).inReadingOrder().capped()
  let scored = ScoredProject(tree: tree, ledger: content.ledger, scorebook: scorebook)
  return (others.hasErrors ? nil : reconciledReport(scored), tree, others)
}

/// Rules of reading for a workbook of `content/`, as text to be looked through and kept beside it.
/// - Throws: `UsageFailure` for a name that none has, or several; `EnvironmentFailure`.
package func suggestTableRules(for name: String, project: String, on day: Day? = nil) throws -> (String, SourceTree) {
  let (tree, _) = try loadSource(project: project, pool: Threads())
  let paths = Set(tree.files.filter { $0.sheet != nil && $0.isCalled(name) }.map(\.path))
  guard let path = paths.first, paths.count == 1 else {
    throw paths.isEmpty
      ? noWorkbook(name, project: project)
      : UsageFailure(
        zh: "有几个工作簿叫 \(name)：\(paths.sorted().joined(separator: "、"))",
        en: "several workbooks are called \(name): \(paths.sorted().joined(separator: ", "))")
  }
  return (suggestRules(for: path, in: tree, on: day, pool: Threads()), tree)
}

/// Why rules can't be suggested for what somebody calls `name`, and what to do instead.
private func noWorkbook(_ name: String, project: String) -> UsageFailure {
  guard let path = [name, "\(project)/\(name)"].first(where: FileManager.default.fileExists) else {
    return UsageFailure(zh: "content/ 里没有工作簿 \(name)", en: "content/ has no workbook \(name)")
  }
  if isInside(realPath(path), realPath("\(project)/content")) {
    return UsageFailure(
      zh: "\(name) 不是读得了的工作簿：dualpoints check 说明原因；CSV 不需要读表规则",
      en: "\(name) is no workbook that can be read: `dualpoints check` says why; a CSV file needs no rules")
  }
  return UsageFailure(
    zh:
      "\(name) 在 content/ 外面，这里只看 content/ 里的工作簿。是花名册，不用规则，直接运行 dualpoints new members --from \(name)；是别的表，先放进 content/ 再试",
    en:
      "\(name) is outside content/, and rules are suggested for workbooks there. A roster needs none: `dualpoints new members --from \(name)`; put any other table into content/ first"
  )
}

private func understoodTables(_ project: String, on day: Day?) throws -> (UnderstoodTables, SourceTree, [Diagnostic]) {
  let (tree, loading) = try loadSource(project: project, pool: Threads())
  let found = understandTables(tree, on: day, pool: Threads())
  return (found, tree, (loading + found.diagnostics).inReadingOrder().capped())
}

extension SourceFile {
  /// Whether a person who says `name` means it.
  fileprivate func isCalled(_ name: String) -> Bool {
    storedPath.isSame(as: name) || storedPath.ends(with: "/" + name) || name.ends(with: "/" + storedPath)
  }
}
