import Diagnostics
import Parsing
import Scoring
import Texts

/// A year's records as tables need them, found out once for all its sheets.
struct WritableRecords: Sendable {
  /// Where a record stands: among the members' or the branches'.
  struct Number: Hashable, Comparable, Sendable {
    let isBranch: Bool
    let index: Int32

    static func < (one: Number, other: Number) -> Bool {
      one.isBranch == other.isBranch ? one.index < other.index : !one.isBranch
    }
  }

  /// Those of each file of the tree; members' first, each in the order they were read.
  let byFile: [Int32: [Number]]
  /// The id of each record that has one, or needs one because another corrects it by its place; of several people's in a
  /// row each gets its own.
  let ids: [Number: String]

  init(_ year: YearDraft, _ draft: Draft) {
    var byFile: [Int32: [Number]] = [:]
    var ids: [Number: String] = [:]
    for (name, row) in zip(year.recordIDs.ids, year.recordsByID) {
      for index in row.indexes {
        let isAlone = row.indexes.count == 1
        let member = isAlone ? "" : "-" + draft.members.entities[year.records.records[Int(index)].member].key
        ids[Number(isBranch: row.isBranch, index: index)] = name + member
      }
    }
    var corrected: Set<Number> = []
    for (records, isBranch) in [(year.records.records, false), (year.branchRecords.records, true)] {
      for (index, record) in records.enumerated() {
        byFile[record.place.file, default: []].append(Number(isBranch: isBranch, index: Int32(index)))
        if let target = record.corrects { corrected.insert(Number(isBranch: isBranch, index: target)) }
      }
    }
    var made = 0
    for number in corrected.sorted() where ids[number] == nil {
      repeat { made += 1 } while !year.recordIDs.isFree("corrected-\(made)")
      ids[number] = "corrected-\(made)"
    }
    (self.byFile, self.ids) = (byFile, ids)
  }
}

extension SheetWriter {
  func writeRecords(_ rows: inout RowWriter) {
    guard let year, let records else { return }
    for number in records.byFile[file, default: []] {
      let index = Int(number.index)
      if number.isBranch {
        let record = year.branchRecords.records[index]
        add(record, number, item: year.branchRules[record.item], records.ids, to: &rows)
      } else {
        let record = year.records.records[index]
        add(record, number, item: year.memberItems[record.item], records.ids, to: &rows)
      }
    }
  }

  private func add(
    _ record: Record, _ number: WritableRecords.Number, item: Item, _ ids: [WritableRecords.Number: String],
    to rows: inout RowWriter
  ) {
    let columns = recordColumns
    let isBranch = number.isBranch
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
        columns.id: ids[number],
        columns.corrects: record.corrects.flatMap { ids[WritableRecords.Number(isBranch: isBranch, index: $0)] },
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
