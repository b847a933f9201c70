import Composing
import Diagnostics
import Disk
import Grouping
import LedgerTables
import Pages
import Querying
import Reading
import Rendering
import Reporting
import Reports
import Sampling
import Scoring
import Sealing
import Texts

/// The pure stages as the shell calls them: the one file that names them all.

/// tree → content → scores; `nil` with an error among the diagnostics.
/// - Parameters:
///   - day: the day to stand for where the content leaves it open, here and below.
///   - purpose: for a trial of other rules what was sealed isn't as it was, and what was vouched for, decided and signed
///     under the year's own says nothing against them.
func scoreTree(
  _ tree: SourceTree, on day: Day?, for purpose: ReadingPurpose = .publication
) -> (ScoredProject?, [Diagnostic]) {
  let (content, scorebook, diagnostics) = account(tree, on: day, for: purpose)
  guard let content, let scorebook else { return (nil, diagnostics) }
  return (ScoredProject(tree: content.tree, ledger: content.ledger, scorebook: scorebook), diagnostics)
}

/// What was found, as a person reads it: without the warnings that somebody lets stand.
/// - Parameter extent: how much was looked for.
func settle(
  _ found: [Diagnostic], in tree: SourceTree, on day: Day?, extent: SearchExtent = .stages
) -> SettledFindings {
  var settled = acknowledging(found.inReadingOrder(), in: tree, on: day, extent: extent)
  settled.open = settled.open.inReadingOrder().capped()
  return settled
}

/// The ledger folded again as if the report stood for an earlier day; its findings speak of the content's own day and
/// were reported already.
func rescore(_ ledger: Ledger) -> Scorebook { score(ledger, pool: Threads()).0 }

/// tree → everything to publish. Mistakes in content and templates are found in one go.
/// - Parameters:
///   - tree: without a workshop the texts that were read are let go of; `regaining` gives lines back.
///   - last: what was published last; `nil` where nobody knows.
///   - everyEdition: whether reports are asked for the other profile too, for their mistakes.
///   - place: where the site will stand, of one that stands below a group's.
///   - take: is handed what was scored, where that has no mistakes.
///   - composed: is handed what the site is composed from.
///   - workshop: what is kept from one build to the next.
func layOut(
  _ tree: inout SourceTree, on day: Day? = nil, for purpose: ReadingPurpose = .publication,
  audience: Audience = .intranet, since last: Holdings? = nil, at place: GroupPlace? = nil, everyEdition: Bool = false,
  with workshop: Workshop? = nil, scored take: (ScoredProject) -> Void = { _ in },
  composed: (SiteContext) -> Void = { _ in }
) -> (OutputPlan?, [Diagnostic]) {
  // Who makes the templates ready needs nothing else, and holds nothing else.
  let templates = tree.lettingGo { !$0.path.begins(with: "templates/") }
  let ((renderer, templateMistakes), (content, scorebook, contentMistakes)) = Threads().both(
    { Renderer.prepare(templates) },
    { workshop?.account(tree, on: day, for: purpose) ?? accountOnce(&tree, on: day, for: purpose) })
  guard let content, let scorebook else { return (nil, templateMistakes + contentMistakes) }
  take(ScoredProject(tree: content.tree, ledger: content.ledger, scorebook: scorebook))
  let untold = SiteContext(
    content: place.map { content.standing(at: $0.base) } ?? content, scorebook: scorebook, audience: audience,
    above: place?.above, after: workshop?.context, pool: Threads())
  let changes = workshop?.changes(to: untold)
  let (context, answerMistakes) = workshop?.answering(untold, changes) ?? answering(untold)
  composed(context)
  let elsewhere = everyEdition ? mistakesOfOtherEdition(context).filter { !answerMistakes.contains($0) } : []
  let (site, siteMistakes) = compose(
    context, listsSearch: purpose != .preview, after: workshop?.earlier(changes))
  workshop?.keep(Composition(context: context, mistakesOfAnswers: answerMistakes, site: site))
  let holdings = Holdings(content)
  let falls = last.map(holdings.falls) ?? []
  let diagnostics = templateMistakes + contentMistakes + answerMistakes + elsewhere + siteMistakes + falls
  guard let renderer, !diagnostics.hasErrors else { return (nil, diagnostics) }
  let kept = last.map(holdings.following) ?? holdings
  let memory = FilePlan(path: Holdings.path) { Array(kept.text.utf8) }
  // Robots ask at the root of a server alone.
  let own = place == nil ? site.files : site.files.filter { $0.path != "robots.txt" }
  let (pages, files) = (site.pages, own + [memory])
  let search = site.listsSearch ? nil : SearchOnDemand(context)
  var plan = outputPlan(pages, files, site.assets, renderer, unlisted: search?.file)
  if let changes { plan.unchanged = changes.leave(pages, files) }
  return (plan, diagnostics)
}

/// The same of a tree that stays whole.
func layOut(_ tree: SourceTree, on day: Day? = nil) -> (OutputPlan?, [Diagnostic]) {
  var tree = tree
  return layOut(&tree, on: day)
}

/// The site of a group's own pages, beside which those of its companies stand.
func layOutGroup(_ group: GroupContext, with renderer: Renderer) -> OutputPlan {
  let site = group.site()
  return outputPlan(site.pages, site.files, site.assets, renderer)
}

func prepareGroup(_ tree: SourceTree, isOwn: Bool) -> (Renderer?, [Diagnostic]) {
  Renderer.prepareGroup(tree, isOwn: isOwn)
}

/// Where a company's site stands below its group's.
struct GroupPlace {
  /// Ends in `/`; `nil` where nobody knows.
  let base: String?
  /// The way to the group's pages.
  let above: LinkView
}

private func outputPlan(
  _ pages: [PagePlan], _ files: [FilePlan], _ assets: [AssetPlan], _ renderer: Renderer,
  unlisted: (@Sendable (String) -> OutputFile?)? = nil
) -> OutputPlan {
  let copies = assets.map { asset in
    OutputCopy(source: asset.source, forms: asset.files.map { .init(path: $0.path, picture: .init(width: $0.width)) })
  }
  let bundles = pages.map { [$0.path] + $0.files } + files.map { [$0.path] }
  return OutputPlan(bundles: bundles, copies: copies, unlisted: unlisted) { index in
    guard index < pages.count else {
      let file = files[index - pages.count]
      return { _ in OutputFile(path: file.path, bytes: file.make()) }
    }
    let make = renderer.open(pages[index])
    return { place in
      let file = make(place)
      return OutputFile(path: file.path, bytes: file.bytes)
    }
  }
}

/// What documents for paper are made with: the project composed from, and its templates.
package struct PrintContext: Sendable {
  package let context: SiteContext
  let renderer: Renderer
}

/// A context → the same with what its edition's reports tell.
private func answering(_ context: SiteContext) -> (SiteContext, [Diagnostic]) {
  let (answers, mistakes) = told(context.reports, context)
  return (context.telling(answers), mistakes)
}

/// What is wrong with reports where they stand in the other profile's edition: those for everybody are asked of other tables
/// there, and those of the office nowhere else.
private func mistakesOfOtherEdition(_ context: SiteContext) -> [Diagnostic] {
  let content = context.content
  let reports = context.audience == .office ? content.reports(for: .intranet) : content.reports.filter(\.isOffice)
  guard !reports.isEmpty else { return [] }
  let other = SiteContext(
    content: content, scorebook: context.scorebook, audience: context.audience == .office ? .intranet : .office,
    pool: Threads())
  return told(reports, other).1
}

/// Where there are no reports, nothing is asked.
private func told(_ reports: [LedgerReport], _ context: SiteContext) -> (ReportAnswers, [Diagnostic]) {
  guard let first = reports.first else { return (.none, []) }
  let limits = QueryLimits.ofReports
  do {
    let clock = { @Sendable () -> () -> Bool in
      let end = ContinuousClock.now + .seconds(limits.seconds)
      return { ContinuousClock.now < end }
    }
    let source = LedgerSource(context)
    return try answer(
      reports, of: source, limits: limits, clock: clock, feed: RowConveyor.feed(source), pool: Threads())
  } catch {
    return (.none, [.noMemoryForTables(at: first.place)])
  }
}

extension Diagnostic {
  fileprivate static func noMemoryForTables(at place: Place) -> Diagnostic {
    Diagnostic(
      .queryLimit, at: place,
      message: Bilingual(zh: "内存不够，放不下报告要问的台账", en: "the ledger that reports ask doesn't fit into memory"),
      remedy: Bilingual(zh: "在内存更大的机器上发布", en: "Build on a machine with more memory"))
  }
}

/// tree → what prints are made with; `nil` with an error among the diagnostics.
/// - Parameter asks: whether reports are asked; most documents have none.
func preparePrinting(
  _ tree: SourceTree, on day: Day?, audience: Audience, asks: Bool = false
) -> (PrintContext?, [Diagnostic]) {
  let ((renderer, templateMistakes), (content, scorebook, contentMistakes)) = Threads().both(
    { Renderer.prepare(tree) }, { account(tree, on: day) })
  guard let content, let scorebook, let renderer else { return (nil, templateMistakes + contentMistakes) }
  let plain = SiteContext(content: content, scorebook: scorebook, audience: audience)
  let (context, answerMistakes) = asks ? answering(plain) : (plain, [])
  let diagnostics = templateMistakes + contentMistakes + answerMistakes
  return (diagnostics.hasErrors ? nil : PrintContext(context: context, renderer: renderer), diagnostics)
}

/// tree → what the ledger is told from as tables; `nil` with an error among the diagnostics.
/// - Parameter earlier: the day it shall stand for instead of the content's own; never a later one.
/// - Throws: `UsageFailure`.
func prepareLedger(
  _ tree: SourceTree, on day: Day?, asOf earlier: Day?, audience: Audience
) throws -> (SiteContext?, [Diagnostic]) {
  let (content, scorebook, diagnostics) = account(tree, on: day)
  guard var content, var scorebook else { return (nil, diagnostics) }
  if let earlier {
    guard earlier <= content.ledger.asOf else { throw UsageFailure.dayAfterReport(earlier, content.ledger.asOf) }
    content = content.standing(on: content.ledger.standing(for: earlier))
    scorebook = rescore(content.ledger)
  }
  let context = SiteContext(content: content, scorebook: scorebook, audience: audience, pool: Threads())
  return (context, diagnostics)
}

/// What is compared with figures that other rules would give.
private let vouched: Set<DiagnosticCode> = [.failedAssertion, .overrideWithoutEffect, .notEligible, .finalRefused]

private func account(
  _ tree: SourceTree, on day: Day?, for purpose: ReadingPurpose = .publication
) -> (Content?, Scorebook?, [Diagnostic]) {
  scored(read(tree, on: day, for: purpose, pool: Threads()), tree, for: purpose)
}

/// The same, letting go of what nobody reads a second time, before the scores take room.
private func accountOnce(
  _ tree: inout SourceTree, on day: Day?, for purpose: ReadingPurpose
) -> (Content?, Scorebook?, [Diagnostic]) {
  let read = readOnce(&tree, on: day, for: purpose)
  let scored = scored(read, tree, for: purpose)
  giveBackFreedMemory()
  return scored
}

/// What was read, with its scores.
private func scored(
  _ read: (content: Content?, mistakes: [Diagnostic]), _ tree: SourceTree, for purpose: ReadingPurpose
) -> (Content?, Scorebook?, [Diagnostic]) {
  guard let content = read.content else { return (nil, nil, read.mistakes) }
  giveBackFreedMemory()
  let (scorebook, found) = scoring(content, tree, for: purpose)
  let diagnostics = read.mistakes + found
  return diagnostics.hasErrors ? (nil, nil, diagnostics) : (content, scorebook, diagnostics)
}

/// Tables and texts are let go of once they are read; what is read later (settings, seals, styles, templates) isn't.
private func readOnce(
  _ tree: inout SourceTree, on day: Day?, for purpose: ReadingPurpose
) -> (Content?, [Diagnostic]) {
  let (content, mistakes) = read(tree, on: day, for: purpose, pool: Threads())
  let isSpent = { (file: SourceFile) in
    file.path.begins(with: "content/") && [".csv", ".md"].contains(where: file.path.ends)
  }
  tree = tree.lettingGo(of: isSpent)
  return (content?.keeping(tree), mistakes)
}

/// content → scores, and all that is found in scoring.
func scoring(_ content: Content, _ tree: SourceTree, for purpose: ReadingPurpose) -> (Scorebook, [Diagnostic]) {
  let (scorebook, found) = score(content.ledger, pool: Threads())
  let mistakes = purpose.isTrial ? found.filter { !vouched.contains($0.code) } : found
  return (scorebook, mistakes + (purpose.isTrial ? [] : checkSeals(content.ledger, scorebook, tree)))
}

extension PictureForm {
  /// - Parameter width: of a narrower form; `nil` for the full one.
  init(width: Int?) { self = width.map { .narrower($0) } ?? .full }
}

/// A generated project, file by file.
func generatedProject(_ size: SampleSize) -> [OutputFile] {
  var plan = SamplePlan(seed: size.seed, members: size.members, records: size.records, stories: size.stories)
  plan.units = size.units
  return sampleProject(plan).map { OutputFile(path: $0.path, bytes: Array($0.text.utf8)) }
}
