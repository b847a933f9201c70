import Diagnostics
import Disk
import Tables

/// Writes what a report would print into a file, whole or not at all.
/// - Throws: `EnvironmentFailure`.
package func writeReport(_ report: TableReport, _ format: TableFormat, in language: Language, to path: String) throws {
  try replaceFile(path, with: report.file(as: format, in: language))
}
