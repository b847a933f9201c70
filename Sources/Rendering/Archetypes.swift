import Diagnostics
import Templating
import Texts

/// What a new project, year or story begins as: files of `templates/archetypes/`, in the language of the templates and
/// as strict, filled with one of these. Text goes into YAML, CSV and Markdown, so it is printed as it is: `{{{title}}}`.

/// For `archetypes/project/` and `archetypes/empty/`.
package struct ProjectStart: Fillable {
  package static let folder = "archetypes/project/"
  /// Of a project with what is obligatory, and nothing to delete.
  package static let emptyFolder = "archetypes/empty/"
  /// Of the company, without characters that a YAML string in quotation marks would read otherwise.
  @HTML package var name: String
  package let year: Int
  /// The day of the report.
  package let asOf: String
  /// Whether tables are workbooks, or else CSV.
  package let hasWorkbooks: Bool
  var ending: String { hasWorkbooks ? "xlsx" : "csv" }
  var previousYear: Int { year - 1 }
  var nextYear: Int { year + 1 }
  var shortYear: String { String(String(year).suffix(2)) }

  package init(name: String, year: Int, asOf: String, hasWorkbooks: Bool) {
    self.name = name
    self.year = year
    self.asOf = asOf
    self.hasWorkbooks = hasWorkbooks
  }

  static let specimen = ProjectStart(name: "示例公司", year: 2026, asOf: "2026-06-30", hasWorkbooks: false)
}

/// For `archetypes/year/`.
package struct YearStart: Fillable {
  package static let folder = "archetypes/year/"
  package let year: Int
  package let previousYear: Int
  package let from: String
  package let to: String

  package init(year: Int, previousYear: Int, from: String, to: String) {
    self.year = year
    self.previousYear = previousYear
    self.from = from
    self.to = to
  }

  static let specimen = YearStart(year: 2026, previousYear: 2025, from: "2026-01-01", to: "2026-12-31")
}

/// For the files of `archetypes/year/` that there is one of for each branch: `records/branch.csv`.
package struct BranchStart: Fillable {
  package static let stem = "branch."
  package let id: String
  @HTML package var name: String
  package let year: Int

  package init(id: String, name: String, year: Int) {
    self.id = id
    self.name = name
    self.year = year
  }

  static let specimen = BranchStart(id: "b01", name: "研发支部", year: 2026)
}

/// For `archetypes/story.md`.
package struct StoryStart: Fillable {
  package static let file = "archetypes/story.md"
  @HTML package var title: String
  package let date: String
  package let branches: [BranchStart]

  package init(title: String, date: String, branches: [BranchStart]) {
    self.title = title
    self.date = date
    self.branches = branches
  }

  static let specimen = StoryStart(title: "两个周六，采完三条河", date: "2026-05-16", branches: [.specimen])
}

/// For `archetypes/campaign.md`.
package struct CampaignStart: Fillable {
  package static let file = "archetypes/campaign.md"
  package let id: String
  @HTML package var title: String
  package let from: String
  package let to: String

  package init(id: String, title: String, from: String, to: String) {
    self.id = id
    self.title = title
    self.from = from
    self.to = to
  }

  static let specimen = CampaignStart(id: "spring", title: "春天的几件事", from: "2026-03-01", to: "2026-05-31")
}

/// The archetypes of a project, or the program's own, ready to be filled.
package struct Archetypes: Sendable {
  private let templates: TemplateSet

  package init(_ tree: SourceTree) { templates = TemplateSet(tree: tree) }

  init(_ templates: TemplateSet) { self.templates = templates }

  /// Names of those below a folder, sorted.
  package func names(in folder: String) -> [String] { templates.names.filter { $0.begins(with: folder) } }

  /// - Parameter value: of the kind that the archetype of this name is filled with.
  package func fill(_ name: String, with value: some Fillable) -> ([UInt8]?, [Diagnostic]) {
    // A value may lack what is optional; the schema is of one that has all.
    let whole: any Fillable = specimen(of: name) ?? value
    let (template, mistakes) = templates.compile(name, for: Schema(specimen: whole))
    var bytes: [UInt8] = []
    template?.render(value, into: &bytes)
    return (template == nil ? nil : bytes, mistakes)
  }

  /// Every mistake in an archetype; one that no command fills has none.
  func mistakes() -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    for name in templates.names {
      if let specimen = specimen(of: name) { mistakes += fill(name, with: specimen).1 }
    }
    return mistakes
  }

  private func specimen(of name: String) -> (any Fillable)? {
    if name == StoryStart.file { return StoryStart.specimen }
    if name == ManuscriptStart.file { return ManuscriptStart.specimen }
    if name == PageStart.file { return PageStart.specimen }
    if name == ReportStart.file { return ReportStart.specimen }
    if name == CampaignStart.file { return CampaignStart.specimen }
    if [ProjectStart.folder, ProjectStart.emptyFolder].contains(where: { name.begins(with: $0) }) {
      return ProjectStart.specimen
    }
    guard name.begins(with: YearStart.folder) else { return nil }
    let isForEachBranch = name.parts(at: "/").last?.begins(with: BranchStart.stem) == true
    return isForEachBranch ? BranchStart.specimen : YearStart.specimen
  }

  /// Whether a command fills it. A project is never begun inside another one, so its own files there would be idle.
  static func isFilled(_ name: String) -> Bool {
    [StoryStart.file, ManuscriptStart.file, PageStart.file, CampaignStart.file, ReportStart.file].contains(name)
      || name.begins(with: YearStart.folder)
  }
}
