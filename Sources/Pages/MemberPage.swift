import Composing
import Reading
import Scoring
import Tables
import Templating

/// A member's account, with the way to her other years and its files.
struct MemberPage: Page {
  @Inlined var chrome: Chrome
  @Inlined var account: MemberAccount
  var years: [LinkView]
  /// Her page of all years; none where no year of hers has begun.
  @WebAddress var yearsHref: [String]
  var downloads: DownloadsView

  static let template = "member"
  static let specimen = MemberPage(
    chrome: .specimen, account: .specimen, years: [.specimen], yearsHref: ["members/zhou-jingyi.html"],
    downloads: .specimen)

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.flatMap { year in
      context.roster.members.indices.compactMap { index -> PagePlan? in
        let member = Ref<Member>(index)
        guard context.hasAccount(member, year) else { return nil }
        let person = context.roster.members[member]
        let path = Address.member(person, context[year].ledger.year)
        return plan(path, from: .heads, DownloadsView(of: path)) {
          context.account(of: member, year)
        } page: {
          context.memberPage(member, $0, year: year, path: path)
        } report: {
          context.report(person.name, year, [$0.section(byKind: true)])
        }
      }
    }
  }
}

extension SiteContext {
  fileprivate func memberPage(
    _ member: Ref<Member>, _ table: AccountTable, year: Ref<YearLedger>, path: String
  ) -> MemberPage {
    let person = roster.members[member]
    return MemberPage(
      chrome: chrome(path, title: person.name, year: year, section: .standings),
      account: memberAccount(member, table, year: year),
      years: ledger.years.refs.reversed().filter { hasAccount(member, $0) }.map {
        LinkView(
          href: Address.member(person, self[$0].ledger.year), text: "\(self[$0].ledger.year)", isCurrent: $0 == year)
      }, yearsHref: self.years(of: member).isEmpty ? [] : [Address.years(of: person)],
      downloads: DownloadsView(of: path))
  }
}
