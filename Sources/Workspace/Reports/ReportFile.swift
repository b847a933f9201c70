import Tables
import Texts

/// Writes what a report would print into a file, whole or not at all.
/// - Throws: `EnvironmentFailure`.
package func writeReport(_ text: String, _ format: TableFormat, to path: String) throws {
  let text = format == .csv ? byteOrderMark + text : text
  try replaceFile(path, with: withoutSteering(Array(text.utf8)))
}
