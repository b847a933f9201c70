import Composing
import Markup
import Reading
import Scoring
import Templating
import Wording

/// Who keeps this ledger: company and committee with their timeline (S1), and the Party groups (S18).
struct AboutPage: Page {
  struct EventView: Fillable {
    /// Year or year and month, as precise as the source.
    var on: String
    var title: String
    var text: String
  }

  @Inlined var chrome: Chrome
  var company: String
  var committee: String
  var city: String
  var hasCity: Bool { !city.isEmpty }
  /// `2002年1月`, as precise as the source; empty where it isn't said.
  var founded: String
  var hasFounded: Bool { !founded.isEmpty }
  var listed: String
  var hasListed: Bool { !listed.isEmpty }
  var branchFounded: String
  var hasBranchFounded: Bool { !branchFounded.isEmpty }
  var committeeFounded: String
  var hasCommitteeFounded: Bool { !committeeFounded.isEmpty }
  var branchCount: Int
  var memberCount: Int
  var brand: String
  /// A year; empty where it isn't said.
  var brandSince: String
  var hasBrandSince: Bool { !brandSince.isEmpty }
  var prose: [ProsePart]
  var events: [EventView]
  var groups: [GroupView]

  static let template = "about"
  static let specimen = AboutPage(
    chrome: .specimen, company: "示例仪器公司", committee: "公司党委", city: "杭州", founded: "2002年1月", listed: "2011年4月",
    branchFounded: "2006年", committeeFounded: "2012年", branchCount: 16, memberCount: 412, brand: "红色传感",
    brandSince: "2014", prose: [.specimen],
    events: [EventView(on: "2011-04", title: "上市", text: "公司上市。")], groups: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    return [plan(Address.about) { context.aboutPage(Address.about) }]
  }
}

extension SiteContext {
  fileprivate func aboutPage(_ path: String) -> AboutPage {
    let organisation = content.organisation
    let day = ledger.asOf
    return AboutPage(
      chrome: chrome(path, title: content.aboutTitle, year: currentYear, section: .about),
      company: organisation.company, committee: organisation.committee, city: organisation.city,
      founded: organisation.founded.map(Words.date) ?? "", listed: organisation.listed.map(Words.date) ?? "",
      branchFounded: organisation.branchFounded.map(Words.date) ?? "",
      committeeFounded: organisation.committeeFounded.map(Words.date) ?? "", branchCount: roster.branches.count,
      memberCount: roster.members.indices.count { roster.membership(of: Ref($0), on: day) != nil },
      brand: content.brand.name, brandSince: content.brand.since.map { "\($0)" } ?? "",
      prose: prose(content.about, in: "content/about.md", root: Address.root(of: path)),
      events: organisation.timeline.map { AboutPage.EventView(on: $0.on, title: $0.title, text: $0.text) },
      groups: content.groups.map { groupView($0, currentYear) })
  }
}
