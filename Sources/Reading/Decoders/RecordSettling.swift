import Diagnostics
import Parsing
import Scoring
import Texts

/// Corrections may stand in any file and before the record they correct, and so may a record and its twin: both are looked
/// for once all are read.
func settleRecords(_ draft: inout Draft) {
  reportTwins(draft)
  reportNearDoubles(draft)
  for number in draft.years.keys.sorted() {
    guard var year = draft.years.removeValue(forKey: number) else { continue }
    let ofMembers = RecordBook(year, draft.findings, isBranch: false)
    let ofBranches = RecordBook(year, draft.findings, isBranch: true)
    ofMembers.settle(&year.records)
    ofBranches.settle(&year.branchRecords)
    draft.years[number] = year
  }
}

/// What the records of a year's members, or of its branches, are settled by.
struct RecordBook {
  let findings: MistakeCollector
  let closed: ClosedDays
  let items: [Item]
  private let year: Int
  private let ids: Names<Record>
  private let addresses: [RecordAddress]
  private let isBranch: Bool

  init(_ year: YearDraft, _ findings: MistakeCollector, isBranch: Bool) {
    self.findings = findings
    self.isBranch = isBranch
    self.year = year.year
    closed = ClosedDays(year)
    items = isBranch ? year.branchRules : year.memberItems
    ids = year.recordIDs
    addresses = year.recordsByID
  }

  /// Finds the records that others name by their ids as what they correct.
  func settle(_ rows: inout RecordRows) {
    for correction in rows.corrections {
      let (index, name) = (correction.record, correction.corrects)
      guard let id = name.reference(.record, ids, year: year, findings: findings) else { continue }
      let named = addresses[Int(id.index)]
      if let day = named.waitsFor {
        let record = rows.records[Int(index)]
        findings.report(.correctedBefore(record.day, day, at: record.place))
      }
      guard !named.indexes.isEmpty else { continue }
      guard named.isBranch == isBranch else {
        findings.report(.strayCorrection(name.value, of: findings.citation(ids.places[Int(id.index)]), at: name.place))
        continue
      }
      // Of several people's records under one id it is the one of the same member.
      let record = rows.records[Int(index)]
      let target = named.indexes.first { rows.records[Int($0)].member == record.member } ?? named.indexes.lowerBound
      let corrected = rows.records[Int(target)]
      if target == index || record.member != corrected.member || record.item != corrected.item {
        findings.report(.strayCorrection(name.value, of: findings.citation(corrected.place), at: name.place))
        continue
      }
      if record.day < corrected.day {
        findings.report(.correctedBefore(record.day, corrected.day, at: record.place))
      }
      rows.records[Int(index)] = record.correcting(target)
    }
  }

  /// Judges all corrections once those of every table are known.
  func close(_ rows: inout RecordRows) {
    completeCorrections(&rows)
    reportOvercorrected(rows)
    reportAbsurdSum(rows, year: year)
  }
}
