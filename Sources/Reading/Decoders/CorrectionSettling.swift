import Diagnostics
import Parsing
import Scoring
import Texts

/// Makes records of the corrections that say what should stand, then judges all corrections of a year together.
func settleCorrections(_ draft: inout Draft) {
  for number in draft.years.keys.sorted() {
    guard var year = draft.years.removeValue(forKey: number) else { continue }
    if !year.corrections.isEmpty { enter(year.corrections, in: &year, draft) }
    RecordBook(year, draft.findings, isBranch: false).close(&year.records)
    RecordBook(year, draft.findings, isBranch: true).close(&year.branchRecords)
    draft.years[number] = year
  }
}

/// Each by its day, since the later one is of what the earlier left.
private func enter(_ corrections: [WrittenCorrection], in year: inout YearDraft, _ draft: Draft) {
  var search = CorrectedRecords(year, draft)
  var standing: [Bool: StandingQuantities] = [:]
  for isBranch in [false, true] {
    standing[isBranch] = StandingQuantities(isBranch ? year.branchRecords : year.records)
  }
  for correction in corrections.sorted(by: { ($0.on, $0.place) < ($1.on, $1.place) }) {
    guard let target = search.target(of: correction) else { continue }
    let isBranch = search.isBranch(correction)
    let (root, corrected) = year.corrected(by: target, isBranch: isBranch)
    if correction.on < corrected.day {
      draft.findings.report(.correctedBefore(correction.on, corrected.day, at: correction.place))
    }
    let left = standing[isBranch, default: StandingQuantities()].quantity(of: root, corrected, on: correction.on)
    let quantity = correction.stands - left
    if quantity == .zero {
      draft.findings.report(.nothingToCorrect(left, at: correction.place))
      continue
    }
    let record = Record(
      day: correction.on, member: corrected.member, item: corrected.item, quantity: quantity, level: 0,
      activity: nil, work: nil, note: correction.note, corrects: root, entered: correction.entered,
      place: correction.place)
    if isBranch {
      year.branchRecords.append(correction: record)
    } else {
      year.records.append(correction: record)
    }
    standing[isBranch]?.add(quantity, to: root, on: correction.on)
  }
}

extension YearDraft {
  /// The record at the root of a correction's target.
  fileprivate func corrected(by target: Int32, isBranch: Bool) -> (root: Int32, Record) {
    let records = (isBranch ? branchRecords : records).records
    let root = records.rootOfCorrection(Int(target)) ?? target
    return (root, records[Int(root)])
  }
}

extension RecordRows {
  /// In place: a year has a million records, and a correction copies none of them.
  fileprivate mutating func append(correction: Record) {
    corrections.append(.init(record: Int32(records.count), corrects: Located("", correction.place)))
    records.append(correction)
  }
}

/// What corrections took away from records, by the record at the root.
private struct StandingQuantities {
  private var taken: [Int32: [(on: Day, quantity: Quantity)]] = [:]

  init() {}

  init(_ rows: RecordRows) {
    for correction in rows.corrections {
      let record = rows.records[Int(correction.record)]
      guard let root = rows.records.rootOfCorrection(Int(correction.record)) else { continue }
      add(record.quantity, to: root, on: record.day)
    }
  }

  mutating func add(_ quantity: Quantity, to root: Int32, on day: Day) {
    taken[root, default: []].append((day, quantity))
  }

  /// How much of a record stands on a day.
  func quantity(of root: Int32, _ record: Record, on day: Day) -> Quantity {
    taken[root, default: []].lazy.filter { $0.on <= day }.reduce(record.quantity) { $0 + $1.quantity }
  }
}

extension Diagnostic {
  fileprivate static func nothingToCorrect(_ quantity: Quantity, at place: Place) -> Diagnostic {
    Diagnostic(
      .zeroQuantity, at: place,
      message: Bilingual(
        zh: "应为 \(quantity.short)，原记录（连同以前的更正）已经是 \(quantity.short)，没有什么可更正",
        en: "\(quantity.short) should stand, and with what was corrected before it does: nothing is corrected"),
      remedy: Bilingual(
        zh: "写上应当算多少（不算写“作废”），或删去这一行", en: "Write what should stand (`void` for nothing), or remove the row"))
  }
}
