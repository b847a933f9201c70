import Composing
import Scoring
import Templating
import Texts
import Wording

/// A double page for a branch's meeting: what its page says, beside the year before.
struct PrintedBranchReport: PrintDocument {
  /// The same branch a year earlier.
  struct Before: Fillable {
    var year: Int
    @Inlined var row: BranchRow
    /// Per cent; none where nobody counted.
    var rate: [String]

    static let specimen = Before(year: 2024, row: .specimen, rate: ["93.3"])
  }

  /// A month's points of the branch's members, this year and the year before.
  struct Month: Fillable {
    var month: Int
    var now: String
    var earlier: String
  }

  struct Line: Fillable {
    @Inlined var posting: BranchAccount.Posting
    /// Its points with the two decimals of the column: a third of two points would need six.
    var counted: String
    var isRounded: Bool
    /// The record and the rule.
    var cited: String
    var clause: String

    static let specimen = BranchAccount.specimen.activityPart.map(PrintedBranchReport.line)
  }

  struct Report: Fillable {
    /// Units that begin with this branch, where reports go by unit: a page of its own for each.
    var opening: [UnitAccount]
    /// The branch's id: its pages are called by it.
    var id: String
    @Inlined var account: BranchAccount
    var before: Before?
    /// Both parts of the branch's points, each posting with where it is recorded, short.
    var activityLines: [Line]
    var rewardLines: [Line]
    /// Whether a figure of theirs isn't shown whole.
    var hasRoundedPoints: Bool { (activityLines + rewardLines).contains(where: \.isRounded) }
    var months: [Month]
    /// Decisions against the points that concern the branch's members.
    var overrides: [OverrideView]
    /// Whether the type is set smaller, so that a busy branch keeps to its two pages.
    var isDense: Bool
  }

  @Inlined var chrome: Chrome
  var reports: [Report]

  static let template = "print/branch-report"
  static let specimen = PrintedBranchReport(
    chrome: .specimen,
    reports: [
      Report(
        opening: [.specimen], id: "b07", account: .specimen, before: .specimen, activityLines: Line.specimen,
        rewardLines: Line.specimen,
        months: [Month(month: 3, now: "212.50", earlier: "198.00")],
        overrides: [.specimen], isDense: true)
    ])
}

extension PrintedBranchReport {
  fileprivate static func line(_ posting: BranchAccount.Posting) -> Line {
    Line(
      posting: posting, counted: posting.exact.shown, isRounded: posting.exact != posting.exact.rounded(decimals: 2),
      cited: CitedPlace(posting.record).map(Words.shortSource) ?? posting.record,
      clause: CitedPlace(posting.rule).map(Words.shortSource) ?? posting.rule)
  }

  var sheets: [Sheet] {
    reports.flatMap { report in
      report.opening.map { Sheet("u-\($0.id)", $0.name) }
        + [Sheet("b-\(report.id)", report.account.name, isCounted: reports.count > 1)]
    }
  }
}

extension PrintPlan {
  /// A double page a branch; of all branches where none is named, unit after unit.
  package static func branchReport(_ context: SiteContext, year: Ref<YearLedger>, branch: Ref<Branch>?) -> PrintPlan {
    let named = branch.map { context.roster.branches[$0] }
    return branchReport(context, year: year, id: named?.id, name: named?.name ?? "") {
      branch.map { [([], $0)] } ?? context[year].tree.walk(nil)
    }
  }

  /// A page of a unit, and the double pages of its branches.
  package static func unitReport(_ context: SiteContext, year: Ref<YearLedger>, unit: Ref<PartyUnit>) -> PrintPlan {
    let named = context.roster.levels.units[unit]
    return branchReport(context, year: year, id: named.id, name: named.name) { context[year].tree.walk(unit) }
  }

  private static func branchReport(
    _ context: SiteContext, year: Ref<YearLedger>, id: String?, name: String,
    _ walk: @escaping @Sendable () -> [(opening: [Ref<PartyUnit>], branch: Ref<Branch>)]
  ) -> PrintPlan {
    let number = context[year].ledger.year
    return PrintedBranchReport.plan(["branch-report", "\(number)", id].compactMap(\.self).joined(separator: "-")) {
      PrintedBranchReport(
        chrome: context.paperChrome(title: Words.branchReport(name, number), year: year),
        reports: walk().map { context.branchReport($0.branch, opening: $0.opening, year) })
    }
  }
}

extension SiteContext {
  fileprivate func branchReport(
    _ ref: Ref<Branch>, opening units: [Ref<PartyUnit>], _ year: Ref<YearLedger>
  ) -> PrintedBranchReport.Report {
    var account = branchAccount(ref, year: year)
    account.chart = account.chart?.faced
    let before = year.previous.flatMap { before in
      branchRows(before, me: ref).first { $0.isMe }.map {
        row -> PrintedBranchReport.Before in
        let rate = self[before].book.welfare.branches[Int(ref.index)].perMille
        return .init(year: self[before].ledger.year, row: row, rate: rate.map { [tenths($0)] } ?? [])
      }
    }
    // By calendar month: the year before may have begun in another.
    let earlier = Dictionary(
      (year.previous.map { self[$0].months[Int(ref.index)] } ?? []).map { ($0.month, $0.total) },
      uniquingKeysWith: { $1 })
    return PrintedBranchReport.Report(
      opening: units.map { unit in
        var account = unitAccount(unit, year: year)
        account.chart = account.chart?.faced
        return account
      }, id: roster.branches[ref].id, account: account, before: before,
      activityLines: account.activityPart.map(PrintedBranchReport.line),
      rewardLines: account.rewardPart.map(PrintedBranchReport.line),
      months: self[year].months[Int(ref.index)].map { month in
        let before = YearMonth(year: month.month.year - 1, month: month.month.month).flatMap { earlier[$0] }
        return .init(month: month.month.month, now: month.total.orDash, earlier: before?.orDash ?? "–")
      }, overrides: overrides(year, in: ref),
      isDense: max(account.activityPart.count, account.rewardPart.count) + account.five.count > 18
        || account.activities.count + 2 * account.projects.count > 16)
  }
}
