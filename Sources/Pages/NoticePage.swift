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
    var finding: String
  }

  struct ObjectionView: Fillable {
    var id: String
    var kind: String
    var subject: LinkView
    var raisedBy: String
    /// Whether a branch speaks of itself: its name isn't said twice.
    var isOwn: Bool { raisedBy == subject.text }
    var raisedOn: String
    var claim: String
    /// Where the disputed record stands; none for a missing one.
    var record: DisputedRecord?
    var answer: Finding?

    static let specimen = ObjectionView(
      id: "o25-01", kind: "错记", subject: .specimen, raisedBy: "同支部党员", raisedOn: "2025-12-09",
      claim: "签到表上是2学时，账上记了3学时。", record: .specimen,
      answer: Finding(outcome: "成立", by: "党委组织组", on: "2025-12-10", finding: "已记更正减1学时。"))
  }

  /// Where it stands, in words, and the whole path.
  struct DisputedRecord: Fillable {
    var source: String
    var citation: String

    static let specimen = DisputedRecord(source: "记录b05-q4第12行", citation: "years/2025/records/b05-q4.csv:12")
  }

  /// One thing that keeps the year from being final; which one is a flag or an optional.
  struct BlockerView: Fillable {
    var isNoticeMissing = false
    var runningUntil: [String] = []
    var project: LinkView?
    var objection: LinkView?
    var isWinnersMissing = false

    static let specimen = BlockerView(
      isNoticeMissing: true, runningUntil: ["2025-12-19"], project: .specimen, objection: .specimen,
      isWinnersMissing: true)
  }

  @Inlined var chrome: Chrome
  /// First and last day of the notice; empty before there is one.
  var firstDay: String
  var lastDay: String
  var hasNotice: Bool { !firstDay.isEmpty }
  var isOver: Bool
  var objections: [ObjectionView]
  var hasObjections: Bool { !objections.isEmpty }
  var objectionCount: Int { objections.count }
  var openCount: Int
  var hasOpen: Bool { openCount > 0 }
  var blockers: [BlockerView]
  var hasBlockers: Bool { !blockers.isEmpty }
  var blockerCount: Int { blockers.count }
  var seals: [SealView]
  var hasSeals: Bool { !seals.isEmpty }
  var years: [LinkView]
  var downloads: DownloadsView

  static let template = "notice"
  static let specimen = NoticePage(
    chrome: .specimen, firstDay: "2025-12-08", lastDay: "2025-12-19", isOver: true, objections: [.specimen],
    openCount: 1,
    blockers: [.specimen], seals: [.specimen], years: [.specimen], downloads: .specimen)

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.notice(context[year].ledger.year)
      return plan(path, from: .heads, DownloadsView(withWorkbookOf: path)) {
        year
      } page: {
        context.noticePage($0, path)
      } report: {
        context.report(Words.notice(context[$0].ledger.year), $0, context.noticeSections($0))
      }
    }
  }
}

extension SiteContext {
  fileprivate func noticePage(_ year: Ref<YearLedger>, _ path: String) -> NoticePage {
    let book = self[year].ledger
    return NoticePage(
      chrome: chrome(path, title: Words.notice(book.year), year: year, section: .honors),
      firstDay: book.notice?.first.description ?? "", lastDay: book.notice?.last.description ?? "",
      isOver: book.notice.map { $0.last < ledger.asOf } ?? false,
      objections: book.objections.map { objection($0, year) },
      openCount: book.objections.count { $0.isOpen(on: ledger.asOf) },
      blockers: self[year].book.blockers.map { blocker($0, year) }, seals: seals(year),
      years: yearLinks(current: year, Address.notice), downloads: DownloadsView(withWorkbookOf: path))
  }

  private func objection(_ objection: Objection, _ year: Ref<YearLedger>) -> NoticePage.ObjectionView {
    let subject =
      switch objection.subject {
      case .member(let member): memberLink(member, year)
      case .branch(let branch): branchLink(branch, year)
      }
    return NoticePage.ObjectionView(
      id: objection.id, kind: Words.objection(objection.kind), subject: subject, raisedBy: objection.raisedBy,
      raisedOn: objection.raisedOn.description, claim: objection.text,
      record: objection.record.map { .init(source: source($0), citation: citation($0)) },
      answer: objection.finding.map {
        .init(outcome: Words.outcome($0.outcome), by: $0.by, on: $0.on.description, finding: $0.text)
      })
  }

  private func blocker(_ blocker: Blocker, _ year: Ref<YearLedger>) -> NoticePage.BlockerView {
    let book = self[year].ledger
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
