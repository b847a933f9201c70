import Diagnostics
import Scoring
import Tables
import Texts
import Wording

/// The one question answered: every award of a member or branch, with its rule and its record, adding up to the total.
///
/// - Parameter name: key or Chinese name of a member, id or name of a branch.
/// - Throws: `UsageFailure`.
package func explain(_ name: String, year: Int?, in scored: ScoredProject) throws -> TableReport {
  let index = try scored.ledger.yearReference(year)
  let subject = try scored.ledger.subject(named: name)
  return Explanation(scored: scored, year: index, citations: Citations(scored.tree)).report(on: subject)
}

private struct Explanation {
  let scored: ScoredProject
  let year: Ref<YearLedger>
  let citations: Citations

  private var ledger: Ledger { scored.ledger }
  private var yearLedger: YearLedger { ledger.years[year] }
  private var book: YearBook { scored.scorebook.years[year] }

  func report(on subject: Subject) -> TableReport {
    switch subject {
    case .member(let member): report(on: member)
    case .branch(let branch): report(on: branch)
    }
  }

  private func report(on ref: Ref<Member>) -> TableReport {
    let member = ledger.roster.members[ref]
    let awards = book.awards(of: ref).filter { $0.day <= ledger.asOf }
    let base = sum(awards.filter { $0.kind == .base })
    let optional = sum(awards.filter { $0.kind == .optional })
    let standing = book.members.rows.first { $0.member == ref }
    // The pages print the standing; a difference would be a mistake of ours, not of the office.
    if let standing { precondition(standing.total == base + optional, "\(member.key): awards don't add up") }
    let branch = ledger.roster.membership(of: ref, on: lastDay).map { ledger.roster.branches[$0.branch].name }
    let decimals = decimals(of: awards)
    let show = { (points: Points) in points.text(decimals: decimals) }
    let cut = words(of: uncounted(awards), show)
    let rank = place(standing?.rank, isTied: standing?.isTied ?? false)
    let total = Bilingual(
      zh: "合计 \(show(base + optional))（规定 \(show(base))，自选 \(show(optional))；\(cut.zh)）\(rank?.zh ?? "")",
      en:
        "total \(show(base + optional)) (base \(show(base)), optional \(show(optional)); \(cut.en))\(rank?.en ?? "")"
    )
    let heading = [member.name, member.key, branch ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    return TableReport(
      heading: [Bilingual(zh: heading, en: heading), period],
      facts: [
        ("member", .text(member.key)), ("name", .text(member.name)), ("branch", branch.map { .text($0) } ?? .none),
      ]
        + times + [
          ("base", .number(show(base))), ("optional", .number(show(optional))),
          ("total", .number(show(base + optional))),
          ("capped", .number(show(uncounted(awards).gains))),
          ("capped_deductions", .number(show(uncounted(awards).deductions))),
          ("rank", standing?.rank.map { .number("\($0)") } ?? .none),
        ], [section("awards", awards, byKind: true, decimals)], closing: [total])
  }

  private func report(on ref: Ref<Branch>) -> TableReport {
    let branch = ledger.roster.branches[ref]
    let awards = book.awards(of: ref).filter { $0.day <= ledger.asOf }
    let (activities, ratings) = (awards.filter(\.isActivity), awards.filter { !$0.isActivity })
    let (activityPart, rewardPart) = (sum(activities), sum(ratings))
    let standing = book.branches.first { $0.branch == ref }
    if let standing {
      precondition(standing.total == activityPart + rewardPart, "\(branch.id): awards don't add up")
    }
    let rank = place(standing?.rank, isTied: standing?.isTied ?? false)
    let decimals = decimals(of: awards)
    let (whole, first, second) = (
      (activityPart + rewardPart).text(decimals: decimals), activityPart.text(decimals: decimals),
      rewardPart.text(decimals: decimals)
    )
    let kept = uncounted(awards)
    let cut = kept.isNothing ? nil : words(of: kept) { $0.text(decimals: decimals) }
    let part =
      hasRecords
      ? Bilingual(zh: "平时记录与年终评定", en: "records and year-end rating")
      : Bilingual(zh: "年终评定", en: "year-end rating")
    let total = Bilingual(
      zh: "合计 \(whole) = 活动 \(first) + \(part.zh) \(second)\(cut.map { "（\($0.zh)）" } ?? "")\(rank?.zh ?? "")",
      en:
        "total \(whole) = activities \(first) + \(part.en) \(second)\(cut.map { " (\($0.en))" } ?? "")\(rank?.en ?? "")"
    )
    let heading = "\(branch.name) · \(branch.id)"
    return TableReport(
      heading: [Bilingual(zh: heading, en: heading), period],
      facts: [("branch", .text(branch.id)), ("name", .text(branch.name))] + times + [
        ("activity_part", .number(first)), ("rating_part", .number(second)), ("total", .number(whole)),
        ("capped", .number(kept.gains.text(decimals: decimals))),
        ("capped_deductions", .number(kept.deductions.text(decimals: decimals))),
        ("rank", standing?.rank.map { .number("\($0)") } ?? .none),
      ],
      [
        section(
          "activities", activities, byKind: false, decimals, Bilingual(zh: "一、认领活动", en: "1. Claimed activities")),
        section(
          "ratings", ratings, byKind: false, decimals,
          Bilingual(
            zh: "二、\(part.zh)", en: hasRecords ? "2. Records and year-end rating" : "2. Year-end rating")),
      ], rows: table(Array(awards), byKind: false, decimals), closing: [total])
  }

  /// The rank, if there is one yet.
  private func place(_ rank: Int?, isTied: Bool) -> Bilingual? {
    rank.map { Bilingual(zh: "，\(isTied ? "并列" : "")第 \($0) 名", en: ", rank \($0)\(isTied ? " (tied)" : "")") }
  }

  /// The day that decides about the branch; what is settled after it, up to the report's day, counts as well.
  private var lastDay: Day { min(ledger.asOf, yearLedger.period.last) }

  private var period: Bilingual { scored.stand(of: year) }

  private var times: [(key: String, value: DataTable.Cell)] {
    [("year", .number("\(yearLedger.year)")), ("as_of", .day(ledger.asOf))]
  }

  private func section(
    _ key: String, _ awards: [Award], byKind: Bool, _ decimals: Int, _ lead: Bilingual? = nil
  ) -> TableReport.Section {
    .init(
      key, table(awards, byKind: byKind, decimals), title: lead ?? Words.accountSheet, lead: lead,
      more: awards.isEmpty ? Bilingual(zh: "（没有得分）", en: "(no awards)") : nil)
  }

  /// Awards in order of time with the running total; for a member, base and optional points stand in two columns (S5).
  private func table(_ awards: [Award], byKind: Bool, _ decimals: Int) -> DataTable {
    AccountTable(awards, year: year, decimals: decimals, ledger, scored.scorebook, citations).data(byKind: byKind)
  }

  private func sum(_ awards: [Award]) -> Points { awards.reduce(.zero) { $0 + $1.points } }

  /// Whether the branches' standard has more than typed ratings.
  private var hasRecords: Bool { !yearLedger.rulebook.branchItems.allSatisfy(\.isRated) }

  /// Gains and deductions that caps kept out, apart: they never make up for each other.
  private func uncounted(_ awards: [Award]) -> Uncounted {
    var sum = Uncounted()
    for award in awards { sum += award }
    return sum
  }

  private func words(of sum: Uncounted, _ show: (Points) -> String) -> Bilingual {
    let gains = Bilingual(zh: "封顶未计 \(show(sum.gains))", en: "capped \(show(sum.gains))")
    guard sum.deductions != .zero else { return gains }
    return Bilingual(
      zh: "\(gains.zh)，封顶未扣 \(show(sum.deductions))", en: "\(gains.en), not deducted \(show(sum.deductions))")
  }
}
