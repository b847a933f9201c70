import Addressing
import Reading
import Scoring
import Templating
import Theming
import Wording

/// The part of the site a page belongs to, for the mark in the main navigation.
package enum Section: String, CaseIterable, Fillable {
  case home, standings, branches, brand, stories, activities, honors, rulebook, about, search, tags, reports
  /// A page of the office's own.
  case own

  /// Each with the name of its flag, put together once and not for every page.
  private static let flags = allCases.map { (name: "in_\($0.rawValue)", section: $0) }

  package func fill(_ out: inout Filler) {
    for flag in Self.flags { out.flag(flag.name, flag.section == self) }
  }
}

/// What every page shows around its matter. Filled flat into the page, so that templates say `{{root}}`.
package struct Chrome: Fillable {
  /// From the page to the site's root.
  @WebAddress package var root: String
  package var siteTitle: String
  /// The Party brand, as the main navigation names it.
  package var brandName: String
  package var pageTitle: String
  /// Whose data this is.
  package var notice: String
  package var asOf: String
  /// The year the page speaks of.
  package var year: Int
  package var periodFirst: String
  package var periodLast: String
  @Inlined package var section: Section
  /// The main navigation.
  package var nav: [LinkView]
  /// What it leaves out, for the foot of the page.
  package var further: [LinkView]
  package var state: StateView
  /// The same in a line for paper: `公示稿，12-08至12-19，截至2025-12-11，非定稿`.
  package var stateWords: String
  package var rulebookTitle: String
  /// Whether this is the office's own edition.
  package var isOffice: Bool
  /// The page's whole address, where the site has a base address; none or one.
  @WebAddress package var canonical: [String]
  /// Whether the site carries its figures and Latin letters (`fonts.css`).
  package var hasFonts: Bool
  /// In place of the built-in mark; none or one.
  package var logo: LogoView?
  /// The site's icon from its root; none or one.
  @WebAddress package var favicon: [String]

  package static let specimen = Chrome(
    root: "../", siteTitle: "红色传感双积分", brandName: "红色传感", pageTitle: "2025年党员积分榜", notice: "人员与积分均为虚构",
    asOf: "2025-12-11", year: 2025,
    periodFirst: "2024-12-01", periodLast: "2025-11-30", section: .home,
    nav: [LinkView(href: "2025/standings/index.html", text: "积分榜", isCurrent: true)],
    further: [LinkView(href: "about.html", text: "关于")],
    state: .specimen,
    stateWords: "办公室内部版　草稿，尚未公示，截至2025-12-11", rulebookTitle: "2025年度积分标准", isOffice: true,
    canonical: ["https://example.org/points/2025/standings/index.html"], hasFonts: true, logo: .specimen,
    favicon: ["media/theme/icon.svg"])
}

/// 草稿, 公示 or 定稿, with its dates.
package struct StateView: Fillable {
  package struct Notice: Fillable {
    package var from: String
    package var to: String
    /// Working day of the notice the report's day is, and how many there are.
    package var day: Int
    package var days: Int
  }
  package struct Final: Fillable {
    package var signedBy: String
    package var on: String
  }
  package var isDraft: Bool
  package var notice: Notice?
  package var final: Final?

  package static let specimen = StateView(
    isDraft: true, notice: Notice(from: "12-08", to: "12-19", day: 4, days: 10),
    final: Final(signedBy: "公司党委", on: "2025-12-27"))
}

extension SiteContext {
  /// - Parameter own: of a page of the office's own: the pages above it and itself, by number.
  package func chrome(
    _ path: String, title: String, year: Ref<YearLedger>, section: Section, own: [Int] = []
  ) -> Chrome {
    let book = self[year].ledger
    let (nav, further) = navigation(at: path, year: year, section, own)
    return Chrome(
      root: Address.root(of: path), siteTitle: content.site.title, brandName: content.brand.name,
      pageTitle: title, notice: content.site.notice,
      asOf: ledger.asOf.description,
      year: book.year, periodFirst: book.period.first.description, periodLast: book.period.last.description,
      section: section, nav: nav, further: further, state: state(book),
      stateWords: Words.standing(of: book.state, asOf: ledger.asOf, isOffice: audience == .office),
      rulebookTitle: book.rulebook.title, isOffice: audience == .office,
      canonical: content.site.baseAddress.map { [$0 + SitePath(path).address] } ?? [],
      hasFonts: content.hasFonts, logo: LogoView(content.site.theme),
      favicon: content.site.theme?.favicon.map { [Address.asset($0)] } ?? [])
  }

  private func state(_ book: YearLedger) -> StateView {
    switch book.state {
    case .draft: StateView(isDraft: true)
    case .notice(let from, let to):
      StateView(
        isDraft: false,
        notice: .init(
          from: from.monthDay, to: to.monthDay, day: workingDays(from, min(to, ledger.asOf)),
          days: workingDays(from, to)))
    case .final(let signedBy, let on): StateView(isDraft: false, final: .init(signedBy: signedBy, on: on.description))
    }
  }

  /// Mondays to Fridays from `first` to `last`, both included; 0 when the notice hasn't begun.
  private func workingDays(_ first: Day, _ last: Day) -> Int {
    guard first <= last else { return 0 }
    return (first.ordinal...last.ordinal).count { Day(ordinal: $0).weekday < 5 }
  }
}
