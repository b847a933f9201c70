import Composing
import Reading
import Scoring
import Templating
import Wording

/// One work of the brand: what it is, and year by year the evidence that it is done.
struct WorkPage: Page {
  struct EvidenceRecord: Fillable {
    var date: String
    var member: LinkView
    var branch: String
    var item: String
    var note: String
    /// Where it stands, in words, and the whole path.
    var source: String
    var citation: String

    static let specimen = EvidenceRecord(
      date: "2025-09-06", member: LinkView(href: "2025/members/ding-ning.html", text: "丁宁"), branch: "环境监测",
      item: "活动参加", note: "柳渚河采样", source: "记录09第12行", citation: "years/2025/records/09.csv:12")
  }

  /// An activity or a project, with the branches that did it.
  struct Deed: Fillable {
    @WebAddress var href: String
    var title: String
    var date: String
    var branches: [LinkView]

    static let specimen = Deed(
      href: "2025/activities.html#a25-s07", title: "河道水质义务监测", date: "2025-09-06", branches: [.specimen])
  }

  struct YearEvidence: Fillable {
    var evidenceYear: Int
    var total: String
    var recordCount: String
    var welfareCount: String
    var activityCount: Int { activities.count }
    var projectCount: Int { projects.count }
    var storyCount: Int { stories.count }
    var activities: [Deed]
    var projects: [Deed]
    var stories: [StoryCard]
    var hasRecords: Bool { !records.isEmpty }
    var records: [EvidenceRecord]
    var shown: Int { records.count }
    /// How many records the page leaves out.
    @Unprinted var remaining: Int
    var hasMore: Bool { remaining > 0 }
    var isEmpty: Bool { total == "0" }
  }

  @Inlined var chrome: Chrome
  var title: String
  var numeral: String
  var pathway: String
  var brand: LinkView
  /// The year since which it is done, where the content says so.
  @Unprinted var firstYear: Int?
  var since: String { firstYear.map(String.init) ?? "" }
  var hasSince: Bool { firstYear != nil }
  var prose: [ProsePart]
  var evidence: [YearEvidence]
  var previous: LinkView?
  var next: LinkView?

  static let template = "work"
  static let specimen = WorkPage(
    chrome: .specimen, title: "河道水质义务监测", numeral: "五", pathway: "彰显责任", brand: .specimen,
    firstYear: 2014, prose: [.specimen],
    evidence: [
      YearEvidence(
        evidenceYear: 2025, total: "46", recordCount: "40", welfareCount: "4", activities: [.specimen],
        projects: [.specimen], stories: [.specimen], records: [.specimen], remaining: 20)
    ], previous: .specimen, next: .specimen)

  static func plans(_ context: SiteContext) -> [PagePlan] {
    let order = context.ledger.pathways.indices.flatMap { context.works(of: Ref($0)) }
    return order.indices.map { position in
      let path = Address.work(context.ledger.works[order[position]])
      return plan(path) {
        context.workPage(
          order[position], path, previous: position > 0 ? order[position - 1] : nil,
          next: position + 1 < order.count ? order[position + 1] : nil)
      }
    }
  }
}

extension SiteContext {
  fileprivate func workPage(
    _ ref: Ref<Work>, _ path: String, previous: Ref<Work>?, next: Ref<Work>?
  ) -> WorkPage {
    let work = ledger.works[ref]
    return WorkPage(
      chrome: chrome(path, title: work.title, year: currentYear, section: .brand), title: work.title,
      numeral: Words.numeral(Int(work.pathway.index) + 1), pathway: ledger.pathways[work.pathway].name,
      brand: LinkView(
        href: Address.brand(self[currentYear].ledger.year) + "#" + work.id, text: content.brand.name),
      firstYear: work.since,
      prose: prose(content.workTexts[Int(ref.index)], in: self.path(of: work), root: Address.root(of: path)),
      evidence: ledger.years.refs.reversed().map { workEvidence(ref, $0) }, previous: previous.map(workLink),
      next: next.map(workLink))
  }

  private func workEvidence(_ ref: Ref<Work>, _ year: Ref<YearLedger>) -> WorkPage.YearEvidence {
    let book = self[year].ledger
    let evidence = self[year].book.evidence[Int(ref.index)]
    let records = evidence.latestRecords.map { index in evidenceRecord(book.records[Int(index)], year) }
    return WorkPage.YearEvidence(
      evidenceYear: book.year, total: grouped(evidenceCount(ref, year)), recordCount: grouped(evidence.records),
      welfareCount: grouped(evidence.welfare),
      activities: evidence.activities.map { activity in
        let activity = book.activities[activity]
        return WorkPage.Deed(
          href: Address.activities(book.year) + "#" + activity.id, title: activity.title,
          date: activity.held?.description ?? activity.month.description,
          branches: activity.claims.map { branchLink($0.branch, year) })
      },
      projects: evidence.projects.map { project in
        let project = book.projects[project]
        return WorkPage.Deed(
          href: Address.projects(book.year) + "#" + project.id, title: project.title,
          date: project.stages.last?.on.description ?? "", branches: [branchLink(project.branch, year)])
      },
      stories: self[year].stories.byWork[Int(ref.index)].map { card(content.stories[$0]) },
      records: records, remaining: max(0, evidence.records - records.count))
  }

  private func evidenceRecord(_ record: Record, _ year: Ref<YearLedger>) -> WorkPage.EvidenceRecord {
    let branch = roster.membership(of: record.member, on: record.day)?.branch
    return WorkPage.EvidenceRecord(
      date: record.day.description, member: memberLink(record.member, year),
      branch: branch.map { roster.branches[$0].short } ?? "", item: self[year].ledger.rulebook.items[record.item].name,
      note: ledger.notes[Int(record.note)], source: source(record.place), citation: citation(record.place))
  }
}
