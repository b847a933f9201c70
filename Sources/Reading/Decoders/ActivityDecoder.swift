import Diagnostics
import Parsing
import Scoring
import Texts

/// content/years/<year>/activities.csv: the plan of the year (S19, S20, S22).
func decodeActivities(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = [
    Column("id", "编号"), Column("title", "活动"), Column("origin", "来源"), Column("month", "月份"),
    Column("held", "举办日期", required: false), Column("complexity", "复杂度"), Column("coverage", "覆盖面"),
    Column("value", "改定赋值", required: false), Column("reason", "改定理由", required: false),
    Column("budget", "预算", required: false), Column("funder", "出资", required: false),
    Column("works", "工作", required: false), Column("series", "系列", required: false),
    Column("note", "说明", required: false),
  ]
  let origins = [Choice("党委", "committee", Activity.Origin.committee), Choice("支部", "branch", .branch)]
  return draft.inYear(of: file) { draft, year in
    guard var rows = file.rows(columns, draft.findings) else { return false }
    while rows.next() {
      let id = rows.id(0)
      let title = rows.required(1)
      let origin = rows.choice(2, origins)
      let month = rows.month(3)
      let held = rows.day(4)
      let complexity = rows.requiredWhole(5, in: 1...3)
      let coverage = rows.requiredWhole(6, in: 1...3)
      let value = rows.points(7)
      let reason = rows.text(8)
      let works = rows.list(11).compactMap { part in
        part.reference(.work, draft.works.names, findings: draft.findings)
      }
      let series = rows.reference(12, .series, year.series, year: year.year)
      year.check(held, draft, at: rows.place(of: 4))
      if let month, let period = year.period, month.lastDay < period.first || month.firstDay > period.last {
        draft.findings.report(.dateOutsideYear("\(month)", period, at: rows.place(of: 3)))
      }
      if value != nil, reason.isEmpty { draft.findings.report(.overrideWithoutReason(at: rows.place(of: 7))) }
      if value == nil, !reason.isEmpty, rows.isEmpty(7) { rows.missing(7) }
      guard let id else {
        rows.spoil()
        continue
      }
      let activity = Activity(
        id: id, title: title, origin: origin ?? .committee, month: month ?? held?.yearMonth ?? .placeholder, held: held,
        complexity: complexity ?? 1, coverage: coverage ?? 1,
        override: value.map { Activity.Override(value: $0, reason: reason) }, budget: rows.whole(9) ?? 0,
        funder: rows.text(10), works: works, series: series, note: rows.text(13), claims: [], place: rows.place)
      year.activities.add(activity, id, label: title, at: rows.place(of: 0), draft.findings)
    }
    return rows.isSound
  }
}

/// content/years/<year>/claims.csv: which branch claimed which activity (S19).
func decodeClaims(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = [
    Column("activity", "活动"), Column("branch", "支部"), Column("on", "认领日期"), Column("share", "份额", required: false),
  ]
  return draft.inYear(of: file) { draft, year in
    guard var rows = file.rows(columns, draft.findings) else { return false }
    struct Pair: Hashable {
      let activity: Ref<Activity>
      let branch: Ref<Branch>
    }
    var firsts: [Pair: Place] = [:]
    while rows.next() {
      let activity = rows.requiredReference(0, .activity, year.activities.names, year: year.year)
      let branch = rows.requiredReference(1, .branch, draft.branches.names)
      let on = rows.requiredDay(2)
      let share = rows.whole(3, in: 1...1000) ?? 1
      year.check(on, draft, at: rows.place(of: 2))
      guard let activity, let branch, let on else { continue }
      if let held = year.activities.entities[activity].held, on > held,
        year.period?.contains(on) ?? true, draft.asOf.map({ on <= $0 }) ?? true
      {
        draft.findings.report(.claimAfterEvent(on, held: held, at: rows.place(of: 2)))
      }
      let pair = Pair(activity: activity, branch: branch)
      if let twin = firsts[pair] {
        let what = "\(year.activities.entities[activity].id) \(draft.branches.entities[branch].id)"
        draft.findings.report(.duplicateID(what, first: draft.findings.citation(twin), at: rows.place))
        continue
      }
      firsts[pair] = rows.place
      year.claims[activity.index, default: []].append(Claim(branch: branch, on: on, share: share, place: rows.place))
    }
    return rows.isSound
  }
}

extension YearDraft {
  /// The activities with their claims, by day and branch, so that the order of lines doesn't matter.
  var claimedActivities: [Activity] {
    activities.entities.enumerated().map { index, a in
      let claims = (claims[Int32(index)] ?? []).sorted { ($0.on, $0.branch) < ($1.on, $1.branch) }
      return Activity(
        id: a.id, title: a.title, origin: a.origin, month: a.month, held: a.held, complexity: a.complexity,
        coverage: a.coverage, override: a.override, budget: a.budget, funder: a.funder, works: a.works,
        series: a.series,
        note: a.note, claims: claims, place: a.place)
    }
  }
}

extension YearMonth {
  /// Stands in where a month was reported as malformed, in a draft that will not become content.
  static var placeholder: YearMonth { Day(ordinal: 0).yearMonth }
}

extension Diagnostic {
  static func overrideWithoutReason(at place: Place) -> Diagnostic {
    Diagnostic(
      .overrideWithoutReason, at: place,
      message: Bilingual(zh: "改定赋值没有写理由", en: "the value is overridden without a reason"),
      remedy: Bilingual(zh: "在“改定理由”列写明理由（S20）", en: "Give the reason in the column “reason” (S20)"))
  }
}
