import Diagnostics
import Parsing
import Scoring
import Texts

/// A correction takes away what its record gave, so it has the record's level: it may leave it out, not state another.
func settleLevels(_ year: inout YearDraft, _ findings: MistakeCollector) {
  let closed = ClosedDays(year)
  for correction in year.corrections {
    let index = Int(correction.record)
    let record = year.records[index]
    guard let root = year.records.rootOfCorrection(index).map({ year.records[Int($0)] }), root.level != record.level,
      let item = year.rulebook?.items[record.item], case .levels(let levels) = item.form
    else { continue }
    guard let place = correction.level else {
      year.records[index] = record.atLevel(root.level)
      continue
    }
    // It keeps what it says, for its seal; what it takes away goes by the root's level.
    let found = Diagnostic.correctionAtOtherLevel(
      levels[Int(record.level)].name, of: levels[Int(root.level)].name, findings.citation(root.place), at: place)
    findings.report(closed.contains(record.day) ? found.tolerated(.closedCorrection) : found)
  }
}

/// A record and all that corrects it, directly or over other corrections, never sum to less than nothing; and to more
/// than the record only where points are given by the unit.
func reportOvercorrected(_ year: YearDraft, _ findings: MistakeCollector) {
  let records = year.records
  let closed = ClosedDays(year)
  var corrected: [Int32: (sum: Quantity, last: Place, day: Day)] = [:]
  for correction in year.corrections {
    guard let root = records.rootOfCorrection(Int(correction.record)) else { continue }
    let record = records[Int(correction.record)]
    let known = corrected[root]
    corrected[root] = (
      (known?.sum ?? .zero) + record.quantity, max(known?.last ?? record.place, record.place),
      max(known?.day ?? record.day, record.day)
    )
  }
  for (root, corrections) in corrected {
    let record = records[Int(root)]
    if record.quantity >= .zero, record.quantity + corrections.sum < .zero {
      findings.report(
        .correctionTooLarge(
          record.quantity, corrections.sum, of: findings.citation(record.place), at: corrections.last))
    }
    if corrections.sum > .zero, let item = year.rulebook?.items[record.item], !item.isPaidByQuantity, item.isRecordable
    {
      let found = Diagnostic.correctionAdds(
        corrections.sum, item, of: findings.citation(record.place), at: corrections.last)
      findings.report(closed.contains(corrections.day) ? found.tolerated(.closedCorrection) : found)
    }
  }
}

/// What one award may give at most: a million points, in millionths.
let maximumWorth = UInt64(1_000_000 * Points.perPoint)

/// What all records of a year may give at most, before caps, in millionths: sums of it fit wherever they are taken.
private let maximumSum = 1_000_000 * maximumWorth

func worth(of quantity: Quantity, _ points: Points) -> Int64 { points.millionths / 100 * quantity.hundredths }

/// A year of millions of records, each near the most a record may give, would be more than is counted with.
func reportAbsurdSum(_ year: YearDraft, _ findings: MistakeCollector) {
  guard UInt64(year.records.count) * maximumWorth > maximumSum, let items = year.rulebook?.items else { return }
  var sum: UInt64 = 0
  for record in year.records {
    switch items[record.item].form {
    case .perUnit(let points, unit: _, each: _): sum += min(worth(of: record.quantity, points).magnitude, maximumWorth)
    case .perRecord(let points): sum += points.millionths.magnitude
    case .levels(let levels): sum += levels[Int(record.level)].points.millionths.magnitude
    case .steps, .reach, .range, .credit, .survey, .rating, .welfareBase, .welfareBeyond, .project: break
    }
    if sum > maximumSum {
      findings.report(.absurdSum(year: year.year, at: record.place))
      return
    }
  }
}
