import Composing
import Diagnostics

/// Writes what a report would print into a file, whole or not at all.
/// - Throws: `EnvironmentFailure`.
package func writeReport(_ text: String, _ format: StandingsFormat, to path: String) throws {
  let text = format == .csv ? byteOrderMark + text : text
  try replaceFile(path, with: withoutSteering(Array(text.utf8)))
}
