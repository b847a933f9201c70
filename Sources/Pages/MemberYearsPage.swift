import Composing
import Reading
import Scoring
import Templating
import Wording

/// A member over all years. Its address belongs to no year; every figure on it leads to the page of its own.
struct MemberYearsPage: Page {
  @Inlined var chrome: Chrome
  @Inlined var history: MemberHistory
  /// Her page of each year, newest first.
  var links: [LinkView]
  var downloads: DownloadsView

  static let template = "member-years"
  static let specimen = MemberYearsPage(chrome: .specimen, history: .specimen, links: [.specimen], downloads: .specimen)

  static func plans(_ context: SiteContext) -> [PagePlan] {
    let measures = context.yearMeasures()
    return context.roster.members.refs.compactMap { member in
      guard !context.years(of: member).isEmpty else { return nil }
      let path = Address.years(of: context.roster.members[member])
      return plan(path, from: .heads, DownloadsView(of: path)) {
        guard let history = context.memberHistory(member, measures) else { preconditionFailure("no account at all") }
        return history
      } page: {
        context.memberYearsPage(member, $0, path)
      } report: {
        context.report(Words.history($0.name), years: $0.data)
      }
    }
  }
}

extension SiteContext {
  fileprivate func memberYearsPage(_ member: Ref<Member>, _ history: MemberHistory, _ path: String)
    -> MemberYearsPage
  {
    MemberYearsPage(
      chrome: chrome(path, title: Words.history(history.name), year: currentYear, section: .standings),
      history: history, links: years(of: member).reversed().map { yearLink(member, $0) },
      downloads: DownloadsView(of: path))
  }

  private func yearLink(_ member: Ref<Member>, _ year: Ref<YearLedger>) -> LinkView {
    let number = self[year].ledger.year
    return LinkView(href: Address.member(roster.members[member], number), text: "\(number)")
  }
}
