import Forms
import Parsing
import Scoring
import Texts

extension Draft {
  /// What tables state beside their records, once all are read: the points of a row, and the sums of sheets, each with the
  /// entries it is the sum of.
  mutating func settleStatedSums() {
    let sheets = Dictionary(grouping: readSheets.filter { !$0.formed.sums.isEmpty }, by: \.year)
    for number in years.keys.sorted() {
      guard var year = years.removeValue(forKey: number) else { continue }
      year.statedFigures =
        year.records.stated.map { $0.figure { .records($0) } }
        + year.branchRecords.stated.map { $0.figure { .branchRecords($0) } }
      if let sheets = sheets[number] {
        let entries = StatedEntries(year, members: members.names)
        for sheet in sheets.sorted(by: { $0.index < $1.index }) {
          year.statedFigures += sheet.formed.sums.compactMap { entries.figure(of: $0, file: sheet.index) }
        }
      }
      years[number] = year
    }
  }
}

extension RecordRows.StatedRow {
  fileprivate func figure(_ sum: ([Int32]) -> StatedFigure.Sum) -> StatedFigure {
    // Of several people's row the figure may be one person's or all of theirs.
    StatedFigure(
      label: "得分", sum: sum(Array(records)), isEachs: records.count > 1, value: points.millionths, place: place,
      isBinding: false)
  }
}

/// Finds what a stated sum is the sum of.
private struct StatedEntries {
  private let year: YearDraft
  private let members: Names<Member>
  /// Records and welfare entries of each file, in the order of the year.
  private let records: [Int32: [Int32]]
  private let welfare: [Int32: [Int32]]

  init(_ year: YearDraft, members: Names<Member>) {
    self.year = year
    self.members = members
    records = Dictionary(grouping: year.records.records.indices.map { Int32($0) }) {
      year.records.records[Int($0)].place.file
    }
    welfare = Dictionary(grouping: year.welfare.indices.map { Int32($0) }) { year.welfare[Int($0)].place.file }
  }

  func figure(of sum: StatedSum, file: Int32) -> StatedFigure? {
    covered(by: sum, file: file).map {
      StatedFigure(label: sum.label, sum: $0, value: sum.value, place: sum.place, isBinding: false)
    }
  }

  private func covered(by sum: StatedSum, file: Int32) -> StatedFigure.Sum? {
    switch sum.unit {
    case .points: recordsOf(sum.scope, file).map { .records($0) }
    case .minutes: minutesOf(sum.scope, file).map { .minutes($0) }
    case .quantity, .rows: nil
    }
  }

  private func recordsOf(_ scope: StatedSum.Scope, _ file: Int32) -> [Int32]? {
    let all = year.records.records
    switch scope {
    case .rows(let rows):
      return records[file, default: []].filter { rows.contains(all[Int($0)].place.line) }
    case .item(let name, let rows):
      guard case .found(let item) = year.items.naming(name) else { return nil }
      return records[file, default: []].filter { rows.contains(all[Int($0)].place.line) && all[Int($0)].item == item }
    case .person(let name, let month):
      guard case .found(let member) = members.naming(name) else { return nil }
      return all.indices.filter { all[$0].member == member && (month == nil || all[$0].day.month == month) }.map {
        Int32($0)
      }
    }
  }

  private func minutesOf(_ scope: StatedSum.Scope, _ file: Int32) -> [Int32]? {
    let all = year.welfare
    switch scope {
    case .rows(let rows): return welfare[file, default: []].filter { rows.contains(all[Int($0)].place.line) }
    case .item: return nil
    case .person(let name, let month):
      guard case .found(let member) = members.naming(name) else { return nil }
      return all.indices.filter { all[$0].member == member && (month == nil || all[$0].day.month == month) }.map {
        Int32($0)
      }
    }
  }
}
