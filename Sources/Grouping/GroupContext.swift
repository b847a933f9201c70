import Composing
import Addressing
import Scoring
import Texts
import Wording

/// A company with its figures, as the group's pages name it.
package struct GroupCompanyFigures: Sendable {
  package let order: GroupCompany
  package let figures: CompanyFigures

  package init(order: GroupCompany, figures: CompanyFigures) {
    self.order = order
    self.figures = figures
  }

  package var name: String {
    [order.name, order.short].first { !$0.isEmpty } ?? figures.company
  }
  package var short: String { order.short.isEmpty ? name : order.short }

  package func year(_ year: Int) -> YearFigures? { figures.years.first { $0.year == year } }

  /// The address of a page of its own site.
  /// - Parameter root: from the page that leads there to the root of the group's site.
  func address(_ path: String, from root: String) -> String {
    (order.url ?? root + SitePath(order.id).address + "/") + path
  }
}

/// What the pages of a group's site are composed from.
package struct GroupContext: Sendable {
  package let order: GroupOrder
  /// In the order's order.
  package let companies: [GroupCompanyFigures]
  package let isOffice: Bool
  /// Files of `templates/`, the program's and the group's own.
  let tree: SourceTree

  package init(order: GroupOrder, companies: [GroupCompanyFigures], isOffice: Bool, tree: SourceTree) {
    self.order = order
    self.companies = companies
    self.isOffice = isOffice
    self.tree = tree
  }

  package var title: String { order.shownTitle }
  /// Years that at least one company has, newest first.
  package var years: [Int] { Set(companies.flatMap { $0.figures.years.map(\.year) }).sorted(by: >) }
  /// The newest of the years that the companies' own sites speak of.
  package var currentYear: Int { companies.map(\.figures.currentYear).max() ?? years.first ?? 0 }
  package var asOf: Day? { companies.first?.figures.asOf }

  /// Of a year, the sum of what every company counted.
  package func sum(_ measure: Measure, _ year: Int) -> Figure {
    let figures = companies.compactMap { $0.year(year)?[measure] }
    return Figure(
      figures.reduce(0) { $0 + $1.numerator }, of: figures.reduce(0) { $0 + $1.denominator }, as: measure.form)
  }
}

extension GroupOrder {
  package var shownTitle: String { title.isEmpty ? GroupWords.title : title }
}

extension GroupCompany {
  /// Where its site stands, for what needs whole addresses; `nil` where nobody knows.
  package func base(in order: GroupOrder) -> String? {
    url ?? order.baseAddress.map { $0 + SitePath(id).address + "/" }
  }
}

extension Measure {
  /// The page of the company's site that shows both counts, from its root.
  func source(_ year: Int) -> String {
    switch self {
    case .welfare: Address.welfare(year)
    case .works: Address.brand(year)
    case .activities: Address.activities(year)
    case .participation, .stories, .records, .late: "\(Address.years)#y\(year)"
    }
  }
}

/// Pages of the group's own.
enum GroupAddress {
  static let home = "index.html"
  static func year(_ year: Int) -> String { "\(year)/index.html" }
  static func measure(_ measure: Measure, _ year: Int) -> String { "\(year)/\(measure.rawValue).html" }
}
