import Disk
import Scoring
import Tables
import Texts

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
    // A cell is one line to whoever reads the table by eye, and to a line of a catalogue.
    let cells = [id, title.words.joined(separator: " "), "\(on)", fingerprint, "\(files)", ""]
    return cells.map(csvField).joined(separator: ",")
  }
}

let archiveRecords = "content/archives.csv"

/// Adds an archive to the content, in place of an earlier one of the same name; the other lines stay as they are.
func enter(_ record: ArchiveRecord, into tree: SourceTree, project: String) throws {
  let old = tree.index(of: archiveRecords).map { tree.files[Int($0)].bytes } ?? Array(ArchiveRecord.heading.utf8)
  guard let entered = entering(record, into: old) else {
    throw EnvironmentFailure(
      .otherHeading(file: archiveRecords, heading: ArchiveRecord.heading, line: record.line))
  }
  try replaceFile("\(project)/\(archiveRecords)", with: markedForExcel(entered, at: archiveRecords))
}

/// The table with the record; `nil` where its header is another one. A cell in quotation marks may hold line ends.
func entering(_ record: ArchiveRecord, into table: [UInt8]) -> [UInt8]? {
  var rows: [ArraySlice<UInt8>] = []
  var (start, isQuoted) = (0, false)
  for (index, byte) in table.enumerated() {
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
    guard byte == 0x0A || byte == 0x0D, !isQuoted else { continue }
    if start < index { rows.append(table[start..<index]) }
    start = index + 1
  }
  if start < table.count { rows.append(table[start...]) }
  guard let header = rows.first, header.elementsEqual(ArchiveRecord.heading.utf8) else { return nil }
  // Where it is kept was given for the earlier bag; who makes another one gives it anew.
  rows.removeAll { $0.starts(with: (record.id + ",").utf8) || $0.starts(with: "\"\(record.id)\",".utf8) }
  return rows.flatMap { $0 + [0x0A] } + record.line.utf8 + [0x0A]
}
