import Addressing
import Composing
import Markup
import Reading
import Reporting
import Scoring
import Texts
import Wording

/// What can be found, by reference: a document is made when it is read into the index and again when it is written, so
/// that the texts of a large site are never held twice.
enum SearchItem: Equatable {
  case member(Ref<Member>, year: Ref<YearLedger>)
  case branch(Ref<Branch>)
  case unit(Ref<PartyUnit>, year: Ref<YearLedger>)
  case work(Ref<Work>)
  case activity(Int, year: Ref<YearLedger>)
  case project(Int, year: Ref<YearLedger>)
  case rule(Int, year: Ref<YearLedger>)
  case branchRule(Int, year: Ref<YearLedger>)
  case group(Int)
  case campaign(Int)
  case story(Int)
  case page(Int)
  case report(Int)

  var kind: SearchDocument.Kind {
    switch self {
    case .member: .member
    case .branch, .unit: .branch
    case .work: .work
    case .activity: .activity
    case .project: .project
    case .rule, .branchRule: .rule
    case .group: .group
    case .campaign: .campaign
    case .story: .story
    case .page, .report: .page
    }
  }
}

extension SiteContext {
  /// By kind; within one, the order of results that match alike: names by pinyin, everything dated from new to old.
  func searchItems() -> [SearchItem] {
    let newest = Array(ledger.years.refs.reversed())
    var items: [SearchItem] = []
    // Worked out once a member, not at every comparison.
    let names = roster.members.map { ($0.pinyin.plainPinyin, $0.key) }
    items += names.indices.sorted { names[$0] < names[$1] }.compactMap { index in
      newest.first { hasAccount(Ref(index), $0) }.map { .member(Ref(index), year: $0) }
    }
    items += roster.branches.indices.map { .branch(Ref($0)) }
    items += roster.levels.units.indices.compactMap { index in
      newest.first { self[$0].tree.units.contains(Ref(index)) }.map { .unit(Ref(index), year: $0) }
    }
    items += ledger.works.indices.map { .work(Ref($0)) }
    for year in newest { items += self[year].ledger.activities.indices.map { .activity($0, year: year) } }
    for year in newest { items += self[year].ledger.projects.indices.map { .project($0, year: year) } }
    items += rules(newest)
    items += content.groups.indices.map { .group($0) }
    items += content.campaigns.indices.map { .campaign($0) }
    items += content.stories.indices.map { .story($0) }
    items += content.ownPages.pages.indices.filter { content.ownPages.pages[$0].isFound }.map { .page($0) }
    items += answers.reports.indices.map { .report($0) }
    return items
  }

  /// Each rule once, as the last standard that has it puts it.
  private func rules(_ newest: [Ref<YearLedger>]) -> [SearchItem] {
    var items: [SearchItem] = []
    var (seen, seenOfBranches): (Set<String>, Set<String>) = ([], [])
    for year in newest {
      let book = self[year].ledger.rulebook
      items += book.items.indices.filter { seen.insert(book.items[$0].key).inserted }.map { .rule($0, year: year) }
      items += book.branchItems.indices.filter { seenOfBranches.insert(book.branchItems[$0].key).inserted }
        .map { .branchRule($0, year: year) }
    }
    return items
  }

  func searchDocument(_ item: SearchItem) -> SearchDocument {
    switch item {
    case .member(let member, let year): document(of: member, year)
    case .branch(let branch): document(of: branch)
    case .unit(let unit, let year): document(of: unit, year)
    case .work(let work):
      SearchDocument(
        title: ledger.works[work].title, href: Address.work(ledger.works[work]),
        notes: [ledger.pathways[ledger.works[work].pathway].name],
        lines: [content.workTexts[Int(work.index)].plainText])
    case .activity(let index, let year): activityDocument(index, year)
    case .project(let index, let year): projectDocument(index, year)
    case .rule(let index, let year):
      ruleDocument(
        self[year].ledger.rulebook.items[index], anchors: "", self[year].ledger.rulebook.memberFramework, year)
    case .branchRule(let index, let year):
      ruleDocument(
        self[year].ledger.rulebook.branchItems[index].rule, anchors: "branch-",
        self[year].ledger.rulebook.branchFramework, year)
    case .group(let index):
      SearchDocument(
        title: content.groups[index].name, href: Address.about + "#" + content.groups[index].id,
        notes: [roster.branches[content.groups[index].branch].name], lines: content.groups[index].pledges.map(\.text))
    case .campaign(let index):
      SearchDocument(
        title: content.campaigns[index].title, href: Address.campaign(content.campaigns[index]),
        lines: [content.campaigns[index].summary, content.campaigns[index].text.plainText])
    case .story(let index): document(of: content.stories[index])
    case .page(let index): document(ofPage: index)
    case .report(let index): document(of: answers.reports[index])
    }
  }

  private func document(of member: Ref<Member>, _ year: Ref<YearLedger>) -> SearchDocument {
    let person = roster.members[member]
    let branch = roster.membership(of: member, on: day(ofYear: year)).map { roster.branches[$0.branch].name }
    let offices = self[year].standing.offices[Int(member.index)].map { Words.duty($0.duty) }
    // A query is made the same: `ü` is `u`, and no tone marks.
    let words = person.pinyin.plainPinyin.parts(at: " ").map { String($0).pinyinKey }.joined(separator: " ")
    let readings = Pinyin.readings(words, count: person.name.hanCount)
    return SearchDocument(
      title: person.name, href: Address.member(person, self[year].ledger.year),
      pinyin: readings.map { $0.joined(separator: " ") }.joined(separator: "|"),
      notes: [branch ?? ""] + offices + (year == currentYear ? [] : [Words.year(self[year].ledger.year)]))
  }

  private func document(of branch: Ref<Branch>) -> SearchDocument {
    let (name, short) = (roster.branches[branch].name, roster.branches[branch].short)
    let secretary = secretaryOffice(of: branch, currentYear)
    return SearchDocument(
      title: name,
      href: Address.branch(roster.branches[branch], self[currentYear].ledger.year),
      notes: [secretary.map { Words.duty(.secretary) + roster.members[$0.member].name } ?? ""],
      lines: [name.contains(short) ? "" : short, secretary?.post ?? ""])
  }

  private func document(of unit: Ref<PartyUnit>, _ year: Ref<YearLedger>) -> SearchDocument {
    let (one, tree) = (roster.levels.units[unit], self[year].tree)
    return SearchDocument(
      title: one.name, href: Address.unit(one, self[year].ledger.year),
      notes: [Words.kind(one.kind)] + (year == currentYear ? [] : [Words.year(self[year].ledger.year)]),
      lines: [tree.branches(in: unit).map { roster.branches[$0].name }.joined(separator: "、")])
  }

  private func activityDocument(_ index: Int, _ year: Ref<YearLedger>) -> SearchDocument {
    let activity = self[year].ledger.activities[index]
    let result = self[year].book.activities[index]
    return SearchDocument(
      title: activity.title, href: Address.activities(self[year].ledger.year) + "#" + activity.id,
      notes: [result.isHeld ? activity.held?.description ?? "" : ""]
        + activity.claims.map { roster.branches[$0.branch].short },
      lines: [activity.override?.reason ?? "", result.isClaimed ? "" : activity.note])
  }

  private func projectDocument(_ index: Int, _ year: Ref<YearLedger>) -> SearchDocument {
    let project = self[year].ledger.projects[index]
    return SearchDocument(
      title: project.title, href: Address.projects(self[year].ledger.year) + "#" + project.id,
      notes: [roster.branches[project.branch].name, Words.year(self[year].ledger.year)],
      lines: [project.painPoint] + project.stages.map(\.evidence) + project.tasks.map(\.title)
        + project.followUps.map(\.text))
  }

  /// - Parameter prefix: of the anchors of the standard's items.
  private func ruleDocument(_ item: Item, anchors prefix: String, _ framework: Framework, _ year: Ref<YearLedger>)
    -> SearchDocument
  {
    let book = self[year].ledger
    let group = item.terms.group.map { [framework.groups[Int($0)].name] } ?? []
    return SearchDocument(
      title: item.name, href: Address.rulebook(book.year) + "#" + prefix + item.key,
      notes: [book.rulebook.title] + group, lines: [item.proof])
  }

  private func document(ofPage number: Int) -> SearchDocument {
    let (pages, trails) = (content.ownPages.pages, content.ownPages.trails)
    let page = pages[number]
    return SearchDocument(
      title: page.title, href: Address.link(to: page),
      notes: [page.day?.description ?? ""] + trails[number].map { pages[$0].title },
      lines: [page.summary, page.text.plainText])
  }

  private func document(of told: ToldReport) -> SearchDocument {
    SearchDocument(
      title: told.headline, href: SitePath(address(of: told)).address,
      notes: [Words.reports, told.report.title, name(of: told.scope)], lines: [told.summary, told.text.plainText])
  }

  private func document(of story: Story) -> SearchDocument {
    SearchDocument(
      title: story.title, href: Address.story(story),
      notes: [story.day.description, story.branch.map { roster.branches[$0].name } ?? ""],
      lines: [
        story.summary, story.text.plainText, story.picture?.caption ?? "", story.location,
        story.people.map { roster.members[$0].name }.joined(separator: "、"),
      ])
  }
}
