import Diagnostics
import Scoring

/// A record and all that corrects it, directly or over other corrections, never sum to less than nothing.
func reportOvercorrected(_ records: [Record], _ findings: Findings) {
  var corrected: [Int32: (sum: Points, last: Place)] = [:]
  for (index, record) in records.enumerated() {
    guard let root = records.rootOfCorrection(index) else { continue }
    let known = corrected[root]
    corrected[root] = ((known?.sum ?? .zero) + record.quantity, max(known?.last ?? record.place, record.place))
  }
  for (root, corrections) in corrected {
    let record = records[Int(root)]
    if record.quantity >= .zero, record.quantity + corrections.sum < .zero {
      findings.report(
        .correctionTooLarge(
          record.quantity, corrections.sum, of: findings.citation(record.place), at: corrections.last))
    }
  }
}
