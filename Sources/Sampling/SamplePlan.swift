/// A file of a generated project; the path is relative to the project folder.
package struct SampleFile: Sendable, Equatable {
  package let path: String
  package let text: String
}

/// How large a project to make up, and from which seed.
package struct SamplePlan: Sendable {
  package var seed: UInt64
  /// People who hold a membership on the day the reports stand for.
  package var members: Int
  /// Dated records over both years; `nil` for as many as such a company would keep.
  package var records: Int?
  package var stories: Int
  /// Units between the company and its branches; 0 for none.
  package var units = 0
  /// Whether to write the parts that a person writes elsewhere: brand, works, organisation, about, campaigns.
  package var includesProse: Bool
  /// Whether the people and the sixteen branches are those of the stories in the repository.
  package var followsStories: Bool

  /// A complete project with branches of about 25 members. `members` is at least 1, `stories` and `records` at least 0.
  package init(seed: UInt64, members: Int, records: Int? = nil, stories: Int = 0) {
    precondition(members > 0 && stories >= 0 && (records ?? 0) >= 0, "a sample needs somebody in it")
    self.seed = seed
    self.members = members
    self.records = records
    self.stories = stories
    includesProse = true
    followsStories = false
  }

  /// The ledger parts of the repository's own `content/`.
  package static let showcase: SamplePlan = {
    var plan = SamplePlan(seed: 2014, members: 412)
    plan.includesProse = false
    plan.followsStories = true
    return plan
  }()
}

/// Makes up a company's project: the same plan gives the same files, in the order of their paths.
package func sampleProject(_ plan: SamplePlan) -> [SampleFile] {
  let company = Company(plan)
  let years = sampleYears.map { CompanyYear($0, of: company, plan: plan) }
  var files = company.files(plan)
  for (index, year) in years.enumerated() {
    files += year.files(of: company, plan, winnersOf: index == 0)
  }
  files += assertionFiles(company, plan)
  if plan.followsStories { files += groupFiles(company) + nextYearFiles() }
  if plan.includesProse { files += proseFiles(company, plan) }
  return files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
}
