import Composing
import Diagnostics
import Disk
import Grouping
import Loading
import Pages
import Reading
import Rendering
import Reports
import Scoring
import Texts

/// The companies of a group, visited one after another: what is kept of each are its figures.
struct GroupWalk {
  let source: GroupSource
  let order: GroupOrder
  /// To read projects for that leave it open.
  let day: Day?
  let profile: SiteProfile
  let output: String
  private var companies: [GroupCompanyFigures] = []
  private(set) var mistaken = 0

  init(source: GroupSource, order: GroupOrder, day: Day?, profile: SiteProfile, output: String) {
    self.source = source
    self.order = order
    self.day = day
    self.profile = profile
    self.output = output
  }

  /// - Parameter write: is handed the site of each company that stands below the group's, with its project, until one has
  ///   an error; answers which pictures of it couldn't be decoded.
  mutating func visitAll(
    tell: (FolderFindings) -> Void, write: (OutputPlan, String) throws -> Set<String>
  ) throws {
    for company in order.companies {
      let visit = try visit(company)
      var diagnostics = visit.found.open
      if let plan = visit.plan, let figures = visit.figures {
        companies.append(GroupCompanyFigures(order: company, figures: figures))
        if mistaken == 0, company.url == nil {
          let below = plan.below(company.id)
          let damaged = try write(below, source.path(of: company))
          diagnostics += undrawn(
            damaged, of: below, in: visit.tree, on: visit.day, told: diagnostics + visit.found.acknowledged)
        }
      } else {
        mistaken += 1
      }
      tell(
        FolderFindings(
          folder: visit.folder, tree: visit.tree, diagnostics: diagnostics.inReadingOrder(),
          acknowledged: visit.found.acknowledged.count))
    }
  }

  private struct Visit {
    let folder: String
    let tree: SourceTree
    /// It was read for; `nil` where it names its own.
    let day: Day?
    let found: SettledFindings
    /// `nil` with an error among what was found.
    let plan: OutputPlan?
    let figures: CompanyFigures?
  }

  private func visit(_ company: GroupCompany) throws -> Visit {
    let project = source.path(of: company)
    var (tree, loading) = try loadSource(project: project, pool: Threads())
    let day = siteHead(of: tree)?.rule == .daily ? day : nil
    let isBelow = company.url == nil
    let place = GroupPlace(
      base: company.base(in: order), above: LinkView(href: "../index.html", text: order.shownTitle))
    let last = isBelow ? Holdings(published: "\(output)/\(company.id)") : nil
    var figures: CompanyFigures?
    let (plan, laying) = layOut(
      &tree, on: day, audience: profile.audience, since: last, at: isBelow ? place : nil,
      composed: { figures = CompanyFigures($0) })
    let found = settle(loading + laying, in: tree, on: day, extent: isBelow ? .publication : .allStages)
    return Visit(
      folder: project.ends(with: "/") ? project : project + "/",
      tree: regaining(tree, for: found.open, project: project), day: day, found: found,
      plan: found.open.hasErrors ? nil : plan, figures: figures)
  }

  /// All companies together; `nil` with an error in any, which was told.
  @discardableResult
  mutating func finish(tell: (FolderFindings) -> Void) -> GroupContext? {
    let group = GroupContext(
      order: order, companies: companies, isOffice: profile == .office, tree: source.tree)
    let clashes = group.nameMistakes
    if !clashes.isEmpty {
      tell(source.findings(clashes))
      mistaken += 1
    }
    return mistaken == 0 ? group : nil
  }
}
