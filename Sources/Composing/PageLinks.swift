import Reading
import Scoring

extension SiteContext {
  /// Whether a member has a page in a year: a stay in it, or points from it.
  package func hasAccount(_ member: Ref<Member>, _ year: Int) -> Bool {
    let period = ledger.years[year].period
    return roster.memberships[Int(member.index)].contains {
      $0.from <= period.last && period.first <= ($0.to ?? period.last)
    } || !scorebook.years[year].awards(of: member).isEmpty
  }

  /// The same page of every year, newest first.
  package func yearLinks(current: Int, _ address: (Int) -> String) -> [LinkView] {
    ledger.years.indices.reversed().map {
      LinkView(href: address(ledger.years[$0].year), text: "\(ledger.years[$0].year)", isCurrent: $0 == current)
    }
  }

  package func branchLink(_ branch: Ref<Branch>, _ year: Int) -> LinkView {
    LinkView(href: Address.branch(roster.branches[branch], ledger.years[year].year), text: roster.branches[branch].name)
  }

  package func memberLink(_ member: Ref<Member>, _ year: Int) -> LinkView {
    LinkView(
      href: Address.member(roster.members[member], ledger.years[year].year), text: roster.members[member].name)
  }

  /// A member's page of that year; `nil` for somebody who had no account then.
  package func accountLink(_ member: Ref<Member>, _ year: Int) -> LinkView? {
    hasAccount(member, year) ? memberLink(member, year) : nil
  }

  package func workLink(_ work: Ref<Work>) -> LinkView {
    LinkView(href: Address.work(ledger.works[work]), text: ledger.works[work].title)
  }
}
