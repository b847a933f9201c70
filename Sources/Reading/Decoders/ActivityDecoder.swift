import Diagnostics
import Parsing
import Scoring
import Texts

struct ActivityColumns: TableColumns {
  var layout = TableLayout()
  let id, title, origin, month, held, complexity, coverage, value, reason, budget, funder, works, series, note,
    also: ColumnNumber

  init() {
    id = layout.add("id", "编号")
    title = layout.add("title", "活动")
    origin = layout.add("origin", "来源")
    month = layout.add("month", "月份")
    held = layout.add("held", "举办日期", required: false)
    complexity = layout.add("complexity", "复杂度")
    coverage = layout.add("coverage", "覆盖面")
    value = layout.add("value", "改定赋值", required: false)
    reason = layout.add("reason", "改定理由", required: false)
    budget = layout.add("budget", "预算", required: false)
    funder = layout.add("funder", "出资", required: false)
    works = layout.refer("works", "工作", required: false)
    series = layout.refer("series", "系列", required: false)
    note = layout.add("note", "说明", required: false)
    also = layout.add("also", "又名", required: false)
  }
}

/// content/years/<year>/activities.csv: the plan of the year (S19, S20, S22).
func decodeActivities(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = ActivityColumns()
  let origins = [Choice("党委", "committee", Activity.Origin.committee), Choice("支部", "branch", .branch)]
  return draft.inYear(of: file) { draft, year in
    guard var rows = file.rows(columns.layout, draft.findings) else { return false }
    var others: [(of: Ref<Activity>, name: Located<String>)] = []
    while rows.next() {
      let id = rows.id(columns.id)
      let title = rows.required(columns.title)
      let origin = rows.choice(columns.origin, origins)
      let month = rows.month(columns.month)
      let written = rows.day(columns.held)
      let complexity = rows.requiredWhole(columns.complexity, in: 1...3)
      let coverage = rows.requiredWhole(columns.coverage, in: 1...3)
      let value = rows.points(columns.value)
      let reason = rows.text(columns.reason)
      let works = rows.list(columns.works).map { part in
        (part.reference(.work, draft.works.names, findings: draft.findings), part.place)
      }.once(draft.works.names, draft.findings)
      let series = rows.reference(columns.series, .series, year.series, year: year.year)
      // What is to come is planned, and not held.
      let held = year.check(written, draft, at: rows.place(of: columns.held)) == .waiting ? nil : written
      if let month, let period = year.period, month.lastDay < period.first || month.firstDay > period.last {
        draft.findings.report(.dateOutsideYear("\(month)", period, at: rows.place(of: columns.month)))
      }
      if value != nil, reason.isEmpty {
        draft.findings.report(.overrideWithoutReason(at: rows.place(of: columns.value)))
      }
      if value == nil, !reason.isEmpty, rows.isEmpty(columns.value) { rows.missing(columns.value) }
      guard let id else {
        rows.spoil()
        continue
      }
      let activity = Activity(
        id: id, title: title, origin: origin ?? .committee, month: month ?? written?.yearMonth ?? .placeholder,
        held: held,
        complexity: complexity ?? 1, coverage: coverage ?? 1,
        override: value.map { Activity.Override(value: $0, reason: reason) }, budget: rows.whole(columns.budget) ?? 0,
        funder: rows.text(columns.funder), works: works, series: series, note: rows.text(columns.note), claims: [],
        place: rows.place)
      let (number, names) = (year.activities.entities.count, rows.otherNames(columns.also))
      year.activities.add(
        activity, id, called: [title] + names.map(\.value), at: rows.place(of: columns.id), draft.findings)
      guard year.activities.entities.count > number else { continue }
      others += names.map { (Ref(number), $0) }
      if !names.isEmpty { year.activityNames[id] = names.map(\.value) }
    }
    year.activities.names.reportShared(others, .activity, draft.findings)
    return rows.isSound
  }
}

struct ClaimColumns: TableColumns {
  var layout = TableLayout()
  let activity, branch, on, share: ColumnNumber

  init() {
    activity = layout.refer("activity", "活动")
    branch = layout.refer("branch", "支部")
    on = layout.add("on", "认领日期")
    share = layout.add("share", "份额", required: false)
  }
}

/// content/years/<year>/claims.csv: which branch claimed which activity (S19).
func decodeClaims(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = ClaimColumns()
  return draft.inYear(of: file) { draft, year in
    guard var rows = file.rows(columns.layout, draft.findings) else { return false }
    struct Pair: Hashable {
      let activity: Ref<Activity>
      let branch: Ref<Branch>
    }
    var firsts: [Pair: Place] = [:]
    while rows.next() {
      let activity = rows.requiredReference(columns.activity, .activity, year.activities.names, year: year.year)
      let branch = rows.requiredReference(columns.branch, .branch, draft.branches.names)
      let on = rows.requiredDay(columns.on)
      let share = rows.whole(columns.share, in: 1...1000) ?? 1
      let reach = year.check(on, draft, at: rows.place(of: columns.on))
      guard let activity, let branch, let on, reach != .waiting else { continue }
      if let held = year.activities.entities[activity].held, on > held,
        year.period?.contains(on) ?? true, draft.asOf.map({ on <= $0 }) ?? true
      {
        draft.findings.report(.claimAfterEvent(on, held: held, at: rows.place(of: columns.on)))
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
