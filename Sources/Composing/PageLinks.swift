import Reading
import Scoring

extension SiteContext {
  /// Whether a member has a page in a year: a stay in it, or points from it.
  package func hasAccount(_ member: Ref<Member>, _ year: Ref<YearLedger>) -> Bool {
    let period = self[year].ledger.period
    return roster.memberships[Int(member.index)].contains {
      $0.from <= period.last && period.first <= ($0.to ?? period.last)
    } || !self[year].book.awards(of: member).isEmpty
  }

  /// The same page of every year, newest first.
  package func yearLinks(current: Ref<YearLedger>, _ address: (Int) -> String) -> [LinkView] {
    ledger.years.refs.reversed().map {
      LinkView(href: address(self[$0].ledger.year), text: "\(self[$0].ledger.year)", isCurrent: $0 == current)
    }
  }

  package func branchLink(_ branch: Ref<Branch>, _ year: Ref<YearLedger>) -> LinkView {
    LinkView(href: Address.branch(roster.branches[branch], self[year].ledger.year), text: roster.branches[branch].name)
  }

  /// The same branch over all years, whichever of them somebody was in it.
  package func branchYearsLink(_ branch: Ref<Branch>) -> LinkView {
    LinkView(href: Address.years(of: roster.branches[branch]), text: roster.branches[branch].name)
  }

  package func memberLink(_ member: Ref<Member>, _ year: Ref<YearLedger>) -> LinkView {
    LinkView(
      href: Address.member(roster.members[member], self[year].ledger.year), text: roster.members[member].name)
  }

  /// A member's page of that year; `nil` for somebody who had no account then.
  package func accountLink(_ member: Ref<Member>, _ year: Ref<YearLedger>) -> LinkView? {
    hasAccount(member, year) ? memberLink(member, year) : nil
  }

  /// A project among those of its year.
  /// - Parameter index: into the year's projects.
  func projectLink(_ index: Int, _ year: Ref<YearLedger>) -> LinkView {
    let (number, project) = (self[year].ledger.year, self[year].ledger.projects[index])
    return LinkView(href: "\(Address.projects(number))#\(project.id)", text: project.title)
  }

  package func workLink(_ work: Ref<Work>) -> LinkView {
    LinkView(href: Address.work(ledger.works[work]), text: ledger.works[work].title)
  }
}

extension ProjectResult {
  /// What it was graded with; none or one.
  var grade: [String] { if case .graded(let grade, _) = state { ["\(grade)"] } else { [] } }
}
