import Parsing
import Scoring
import Texts

/// Every year folder needs its year.yaml and rulebook.yaml; there is at least one.
func checkYearFiles(_ draft: inout Draft, _ routed: [Routed]) {
  var have: [Int: Set<String>] = [:]
  for (kind, files, sheets) in routed where kind.pattern.begins(with: "content/years/") {
    for captures in files.map(\.captures) + sheets.map(\.captures) {
      guard let year = Int(captures[0]) else { continue }
      have[year, default: []].insert(kind.pattern)
    }
  }
  func isRefused(_ path: String) -> Bool { draft.tree.isRefused(path) }
  let isAnyRefused = draft.tree.refused.contains { $0 == "content" || $0.begins(with: "content/years") }
  if have.isEmpty, !isAnyRefused { draft.findings.report(.missingFile("content/years/<year>/year.yaml")) }
  for (year, patterns) in have.sorted(by: { $0.key < $1.key }) {
    draft.years[year] = YearDraft(year: year)
    if !patterns.contains("content/years/*/year.yaml"), !isRefused("content/years/\(year)/year.yaml") {
      draft.findings.report(.missingFile("content/years/\(year)/year.yaml"))
    }
    let rulebook = "content/years/\(year)/rulebook.yaml"
    if !patterns.contains("content/years/*/rulebook.yaml") {
      if !isRefused(rulebook) { draft.findings.report(.missingFile(rulebook)) }
      for kind in [ReferenceKind.item, .branchItem, .series] { draft.findings.spoil(kind, year: year) }
    }
  }
}

extension Draft {
  /// Lets `body` work on the file's year without copying it.
  mutating func inYear(of file: InputFile, _ body: (inout Draft, inout YearDraft) -> Bool) -> Bool {
    guard let number = Int(file.captures[0]), var year = years.removeValue(forKey: number) else { return false }
    defer { years[number] = year }
    return body(&self, &year)
  }
}

/// The days that may stand in a year's files.
struct YearDays: Sendable {
  let period: Period?
  let reportDay: ReportDay?

  init(_ year: YearDraft, _ draft: Draft) { (period, reportDay) = (year.period, draft.reportDay) }

  /// Reports a day outside the year's period, or later than the report's; at most one of the two.
  func check(_ day: Day?, _ findings: MistakeCollector, at place: @autoclosure () -> Place) -> Reach {
    guard let day else { return .reached }
    guard let period, !period.contains(day) else { return reach(day, findings, at: place()) }
    findings.report(.dateOutsideYear("\(day)", period, at: place()))
    return .mistaken
  }

  /// The same of two days that stand in one row, which waits once: of the day it is of, and the day it was entered.
  func check(
    _ day: Day?, _ findings: MistakeCollector, at place: @autoclosure () -> Place, entered: Day?,
    at placeOfEntry: @autoclosure () -> Place
  ) -> Reach {
    let first = check(day, findings, at: place())
    guard first != .waiting, let entered else { return first }
    let second = reach(entered, findings, at: placeOfEntry())
    if second != .mistaken, let day, entered < day {
      findings.report(.enteredBefore(entered, day, at: placeOfEntry()))
    }
    return second == .reached ? first : second
  }

  /// The same for what may be settled after the period (a rating, an evaluation) but not before it: such points would
  /// belong to no part of the year.
  func checkSettled(_ day: Day?, _ findings: MistakeCollector, at place: @autoclosure () -> Place) -> Reach {
    guard let day else { return .reached }
    guard let period, day < period.first else { return reach(day, findings, at: place()) }
    findings.report(.dateOutsideYear("\(day)", period, at: place()))
    return .mistaken
  }

  func reach(_ day: Day?, _ findings: MistakeCollector, at place: @autoclosure () -> Place) -> Reach {
    reportDay?.reach(day, findings, at: place()) ?? .reached
  }
}

extension YearDraft {
  func check(_ day: Day?, _ draft: Draft, at place: @autoclosure () -> Place) -> Reach {
    YearDays(self, draft).check(day, draft.findings, at: place())
  }

  /// See `YearDays.checkSettled`.
  func checkSettled(_ day: Day?, _ draft: Draft, at place: @autoclosure () -> Place) -> Reach {
    YearDays(self, draft).checkSettled(day, draft.findings, at: place())
  }
}

/// content/years/<year>/year.yaml: the period and where the standings are on the way from draft to final.
func decodeYear(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    guard let table = file.yaml(draft.findings) else { return false }
    year.period = period(table, "period")
    year.periodPlace = table.place(of: "period")
    let state = table.choice("state", [Choice("草稿", "draft", 0), Choice("公示", "notice", 1), Choice("定稿", "final", 2)])
    let notice =
      state == 1 ? period(table, "notice") : table.value(ifAny: "notice").flatMap { _ in period(table, "notice") }
    year.notice = notice
    year.statePlace = table.place(of: "state")
    if let notice, let period = year.period, notice.first < period.first {
      draft.findings.report(.dateOutsideYear("\(notice.first)", period, at: table.place(of: "notice")))
    }
    let final = state == 2 ? table.table("final") : table.table(ifAny: "final")
    let signedBy = final?.text("signed_by")
    let on = final?.day("on")
    var reach = Reach.reached
    if let final {
      reach = draft.reach(on, at: final.place(of: "on"))
      if reach == .reached, let on, let period = year.period, on < period.last {
        draft.findings.report(.finalBeforeEnd(on, period, at: final.place(of: "on")))
      }
      final.close()
    }
    // A year that becomes final later is on notice until then, or a draft.
    switch reach == .waiting && state == 2 ? (notice == nil ? 0 : 1) : state {
    case 0: year.state = .draft
    case 1: year.state = notice.map { .notice(from: $0.first, to: $0.last) }
    case 2: if let signedBy, let on { year.state = .final(signedBy: signedBy, on: on) }
    default: break
    }
    table.close()
    return true
  }
}

/// `{from, to}`, in this order.
func period(_ table: YAMLTable, _ key: String) -> Period? {
  guard let entry = table.table(key) else { return nil }
  let period = period(entry)
  entry.close()
  return period
}

/// The keys `from` and `to` of a table.
func period(_ table: YAMLTable) -> Period? {
  let from = table.day("from")
  let to = table.day("to")
  guard let from, let to else { return nil }
  guard from <= to else {
    table.findings.report(.periodReversed(from, to, at: table.place(of: "to")))
    return nil
  }
  return Period(first: from, last: to)
}
