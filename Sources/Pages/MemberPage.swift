import Composing
import Reading
import Scoring
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
        let path = Address.member(context.roster.members[member], context[year].ledger.year)
        return plan(path) { context.memberPage(member, year: year, path: path) }
      }
    }
  }
}

extension SiteContext {
  fileprivate func memberPage(_ member: Ref<Member>, year: Ref<YearLedger>, path: String) -> MemberPage {
    let person = roster.members[member]
    return MemberPage(
      chrome: chrome(path, title: person.name, year: year, section: .standings),
      account: memberAccount(member, year: year),
      years: ledger.years.refs.reversed().filter { hasAccount(member, $0) }.map {
        LinkView(
          href: Address.member(person, self[$0].ledger.year), text: "\(self[$0].ledger.year)", isCurrent: $0 == year)
      }, yearsHref: self.years(of: member).isEmpty ? [] : [Address.years(of: person)],
      downloads: DownloadsView(of: path))
  }
}
