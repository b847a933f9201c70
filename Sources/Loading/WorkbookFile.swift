import Diagnostics
import Disk
import Foundation
import Sheets
import Texts
import Workbooks

/// A file of the disk → its sheets, or the mistake that tells why it has none.
/// - Throws: `EnvironmentFailure` where there is no such file, or it may not be read.
package func loadWorkbook(_ path: String) throws -> Result<Workbook, WorkbookMistake> {
  let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard number >= 0 else { throw EnvironmentFailure.system(errno, .read, path) }
  let file = Descriptor(adopting: number, path: path)
  guard EntryKind(try file.status().st_mode) == .file else { throw EnvironmentFailure(.notAFile(path)) }
  return try readWorkbook(of: file).mapError { WorkbookMistake(diagnostic: .refused($0, in: path)) }
}

package struct WorkbookMistake: Error {
  package let diagnostic: Diagnostic
}

func readWorkbook(of file: borrowing Descriptor) throws -> Result<Workbook, WorkbookRefusal> {
  let limits = WorkbookLimits()
  guard let bytes = try file.contents(atMost: limits.fileBytes) else {
    return .failure(WorkbookRefusal(.tooLarge(.file)))
  }
  return readWorkbook(bytes, limits: limits)
}

/// Whether a workbook has numbers of persons where no sheet is read: in a comment, say; one that can't be looked into may.
/// - Throws: `EnvironmentFailure`.
package func hasNumbersBesideCells(_ path: String, in project: String) throws -> Bool {
  let folder = try Descriptor(folder: project, path: project)
  let file = try Descriptor(path, in: folder.number, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read)
  guard let bytes = try file.contents(atMost: WorkbookLimits().fileBytes), let texts = textsBesideCells(bytes) else {
    return true
  }
  return texts.contains { !personalNumbers(in: $0, as: .table, limit: 1).found.isEmpty }
}
