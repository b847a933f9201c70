import Parsing
import Scoring
import Texts

/// What the stretches of a year's record files were read to, put together.
private struct JoinedRecords: Sendable {
  var records = RecordRows()
  var branchRecords = RecordRows()
  var ids = Names<Record>()
  var addresses: [RecordAddress] = []
  /// The files all of whose ids could be read.
  var sound: Set<Int32> = []
}

extension Draft {
  /// Adds the records of all files to their years, in the order of files and rows.
  /// - Parameter tables: what was read of them, by the number of the file; of a mistaken header nothing.
  mutating func join(_ tables: [Int32: ReadTable<RecordPart>], of files: [InputFile]) {
    for (year, joined) in joinYears(tables, of: files, words: \.notes, JoinedRecords.init) {
      soundFiles.formUnion(joined.sound)
      years[year]?.records = joined.records
      years[year]?.branchRecords = joined.branchRecords
      years[year]?.recordIDs = joined.ids
      years[year]?.recordsByID = joined.addresses
    }
  }
}

extension JoinedRecords {
  init(_ files: [StretchedTable<RecordPart>], _ findings: MistakeCollector) {
    let parts = files.lazy.flatMap(\.table.parts)
    records.records.reserveCapacity(parts.reduce(0) { $0 + $1.part.members.records.count })
    branchRecords.records.reserveCapacity(parts.reduce(0) { $0 + $1.part.branches.records.count })
    for file in files { add(file, findings) }
  }

  private mutating func add(_ file: StretchedTable<RecordPart>, _ findings: MistakeCollector) {
    for ((part, linesBefore), notes) in zip(file.table.parts, file.notes) {
      for id in part.ids { define(id, in: file.file, linesBefore, findings) }
      records.append(part.members, notes: notes, linesBefore: linesBefore)
      branchRecords.append(part.branches, notes: notes, linesBefore: linesBefore)
    }
    if file.isSound(\.shared, findings) { sound.insert(file.file.index) }
  }

  /// Notes an id of a stretch before its records are added.
  private mutating func define(
    _ id: RecordPart.ID, in file: InputFile, _ linesBefore: Int32, _ findings: MistakeCollector
  ) {
    var record = id.record
    if record.isBranch {
      record.move(past: Int32(branchRecords.records.count))
      branchRecords.identified += record.indexes
    } else {
      record.move(past: Int32(records.records.count))
      records.identified += record.indexes
    }
    let name = file.bytes.span.extracting(id.cell.start..<id.cell.end)
    if let first = ids.define(name, at: id.row.moved(down: linesBefore)) {
      let text = String(decoding: file.bytes[id.cell.start..<id.cell.end], as: UTF8.self)
      findings.report(
        .duplicateID(text, first: findings.citation(first), at: id.place.moved(down: linesBefore)))
    } else {
      addresses.append(record)
    }
  }
}
