import Diagnostics
import Disk
import Foundation
import Reports
import Texts
import WorkbookWriting

/// Writes the empty workbooks of a year, to be filled in: where its tables stand, or into another folder.
/// - Returns: the files written; `nil` with the mistakes that stand in the way.
/// - Throws: `UsageFailure` for a year that isn't there and for a file that is; `EnvironmentFailure`. Then nothing was
///   written.
package func newTables(_ year: Int, output: String?, project: String) throws -> ([String]?, SourceTree, [Diagnostic]) {
  let today = try standingDay(for: .shows, project: project).day
  let (found, tree, mistakes) = try scoreProject(project, on: today, asOf: nil)
  guard let found else { return (nil, tree, mistakes) }
  let forms = blankForms(found, year: try found.ledger.yearReference(year))
  let files = forms.map { form in
    let path =
      output.map { "\($0)/\(URL(fileURLWithPath: form.path).lastPathComponent)" }
      ?? "\(project)/content/years/\(year)/\(form.path)"
    return (path: path, bytes: form.workbook.xlsx)
  }
  for (path, _) in files where try kind(of: path, in: AT_FDCWD, path: path) != nil {
    throw UsageFailure(
      zh: "已经有 \(path)，不会改动它；先移走它，或用 --output 写到别的文件夹",
      en: "\(path) is there already and stays as it is; move it away, or write into another folder with --output")
  }
  var written: [String] = []
  do {
    for (path, bytes) in files {
      try makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      try place(bytes, at: path)
      written.append(path)
    }
  } catch {
    // All of them or none.
    for path in written { unlink(path) }
    throw error
  }
  return (written, tree, [])
}
