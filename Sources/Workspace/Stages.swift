import Diagnostics
import Scoring

/// The pure stages as the shell calls them: the one file that names them all.

/// What reading and scoring make of a project.
package struct Reckoning: Sendable {
  package let tree: SourceTree
  package let ledger: Ledger
  package let scorebook: Scorebook
}

/// tree → content → scores; `nil` with an error among the diagnostics.
func reckon(_ tree: SourceTree) -> (Reckoning?, [Diagnostic]) { (nil, []) }

/// The ledger folded again as if the report stood for an earlier day.
func rescore(_ ledger: Ledger) -> (Scorebook?, [Diagnostic]) { (nil, []) }

/// Member standings of a part of the company in one year, `year` being an index into the ledger's years.
func memberStandings(_ reckoning: Reckoning, year: Int, scope: StandingsScope) -> MemberStandings {
  reckoning.scorebook.years[year].members
}

/// tree → everything to publish.
func layOut(_ tree: SourceTree) -> (OutputPlan?, [Diagnostic]) {
  let plan = OutputPlan(count: tree.files.count, copies: tree.assets.map { OutputCopy(source: $0.path, path: $0.path) })
  {
    OutputFile(path: tree.files[$0].path + ".html", bytes: tree.files[$0].bytes)
  }
  return (plan, [])
}

/// A generated project, file by file.
func generatedProject(_ size: SampleSize) -> [OutputFile] { [] }
