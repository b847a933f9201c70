import Composing
import Scoring
import Templating
import Wording

/// How far a year is on its way from draft to final: the notice, the objections, and what still has to be done.
struct NoticePage: Page {
  struct Finding: Fillable {
    var outcome: String
    var by: String
    var on: String
    var text: String
    func fill(_ out: inout Filler) {
      out.text("outcome", outcome)
      out.text("by", by)
      out.text("on", on)
      out.text("finding", text)
    }
  }

  struct ObjectionView: Fillable {
    var id: String
    var kind: String
    var subject: LinkView
    var raisedBy: String
    var raisedOn: String
    var text: String
    /// Where the disputed record stands; none for a missing one.
    var record: [String]
    var answer: Finding?

    func fill(_ out: inout Filler) {
      out.text("id", id)
      out.text("kind", kind)
      out.record("subject", subject)
      out.text("raisedBy", raisedBy)
      out.text("raisedOn", raisedOn)
      out.text("claim", text)
      out.texts("record", record)
      out.optional("answer", answer)
    }

    static let specimen = ObjectionView(
      id: "o25-01", kind: "错记", subject: .specimen, raisedBy: "同支部党员", raisedOn: "2025-12-09",
      text: "签到表上是2学时，账上记了3学时。", record: ["years/2025/records/b05-q4.csv:12"],
      answer: Finding(outcome: "成立", by: "党委组织组", on: "2025-12-10", text: "已记更正减1学时。"))
  }

  /// One thing that keeps the year from being final; which one is a flag or an optional.
  struct BlockerView: Fillable {
    var isNoticeMissing = false
    var runningUntil: [String] = []
    var project: LinkView?
    var objection: LinkView?
    var isWinnersMissing = false

    func fill(_ out: inout Filler) {
      out.flag("isNoticeMissing", isNoticeMissing)
      out.texts("runningUntil", runningUntil)
      out.optional("project", project)
      out.optional("objection", objection)
      out.flag("isWinnersMissing", isWinnersMissing)
    }

    static let specimen = BlockerView(
      isNoticeMissing: true, runningUntil: ["2025-12-19"], project: .specimen, objection: .specimen,
      isWinnersMissing: true)
  }

  var chrome: Chrome
  /// First and last day of the notice; empty before there is one.
  var firstDay: String
  var lastDay: String
  var isOver: Bool
  var objections: [ObjectionView]
  var openCount: Int
  var blockers: [BlockerView]
  var seals: [SealView]
  var years: [LinkView]

  func fill(_ out: inout Filler) {
    chrome.fill(&out)
    out.text("firstDay", firstDay)
    out.text("lastDay", lastDay)
    out.flag("hasNotice", !firstDay.isEmpty)
    out.flag("isOver", isOver)
    out.list("objections", objections)
    out.flag("hasObjections", !objections.isEmpty)
    out.text("objectionCount", objections.count)
    out.text("openCount", openCount)
    out.flag("hasOpen", openCount > 0)
    out.list("blockers", blockers)
    out.flag("hasBlockers", !blockers.isEmpty)
    out.text("blockerCount", blockers.count)
    out.list("seals", seals)
    out.flag("hasSeals", !seals.isEmpty)
    out.list("years", years)
  }

  static let template = "notice"
  static let specimen = NoticePage(
    chrome: .specimen, firstDay: "2025-12-08", lastDay: "2025-12-19", isOver: true, objections: [.specimen],
    openCount: 1,
    blockers: [.specimen], seals: [.specimen], years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.indices.map { year in
      let path = Address.notice(context.ledger.years[year].year)
      return plan(path) { context.noticePage(year, path) }
    }
  }
}

extension SiteContext {
  fileprivate func noticePage(_ year: Int, _ path: String) -> NoticePage {
    let book = ledger.years[year]
    return NoticePage(
      chrome: chrome(path, title: Words.notice(book.year), year: year, section: .honors),
      firstDay: book.notice?.first.description ?? "", lastDay: book.notice?.last.description ?? "",
      isOver: book.notice.map { $0.last < ledger.asOf } ?? false,
      objections: book.objections.map { objection($0, year) },
      openCount: book.objections.count { $0.isOpen(on: ledger.asOf) },
      blockers: scorebook.years[year].blockers.map { blocker($0, year) }, seals: seals(year),
      years: yearLinks(current: year, Address.notice))
  }

  private func objection(_ objection: Objection, _ year: Int) -> NoticePage.ObjectionView {
    let subject =
      switch objection.subject {
      case .member(let member): memberLink(member, year)
      case .branch(let branch): branchLink(branch, year)
      }
    return NoticePage.ObjectionView(
      id: objection.id, kind: Words.objection(objection.kind), subject: subject, raisedBy: objection.raisedBy,
      raisedOn: objection.raisedOn.description, text: objection.text,
      record: objection.record.map { [citation($0)] } ?? [],
      answer: objection.finding.map {
        .init(outcome: Words.outcome($0.outcome), by: $0.by, on: $0.on.description, text: $0.text)
      })
  }

  private func blocker(_ blocker: Blocker, _ year: Int) -> NoticePage.BlockerView {
    let book = ledger.years[year]
    return switch blocker {
    case .noticeMissing: .init(isNoticeMissing: true)
    case .noticeRunning(let last): .init(runningUntil: [last.description])
    case .evaluation(let index):
      .init(
        project: LinkView(
          href: "\(Address.projects(book.year))#\(book.projects[index].id)", text: book.projects[index].title))
    case .objection(let index):
      .init(
        objection: LinkView(
          href: "\(Address.notice(book.year))#\(book.objections[index].id)", text: book.objections[index].id))
    case .winnersMissing: .init(isWinnersMissing: true)
    }
  }
}
