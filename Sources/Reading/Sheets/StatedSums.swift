import Forms
import Parsing
import Scoring
import Texts

extension Draft {
  /// What sheets state of sums, once all records are read: each with the entries it is the sum of.
  mutating func settleStatedSums() {
    for (number, sheets) in Dictionary(grouping: readSheets, by: \.year) {
      guard let number, var year = years.removeValue(forKey: number) else { continue }
      let stated = sheets.sorted { $0.index < $1.index }.flatMap { sheet in
        sheet.formed.sums.map { (file: sheet.index, sum: $0) }
      }
      if !stated.isEmpty {
        let entries = StatedEntries(year, members: members.names)
        year.statedFigures += stated.compactMap { file, sum in
          entries.covered(by: sum, file: file).map {
            StatedFigure(label: sum.label, sum: $0, value: sum.value, place: sum.place, isBinding: false)
          }
        }
      }
      years[number] = year
    }
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

  func covered(by sum: StatedSum, file: Int32) -> StatedFigure.Sum? {
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
      guard let item = year.items.find(name) else { return nil }
      return records[file, default: []].filter { rows.contains(all[Int($0)].place.line) && all[Int($0)].item == item }
    case .person(let name, let month):
      guard let member = members.find(name) else { return nil }
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
      guard let member = members.find(name) else { return nil }
      return all.indices.filter { all[$0].member == member && (month == nil || all[$0].day.month == month) }.map {
        Int32($0)
      }
    }
  }
}
