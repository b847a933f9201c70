import Addressing
import Composing
import Templating
import Wording

/// What every page of a group's site shows around its matter.
package struct GroupChrome: Fillable {
  /// From the page to the site's root.
  @WebAddress package var root: String
  package var siteTitle: String
  package var pageTitle: String
  package var notice: String
  package var asOf: String
  /// Whether this is the office's own edition.
  package var isOffice: Bool
  /// The page's whole address, where the site has a base address; none or one.
  @WebAddress package var canonical: [String]
  /// The years.
  package var nav: [LinkView]

  package static let specimen = GroupChrome(
    root: "../", siteTitle: "仪器集团双积分", pageTitle: "2025年", notice: "人员与积分均为虚构", asOf: "2025-12-11", isOffice: true,
    canonical: ["https://example.org/points/2025/index.html"],
    nav: [LinkView(href: "2025/index.html", text: "2025年", isCurrent: true)])
}

extension GroupContext {
  func chrome(_ path: String, title: String, year: Int?) -> GroupChrome {
    GroupChrome(
      root: Address.root(of: path), siteTitle: self.title, pageTitle: title, notice: order.notice,
      asOf: asOf.map { "\($0)" } ?? "", isOffice: isOffice,
      canonical: order.baseAddress.map { [$0 + SitePath(path).address] } ?? [], nav: yearLinks(year, GroupAddress.year))
  }

  /// - Parameter current: the year that the page speaks of.
  func yearLinks(_ current: Int?, _ address: (Int) -> String) -> [LinkView] {
    years.map { LinkView(href: address($0), text: GroupWords.year($0), isCurrent: $0 == current) }
  }
}
