import Composing
import Reading
import Scoring
import Templating
import Wording

/// The brand in one picture: pathways, works, and the evidence each has in the year (S3).
struct BrandPage: Page {
  struct WorkLine: Fillable {
    var id: String
    @WebAddress var href: String
    var title: String
    /// How many days have evidence.
    var days: String
    var count: String
    /// Day of the latest evidence, `2025-09-06`; empty without any.
    var latest: String
    var latestDay: String
    var hasEvidence: Bool { !latest.isEmpty }
  }

  struct PathwayColumn: Fillable {
    var numeral: String
    var name: String
    var summary: String
    var works: [WorkLine]
    var workCount: Int { works.count }
    var days: String
    var evidence: String
  }

  @Inlined var chrome: Chrome
  var brand: String
  /// A year; empty where it isn't said.
  var since: String
  var hasSince: Bool { !since.isEmpty }
  var why: String
  var workTotal: Int
  var pathwayTotal: Int
  var evidenceTotal: String
  var hasWorks: Bool { workTotal > 0 }
  /// Days with evidence of the work that has the most; none without any.
  var most: [String]
  /// Works with at most as many days as a work that happens once or twice a year.
  var fewCount: Int
  var hasFew: Bool { fewCount > 0 }
  var radial: WorkSpectrum
  var profileChart: ChartView?
  var pathways: [PathwayColumn]
  var hasSilent: Bool { !silent.isEmpty }
  var silentCount: Int { silent.count }
  var silent: [LinkView]
  var years: [LinkView]

  /// As many days as what happens once in a while has.
  fileprivate static let few = 5
  static let template = "brand"
  static let specimen = BrandPage(
    chrome: .specimen, brand: "红色传感", since: "2014", why: "公司的核心技术都是传感。", workTotal: 53, pathwayTotal: 5,
    evidenceTotal: "1,359", most: ["263"], fewCount: 29, radial: .specimen, profileChart: .specimen,
    pathways: [
      PathwayColumn(
        numeral: "五", name: "彰显责任", summary: "把仪器带到河边。",
        works: [
          WorkLine(
            id: "w508", href: "works/w508.html", title: "河道水质义务监测", days: "2", count: "46", latest: "2025-09-06",
            latestDay: "09-06")
        ], days: "283", evidence: "234")
    ], silent: [.specimen], years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.brand(context[year].ledger.year)
      return plan(path, from: .heads) { context.brandPage(year, path) }
    }
  }
}

extension SiteContext {
  fileprivate func brandPage(_ year: Ref<YearLedger>, _ path: String) -> BrandPage {
    let counts = ledger.works.indices.map { evidenceCount(Ref($0), year) }
    let days = ledger.works.indices.map { evidenceDays(Ref($0), year) }
    let columns = ledger.pathways.indices.map { pathway in
      (pathway, works(of: Ref(pathway)))
    }
    return BrandPage(
      chrome: chrome(path, title: "\(content.brand.name) \(self[year].ledger.year)", year: year, section: .brand),
      brand: content.brand.name, since: content.brand.since.map { "\($0)" } ?? "", why: content.brand.why,
      workTotal: ledger.works.count,
      pathwayTotal: ledger.pathways.count, evidenceTotal: grouped(counts.reduce(0, +)),
      most: days.max().flatMap { $0 > 0 ? [grouped($0)] : nil } ?? [],
      fewCount: days.count { (1...BrandPage.few).contains($0) },
      radial: WorkSpectrum(
        columns.map { pathway, works in
          WorkSpectrum.Sector(
            name: ledger.pathways[pathway].name, numeral: Words.numeral(pathway + 1),
            works: works.map {
              .init(href: Address.work(ledger.works[$0]), title: ledger.works[$0].title, days: days[Int($0.index)])
            })
        }), profileChart: pathwayChart(year),
      pathways: columns.map { pathway, works in
        BrandPage.PathwayColumn(
          numeral: Words.numeral(pathway + 1), name: ledger.pathways[pathway].name,
          summary: ledger.pathways[pathway].summary,
          works: works.map {
            let (work, count) = (ledger.works[$0], counts[Int($0.index)])
            let latest = latestEvidence($0, year)
            return BrandPage.WorkLine(
              id: work.id, href: Address.work(work), title: work.title, days: grouped(days[Int($0.index)]),
              count: grouped(count),
              latest: latest?.description ?? "", latestDay: latest?.monthDay ?? "")
          }, days: grouped(works.reduce(0) { $0 + days[Int($1.index)] }),
          evidence: grouped(works.reduce(0) { $0 + counts[Int($1.index)] }))
      }, silent: ledger.works.indices.filter { counts[$0] == 0 }.map { workLink(Ref($0)) },
      years: yearLinks(current: year, Address.brand))
  }
}
