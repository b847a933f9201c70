import Reading
import Reporting
import Scoring
import Texts
import Wording

/// What a page is composed from: the content and its scores, both immutable, with the few look-ups pages share.
///
/// A class, since every page's plan holds it: to copy ten references a page took a tenth of a build.
package final class SiteContext: Sendable {
  package let content: Content
  package let scorebook: Scorebook
  package let audience: Audience
  package let pool: any WorkPool
  /// The way up, where the site stands below that of a group: from the site's root.
  package let above: LinkView?
  /// In the ledger's order.
  package let years: [SiteYear]
  /// How places of records and rules are told.
  package let citations: Citations
  package let storyLinks: StoryLinks
  package let tags: TagIndex
  /// What the edition's reports tell; nothing before they were asked.
  package let answers: ReportAnswers

  /// - Parameter earlier: a context of the same ledger, scorebook and audience, whose figures of the years hold; of its
  ///   content the texts may be others.
  package init(
    content: Content, scorebook: Scorebook, audience: Audience = .intranet, above: LinkView? = nil,
    after earlier: SiteContext? = nil, pool: any WorkPool = OneByOne()
  ) {
    self.content = content
    self.scorebook = scorebook
    self.audience = audience
    self.above = above
    self.pool = pool
    citations = Citations(content.tree)
    storyLinks = StoryLinks(content, audience, scorebook, citations)
    tags = TagIndex(content)
    years = SiteYear.all(content, scorebook, audience, after: earlier?.years)
    answers = .none
  }

  private init(_ other: SiteContext, _ answers: ReportAnswers) {
    content = other.content
    scorebook = other.scorebook
    audience = other.audience
    above = other.above
    pool = other.pool
    citations = other.citations
    storyLinks = other.storyLinks
    tags = other.tags
    years = other.years
    self.answers = answers
  }

  /// The same with what its reports tell.
  package func telling(_ answers: ReportAnswers) -> SiteContext { SiteContext(self, answers) }

  package subscript(year: Ref<YearLedger>) -> SiteYear { years[Int(year.index)] }

  package var ledger: Ledger { content.ledger }
  package var roster: Roster { content.ledger.roster }
  /// The year the site speaks of.
  package var currentYear: Ref<YearLedger> { ledger.currentYear }

  /// How names are sorted, in words.
  package var nameOrder: String { content.site.nameOrder == .pinyin ? Words.pinyinOrder : Words.strokeOrder }

  /// The day that decides who is where in a year: the report's, or the year's last if that is earlier. Figures stand for
  /// the report's day, since what is settled after the year's last still counts.
  package func day(ofYear year: Ref<YearLedger>) -> Day { min(ledger.asOf, self[year].ledger.period.last) }

  /// The secretary on the day the year's figures stand for (S9).
  package func secretaryOffice(of branch: Ref<Branch>, _ year: Ref<YearLedger>) -> Office? {
    let day = day(ofYear: year)
    return roster.offices.first { $0.branch == branch && $0.duty == .secretary && $0.covers(day) }
  }

  /// The year a story is evidence of: its activity's, else the one its day lies in or follows.
  package func year(of story: Story) -> Ref<YearLedger> { ledger.year(of: story) }

  /// Files of the project that are published, pictures in their sizes: those that a text refers to; the office's stamp never is.
  package func assets() -> [AssetPlan] {
    let stamp = content.tree.stampPicture
    return content.tree.assets.compactMap { asset in
      guard asset != stamp, !content.unusedAssets.contains(asset.path) else { return nil }
      guard asset.path.begins(with: "content/") else {
        return publishedPath(ofTemplateFile: asset.path).map { AssetPlan(source: asset.path, files: [($0, nil)]) }
      }
      let smaller = asset.smaller.map { (Address.file(ofAsset: asset.path, narrowed: $0), Optional($0.pixels.width)) }
      return AssetPlan(source: asset.path, files: [(Address.file(ofAsset: asset.path), nil)] + smaller)
    }
  }
}
