import Scoring
import Templating
import Wording

/// A welfare star (公益之星): computed from minutes, never voted (S7, S23).
package struct StarView: Fillable {
  package var rank: Int
  package var isTied: Bool
  package var member: LinkView
  /// As a roll prints it: two characters spaced to three.
  package var name: String
  package var branch: LinkView
  package var hours: String
  var isStreak: Bool { years > 1 }
  /// Years in a row.
  package var years: Int

  package static let specimen = StarView(
    rank: 2, isTied: true, member: .specimen, name: "高　远", branch: .specimen, hours: "32.00", years: 2)
}

/// A signed decision that overrides what the points say, with its reason and where it is recorded.
package struct OverrideView: Fillable {
  package var member: LinkView
  package var branch: LinkView
  package var isQualified: Bool
  /// Which the decision doesn't touch.
  package var total: String
  package var signedBy: String
  package var on: String
  package var reason: String
  package var record: String
  /// The same place in short, for paper.
  package var source: String

  package static let specimen = OverrideView(
    member: .specimen, branch: .specimen, isQualified: true, total: "87.50", signedBy: "公司党委",
    on: "2025-12-24", reason: "驻外半年，当地单位的记录年后才转来", record: "years/2025/decisions.yaml:20",
    source: "决定第20行")
}

/// A signed veto of a branch (一票否决): it takes eligibility and no points.
package struct VetoView: Fillable {
  package var branch: LinkView
  package var reason: String
  var hasNote: Bool { !note.isEmpty }
  package var note: String
  package var signedBy: String
  package var on: String
  package var record: String
  /// The same place in short.
  package var source: String

  package static let specimen = VetoView(
    branch: .specimen, reason: "发生安全责任事故", note: "三号楼配电间起火", signedBy: "公司党委", on: "2025-11-20",
    record: "years/2025/decisions.yaml:31", source: "决定第31行")
}

extension SiteContext {
  /// The welfare stars of a year, by rank.
  package func stars(_ year: Ref<YearLedger>) -> [StarView] {
    self[year].book.stars.map { star in
      StarView(
        rank: star.rank, isTied: star.isTied, member: memberLink(star.member, year),
        name: Words.spaced(roster.members[star.member].name),
        branch: branchLink(star.branch, year), hours: Words.hours(star.minutes),
        years: self[year].streaks.star[Int(star.member.index)])
    }
  }

  /// Decisions of a year that override its points, in branch order.
  /// - Parameters:
  ///   - member: whose; `nil` for everybody's.
  ///   - unit: of which branch; `nil` for all.
  package func overrides(_ year: Ref<YearLedger>, of member: Ref<Member>? = nil, in unit: Ref<Branch>? = nil)
    -> [OverrideView]
  {
    let decisions = self[year].ledger.decisions
    return self[year].book.qualified.enumerated().flatMap { branch, qualifiers in
      qualifiers.compactMap { qualifier in
        guard let decision = qualifier.override.map({ decisions[$0] }), unit == nil || unit == Ref(branch),
          member == nil || member == qualifier.member
        else { return nil }
        return OverrideView(
          member: memberLink(qualifier.member, year), branch: branchLink(Ref(branch), year),
          isQualified: qualifier.obstacle == nil, total: qualifier.total.shown, signedBy: decision.signedBy,
          on: decision.on.description, reason: decision.note,
          record: citation(decision.place), source: source(decision.place))
      }
    }
  }

  /// Vetoes of branches that are decided by the report's day.
  /// - Parameter unit: of which branch; `nil` for all.
  package func vetoes(_ year: Ref<YearLedger>, of unit: Ref<Branch>? = nil) -> [VetoView] {
    self[year].ledger.decisions.compactMap { decision in
      guard case .branchVeto(let branch, let reason) = decision.matter, decision.on <= ledger.asOf,
        unit == nil || unit == branch
      else { return nil }
      return VetoView(
        branch: branchLink(branch, year), reason: reason, note: decision.note, signedBy: decision.signedBy,
        on: decision.on.description, record: citation(decision.place), source: source(decision.place))
    }
  }
}
