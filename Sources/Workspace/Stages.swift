import Composing
import Diagnostics
import Reading
import Rendering
import Scoring

/// The pure stages as the shell calls them: the one file that names them all.

/// What reading and scoring make of a project.
package struct Reckoning: Sendable {
  package let content: Content
  package let ledger: Ledger
  package let scorebook: Scorebook

  package var tree: SourceTree { content.tree }
}

/// tree → content → scores; `nil` with an error among the diagnostics.
func reckon(_ tree: SourceTree) -> (Reckoning?, [Diagnostic]) {
  let (content, reading) = read(tree)
  guard let content else { return (nil, reading) }
  let (scorebook, scoring) = score(content.ledger)
  let reckoning = Reckoning(content: content, ledger: content.ledger, scorebook: scorebook)
  return (scoring.hasErrors ? nil : reckoning, reading + scoring)
}

/// The same content folded again as if the report stood for an earlier day; what the core finds then was found before.
func reckon(_ reckoning: Reckoning, asOf day: Day) -> Reckoning {
  let ledger = reckoning.ledger.standing(for: day)
  return Reckoning(content: reckoning.content, ledger: ledger, scorebook: score(ledger).0)
}

/// Member standings of a part of the company in one year, `year` being an index into the ledger's years.
func memberStandings(_ reckoning: Reckoning, year: Int, scope: StandingsScope) -> MemberStandings {
  reckoning.scorebook.memberStandings(reckoning.ledger, year: year, scope: scope, asOf: reckoning.ledger.asOf)
}

/// tree → everything to publish. Templates are compiled even when the content has mistakes, so that both are told.
func layOut(_ tree: SourceTree) -> (OutputPlan?, [Diagnostic]) {
  let (renderer, preparing) = Renderer.prepare(tree)
  let (reckoning, reckoningFindings) = reckon(tree)
  guard let renderer, let reckoning else { return (nil, preparing + reckoningFindings) }
  let (site, composing) = compose(reckoning.content, reckoning.scorebook)
  let plan = OutputPlan(
    count: site.pages.count, copies: site.assets.map { OutputCopy(source: $0.source, path: $0.path) }
  ) { index in
    let file = renderer.render(site.pages[index])
    return OutputFile(path: file.path, bytes: file.bytes)
  }
  return (plan, preparing + reckoningFindings + composing)
}

/// A generated project, file by file.
func generatedProject(_ size: SampleSize) -> [OutputFile] { [] }
