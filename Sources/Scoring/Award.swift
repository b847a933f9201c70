import Diagnostics

/// A posting of the ledger: points, the rule that gave them, the record that earned them, and the reason.
/// Every total, rank, rate and honor is a fold over awards. Trivial to copy: a year holds many thousands.
package struct Award: Sendable {
  /// Which bound cut the points, when `capped` isn't zero.
  package enum Cap: Sendable { case none, record, month, year }

  package enum Reason: Sendable {
    /// A daily record; the index is into the year's `records`.
    case record(Int32)
    /// The welfare minutes reached the base with this entry (index into the year's `welfare`).
    case welfareBase(Int32)
    /// Welfare minutes beyond the base, reached with this entry; `minutes` of it counted.
    case welfareBeyond(Int32, minutes: Int32)
    /// A share in per cent of a project's points (index into the year's `projects`), with the task.
    case projectShare(Int32, task: Int32, share: Int32)
    /// The value of a claimed activity (index into the year's `activities`), for the claim `claim`.
    case activity(Int32, claim: Int32)
    /// A year-end rating (index into the year's `ratings`).
    case rating(Int32)
  }

  package let day: Day
  /// Member or branch index, by the list the award stands in.
  package let holder: Int32
  /// Index of the rule: a member `Item`, or for ratings a `BranchItem`; -1 for activities, whose rule is the matrix.
  package let item: Int32
  package let kind: Item.Kind
  /// Pathway that receives the points, -1 if none (S3).
  package let pathway: Int32
  package let points: Points
  /// What a cap cut: in the ledger as 封顶未计, in no total.
  package let capped: Points
  package let cap: Cap
  package let reason: Reason
  package let rule: Place
  package let record: Place
}
