import Diagnostics
import Parsing
import Scoring
import Texts

extension RecordBook {
  /// A correction takes away what its record gave, so it has the record's level, role and affair: it may leave them out, not
  /// state others.
  func completeCorrections(_ rows: inout RecordRows) {
    for correction in rows.corrections {
      let index = Int(correction.record)
      let record = rows.records[index]
      guard let root = rows.records.rootOfCorrection(index).map({ rows.records[Int($0)] }), !record.isAlike(root) else {
        continue
      }
      rows.records[index] = record.completed(
        by: root, level: correction.level == nil, role: correction.role == nil, affair: correction.affair == nil)
      let item = items[Int(record.item.index)]
      let target = findings.citation(root.place)
      // It keeps what it says, for its seal; what it takes away goes by the root's level.
      if let place = correction.level, record.level != root.level, case .levels(let levels) = item.form {
        let found = Diagnostic.correctionAtOtherLevel(
          levels[Int(record.level)].name, of: levels[Int(root.level)].name, target, at: place)
        findings.report(closed.contains(record.day) ? found.tolerated(.closedCorrection) : found)
      }
      let roles = item.terms.roles
      if let place = correction.role, let own = record.role, let role = root.role, own != role {
        findings.report(.correctionInOtherRole(roles[own].name, of: roles[role].name, target, at: place))
      }
      if let place = correction.affair, record.affair != root.affair {
        findings.report(.correctionOfOtherAffair(target, at: place))
      }
    }
  }

  /// A record and all that corrects it, directly or over other corrections, never sum to less than nothing; to more than
  /// the record only where points are given by the unit; and at discretion to nothing, or to what a record may say.
  func reportOvercorrected(_ rows: RecordRows) {
    let records = rows.records
    var corrected: [Int32: (sum: Quantity, last: Place, day: Day)] = [:]
    for correction in rows.corrections {
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
      let item = items[Int(record.item.index)]
      let standing = record.quantity + corrections.sum
      if record.quantity >= .zero, standing < .zero {
        findings.report(
          .correctionTooLarge(
            record.quantity, corrections.sum, of: findings.citation(record.place), at: corrections.last))
      }
      if corrections.sum > .zero, !item.isPaidByQuantity, item.isRecordable {
        let found = Diagnostic.correctionAdds(
          corrections.sum, item, of: findings.citation(record.place), at: corrections.last)
        findings.report(closed.contains(corrections.day) ? found.tolerated(.closedCorrection) : found)
      }
      guard standing > .zero, standing != record.quantity else { continue }
      if let range = item.form.quantities, range.contains(record.quantity), !range.contains(standing) {
        findings.report(.outsideRange(standing, item, range, isCorrected: true, at: corrections.last))
      }
      if case .levels(let levels) = item.form, levels[Int(record.level)].takesAll, standing < record.quantity {
        findings.report(.partOfAll(item, of: findings.citation(record.place), at: corrections.last))
      }
    }
  }

  /// A year of millions of records, each near the most a record may give, would be more than is counted with.
  func reportAbsurdSum(_ rows: RecordRows, year: Int) {
    guard UInt64(rows.records.count) * maximumWorth > maximumSum else { return }
    let most = items.map { $0.form.values.map(\.millionths.magnitude).max() ?? 0 }
    var sum: UInt64 = 0
    for record in rows.records {
      let index = Int(record.item.index)
      if case .perUnit(let points, unit: _, let each) = items[index].form {
        let worth = worthOfUnits(
          points.millionths, each: each?.hundredths ?? 0, quantity: record.quantity.hundredths)
        sum += min(worth.magnitude, maximumWorth)
      } else {
        sum += most[index]
      }
      if sum > maximumSum {
        findings.report(.absurdSum(year: year, at: record.place))
        return
      }
    }
  }
}

extension Record {
  fileprivate func isAlike(_ root: Record) -> Bool {
    level == root.level && role == root.role && affair == root.affair
  }
}

extension Item.Form {
  /// At discretion: between which quantities a record may be; of deductions, what they take.
  var quantities: ClosedRange<Quantity>? {
    guard case .range(let least, let most) = self else { return nil }
    let bounds = [least, most].map { Quantity(hundredths: Int64($0.millionths.magnitude) / 10_000) }.sorted()
    return bounds[0]...bounds[1]
  }
}

/// What one award may give at most: a million points, in millionths.
let maximumWorth = UInt64(1_000_000 * Points.perPoint)

/// What all records of a year may give at most, before caps, in millionths: sums of it fit wherever they are taken.
private let maximumSum = 1_000_000 * maximumWorth
