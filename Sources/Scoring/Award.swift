import Diagnostics
import Texts

/// A posting of the ledger: points, the rule that gave them, the record that earned them, and the reason.
/// Every total, rank, rate and honor is a fold over awards. Trivial to copy: a year holds many thousands.
package struct Award: Sendable {
  /// Which bound cut the points, when `capped` isn't zero.
  package enum Cap: Sendable, Equatable {
    case none
    /// The item's own cap.
    case item(CapSpan)
    /// Nothing is left of what the item started with.
    case floor
    /// The cap of a group (index into the standard's groups).
    case group(Int32, CapSpan)
    case total
    case totalFloor
    /// Another record of the same affair counts (index into the year's records of the same kind).
    case once(Int32)
    /// A correction moved what the caps leave of other records.
    case recounted
  }

  package enum Reason: Sendable {
    /// A daily record; the index is into the year's `records`.
    case record(Int32)
    /// A branch's daily record; the index is into the year's `branchRecords`.
    case branchRecord(Int32)
    /// What a member starts with, credited by a membership (index into the member's stays), or a branch by its being.
    case start(Int32)
    /// A survey's row (index into the year's `surveys`).
    case survey(Int32)
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

  /// What the points depend on beside the record itself.
  package enum Basis: Sendable, Equatable {
    case none
    /// What the quantities of the year sum to with this record, in hundredths.
    case reached(Int64)
    /// The how many-th record of the year it is, from 2 on.
    case again(Int32)
    /// The record corrects another of an item that shares caps with this one, and moved what they leave of it.
    case recounted
  }

  /// What points stand under: an item of the members' standard or of the branches', or a claimed activity, whose rule is
  /// the matrix.
  package enum Heading: Hashable, Sendable {
    case member(Ref<Item>)
    case branch(Ref<BranchItem>)
    case activity
  }

  package let points: Points
  /// What a cap cut: in the ledger as 封顶未计, in no total.
  package let capped: Points
  /// What a basis or a reason says beside its index: no award has both.
  private let figures: Int64
  package let day: Day
  /// Member or branch index, by the list the award stands in.
  package let holder: Int32
  package let rule: Place
  package let record: Place
  private let reasonIndex: Int32
  private let capIndex: Int32
  private let heads: HeadBits
  private let ends: EndBits
}

extension Award {
  /// - Parameters:
  ///   - kind: of the item, whatever the record says.
  ///   - pathway: that receives the points, if any does (S3).
  ///   - isDeduction: whether the record it comes of deducts: a correction of a deduction gives, and is on this side all
  ///     the same.
  package init(
    day: Day, holder: Int32, heading: Heading, kind: Item.Kind, pathway: Ref<Pathway>?, points: Points, capped: Points,
    cap: Cap, isDeduction: Bool, reason: Reason, basis: Basis, rule: Place, record: Place
  ) {
    (self.day, self.holder) = (day, holder)
    (self.points, self.capped) = (points, capped)
    (self.rule, self.record) = (rule, record)
    let (basisFigures, basisCase) = basis.parts
    let (reasonFigures, index, reasonCase) = reason.parts
    precondition(basis == .none || reasonFigures == 0, "an award with two sets of figures")
    figures = basisFigures | reasonFigures
    reasonIndex = index
    let (boundIndex, boundCase, span) = cap.parts
    capIndex = boundIndex
    heads = HeadBits(heading, isBase: kind == .base, isDeduction: isDeduction, basis: basisCase)
    ends = EndBits(pathway: pathway, reason: reasonCase, cap: boundCase, span: span)
  }

  package var heading: Heading { heads.heading }
  package var kind: Item.Kind { heads.isBase ? .base : .optional }
  /// Pathway that receives the points, if any does (S3).
  package var pathway: Ref<Pathway>? { ends.pathway }
  package var cap: Cap { Cap(ends.cap, capIndex, ends.span) }
  /// Whether the record it comes of deducts: a correction of a deduction gives, and is on this side all the same.
  package var isDeduction: Bool { heads.isDeduction }
  package var reason: Reason { Reason(ends.reason, reasonIndex, figures) }
  package var basis: Basis { Basis(heads.basis, figures) }
}

/// The two sets of rules of a year (双积分制).
package enum Standard: Sendable { case members, branches }

extension Award.Heading {
  /// Branches alone claim activities.
  package var standard: Standard { if case .member = self { .members } else { .branches } }

  /// Place of the item in its standard's list.
  package var index: Int? {
    switch self {
    case .member(let item): Int(item.index)
    case .branch(let item): Int(item.index)
    case .activity: nil
    }
  }
}

extension Rulebook {
  /// The item points stand under; `nil` for an activity's.
  package func item(_ heading: Award.Heading) -> Item? {
    switch heading {
    case .member(let item): items[item]
    case .branch(let item): branchItems[item].rule
    case .activity: nil
    }
  }

  package func framework(of standard: Standard) -> Framework {
    standard == .members ? memberFramework : branchFramework
  }
}

/// What caps kept from counting. Gains and deductions stand apart: 2 that were not given and 2 that were not taken are
/// not nothing.
package struct Uncounted: Sendable, Equatable {
  package private(set) var gains = Points.zero
  /// Not above zero.
  package private(set) var deductions = Points.zero
  package init() {}

  package init(gains: Points, deductions: Points) {
    self.gains = gains
    self.deductions = deductions
  }

  package var isNothing: Bool { gains == .zero && deductions == .zero }

  package static func += (sum: inout Uncounted, award: Award) {
    if award.isDeduction { sum.deductions += award.capped } else { sum.gains += award.capped }
  }

  package static func += (sum: inout Uncounted, other: Uncounted) {
    sum.gains += other.gains
    sum.deductions += other.deductions
  }
}

/// What is to be posted and doesn't come of a record: a share, a rating, a credit, before the caps.
struct Extra {
  let day: Day
  let holder: Int32
  /// Place in the standard's list; `nil` for an activity's share.
  let item: Int?
  let kind: Item.Kind
  let pathway: Ref<Pathway>?
  /// Millionths.
  let raw: Int64
  let reason: Award.Reason
  let rule: Place
  let record: Place
  /// Whether it is the whole year's and no month's: what everybody starts with.
  var isOfYear = false
}

extension [Extra] {
  /// Sorted by holder and day, on a day by the item's place in the canonical order, otherwise as they stood.
  func inOrder(_ rules: FlatRules) -> [Extra] {
    let keys = map { ($0.holder, $0.day, $0.isOfYear ? -2 : rules.rank($0.item)) }
    return indices.sorted { a, b in
      let (p, q) = (keys[a], keys[b])
      return p != q ? p < q : a < b
    }.map { self[$0] }
  }
}
