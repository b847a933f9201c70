import Diagnostics
import Parsing
import Scoring
import Texts

extension SheetWriter {
  func writeRecords(_ rows: inout RowWriter) {
    guard let year else { return }
    let ids = recordIDs(year)
    for (records, items, isBranch) in [
      (year.records.records, year.memberItems, false), (year.branchRecords.records, year.branchRules, true),
    ] {
      for (index, record) in records.enumerated() where record.place.file == file {
        add(record, at: Int32(index), item: items[record.item], isBranch: isBranch, ids, to: &rows)
      }
    }
  }

  /// Where a record stands: among the members' or the branches'.
  private struct RecordNumber: Hashable {
    let isBranch: Bool
    let index: Int32
  }

  /// The id of each record that has one; of several people's in a row each gets its own.
  private func recordIDs(_ year: YearDraft) -> [RecordNumber: String] {
    var ids: [RecordNumber: String] = [:]
    for (name, row) in zip(year.recordIDs.ids, year.recordsByID) {
      for index in row.indexes {
        let isAlone = row.indexes.count == 1
        let member = isAlone ? "" : "-" + draft.members.entities[year.records.records[Int(index)].member].key
        ids[RecordNumber(isBranch: row.isBranch, index: index)] = name + member
      }
    }
    // What was corrected by its place gets one, so that plain CSV can say the same.
    var made = 0
    for (records, isBranch) in [(year.records.records, false), (year.branchRecords.records, true)] {
      for target in Set(records.compactMap(\.corrects)).sorted() {
        let number = RecordNumber(isBranch: isBranch, index: target)
        guard ids[number] == nil else { continue }
        repeat { made += 1 } while !year.recordIDs.isFree("corrected-\(made)")
        ids[number] = "corrected-\(made)"
      }
    }
    return ids
  }

  private func add(
    _ record: Record, at index: Int32, item: Item, isBranch: Bool, _ ids: [RecordNumber: String],
    to rows: inout RowWriter
  ) {
    let columns = recordColumns
    rows.add(
      from: record.place,
      [
        columns.date: "\(record.day)",
        columns.member: isBranch ? nil : draft.members.entities[record.member].key,
        columns.branch: isBranch ? draft.branches.entities[Int(record.member.index)].id : nil,
        columns.item: item.key,
        columns.quantity: record.quantity == .one && !item.isPaidByQuantity ? nil : "\(record.quantity)",
        columns.level: item.levelName(record.level), columns.role: record.role.map { item.terms.roles[$0].name },
        columns.affair: record.affair.map { draft.notes.string($0) },
        columns.activity: record.activity.flatMap { year?.activities.entities[$0].id },
        columns.work: record.work.map { draft.works.entities[$0].id }, columns.note: draft.notes.string(record.note),
        columns.id: ids[RecordNumber(isBranch: isBranch, index: index)],
        columns.corrects: record.corrects.flatMap { ids[RecordNumber(isBranch: isBranch, index: $0)] },
        columns.entered: record.entered.map { "\($0)" },
      ])
  }
}

extension Item {
  fileprivate func levelName(_ level: Int32) -> String? {
    if case .levels(let levels) = form { levels[Int(level)].name } else { nil }
  }
}

extension Names<Record> {
  /// Whether no record bears an id.
  fileprivate func isFree(_ id: String) -> Bool { if case .unknown = naming(id) { true } else { false } }
}
