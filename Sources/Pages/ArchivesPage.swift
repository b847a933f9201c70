import Composing
import Reading
import Scoring
import Templating
import Wording

/// The bags that were made, each with the fingerprint that was signed on paper: what a copy is checked against.
struct ArchivesPage: Page {
  struct Row: Fillable {
    var id: String
    var title: String
    var on: String
    var files: String
    /// The fingerprint in groups of four, as the hand-over form prints it.
    var groups: [String]
    var keeper: [String]

    static let specimen = Row(
      id: "year-2024", title: "2024年度归档", on: "2025-01-31", files: "1,204", groups: ["9f86", "d081"],
      keeper: ["档案室3号柜"])
  }

  @Inlined var chrome: Chrome
  var archiveCount: Int { archives.count }
  var archives: [Row]

  static let template = "archives"
  static let specimen = ArchivesPage(chrome: .specimen, archives: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    [plan(Address.archives) { context.archivesPage(Address.archives) }]
  }
}

extension SiteContext {
  fileprivate func archivesPage(_ path: String) -> ArchivesPage {
    ArchivesPage(
      chrome: chrome(path, title: Words.archives, year: currentYear, section: .about),
      archives: content.archives.map { entry in
        ArchivesPage.Row(
          id: entry.id, title: entry.title, on: "\(entry.on)", files: grouped(entry.files),
          groups: inFours(entry.fingerprint), keeper: entry.keeper.isEmpty ? [] : [entry.keeper])
      })
  }
}
