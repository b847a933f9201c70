import Forms
import Parsing
import Scoring
import Texts

extension Draft {
  /// What tables state beside their records, once all are read: the points of a row, and the sums of sheets, each with the
  /// entries it is the sum of.
  mutating func settleStatedSums() {
    let sheets = Dictionary(grouping: readSheets.filter { !$0.formed.sums.isEmpty }, by: \.year)
    let binding = Set(readSheets.filter { $0.formed.reconciling == .binding }.map(\.index))
    for number in years.keys.sorted() {
      guard var year = years.removeValue(forKey: number) else { continue }
      year.statedFigures =
        year.records.stated.map { $0.figure(binding) { .records($0) } }
        + year.branchRecords.stated.map { $0.figure(binding) { .branchRecords($0) } }
      if let sheets = sheets[number] {
        let entries = StatedSums(
          members: members.names, items: year.items,
          records: StatedEntries(
            year.records.records.map { .init(day: $0.day, member: $0.member, item: $0.item, place: $0.place) },
            sum: { .records($0) }),
          welfare: StatedEntries(
            year.welfare.map { .init(day: $0.day, member: $0.member, item: nil, place: $0.place) },
            sum: { .minutes($0) }))
        for sheet in sheets.sorted(by: { $0.index < $1.index }) {
          year.statedFigures += sheet.formed.sums.map {
            entries.figure(of: $0, file: sheet.index, isBinding: binding.contains(sheet.index))
          }
        }
      }
      years[number] = year
    }
  }
}

extension RecordRows.StatedRow {
  /// - Parameter binding: the sheets in which a difference is an error.
  fileprivate func figure(_ binding: Set<Int32>, _ sum: ([Int32]) -> StatedFigure.Sum) -> StatedFigure {
    // Of several people's row the figure may be one person's or all of theirs.
    StatedFigure(
      label: "得分", sum: sum(Array(records)), isEachs: records.count > 1, value: points.millionths, place: place,
      isBinding: binding.contains(place.file))
  }
}

/// Finds what a stated sum is the sum of.
private struct StatedSums {
  let members: Names<Member>
  let items: Names<Item>
  let records: StatedEntries
  let welfare: StatedEntries

  func figure(of sum: StatedSum, file: Int32, isBinding: Bool) -> StatedFigure {
    let covered: StatedFigure.Sum =
      switch sum.unit {
      case .points: covered(by: sum.scope, file, of: records)
      case .minutes: covered(by: sum.scope, file, of: welfare)
      case .quantity: .unclear(.quantity)
      case .rows: .unclear(.rows)
      }
    return StatedFigure(label: sum.label, sum: covered, value: sum.value, place: sum.place, isBinding: isBinding)
  }

  private func covered(by scope: StatedSum.Scope, _ file: Int32, of entries: StatedEntries) -> StatedFigure.Sum {
    switch scope {
    case .rows(let rows): return entries.sum(of: file) { rows.contains($0.place.line) }
    case .item(let name, let rows):
      guard case .found(let item) = items.naming(name) else { return .unclear(.item(name)) }
      return entries.sum(of: file) { rows.contains($0.place.line) && $0.item == item }
    case .person(let name, let month):
      guard case .found(let member) = members.naming(name) else { return .unclear(.person(name)) }
      return entries.sum { $0.member == member && (month == nil || $0.day.month == month) }
    }
  }
}

/// The records of a year, or its welfare, as sums ask for them.
private struct StatedEntries {
  struct Entry {
    let day: Day
    let member: Ref<Member>
    let item: Ref<Item>?
    let place: Place
  }

  private let entries: [Entry]
  /// Those of each file, in the order of the year.
  private let byFile: [Int32: [Int32]]
  private let sum: ([Int32]) -> StatedFigure.Sum

  init(_ entries: [Entry], sum: @escaping ([Int32]) -> StatedFigure.Sum) {
    self.entries = entries
    byFile = Dictionary(grouping: entries.indices.map { Int32($0) }) { entries[Int($0)].place.file }
    self.sum = sum
  }

  func sum(of file: Int32, where isMeant: (Entry) -> Bool) -> StatedFigure.Sum {
    sum(byFile[file, default: []].filter { isMeant(entries[Int($0)]) })
  }

  func sum(where isMeant: (Entry) -> Bool) -> StatedFigure.Sum {
    sum(entries.indices.filter { isMeant(entries[$0]) }.map { Int32($0) })
  }
}
