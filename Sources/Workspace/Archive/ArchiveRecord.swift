import Diagnostics
import Scoring

/// A line of `content/archives.csv`, which the site's catalogue of archives is made from.
package struct ArchiveRecord: Sendable {
  package let id: String
  package let title: String
  package let on: Day
  package let fingerprint: String
  package let files: Int

  package static let heading = "编号,题名,日期,指纹,文件数,存放"

  /// Without where it is kept, which the clerk adds.
  package var line: String {
    let quoted = "\"" + title.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    return "\(id),\(title.contains { ",\"\n\r".contains($0) } ? quoted : title),\(on),\(fingerprint),\(files),"
  }
}

let archiveRecords = "content/archives.csv"

/// Adds an archive to the content, in place of an earlier one of the same name; the other lines stay as they are.
func enter(_ record: ArchiveRecord, into tree: SourceTree, project: String) throws {
  let old = tree.index(of: archiveRecords).map { String(decoding: tree.files[Int($0)].bytes, as: UTF8.self) }
  var lines = (old ?? ArchiveRecord.heading).split(whereSeparator: \.isNewline).map(String.init)
  guard lines.first == ArchiveRecord.heading else {
    throw EnvironmentFailure(
      .otherHeading(file: archiveRecords, heading: ArchiveRecord.heading, line: record.line))
  }
  // Where it is kept was told of the earlier bag; who makes another one says it anew.
  lines.removeAll { $0.hasPrefix(record.id + ",") }
  try replaceFile(
    "\(project)/\(archiveRecords)", with: Array((lines + [record.line, ""]).joined(separator: "\n").utf8))
}
