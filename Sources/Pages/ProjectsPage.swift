import Composing
import Reading
import Scoring
import Templating
import Wording

/// The year's projects, each with its stages, tasks, evaluations and the formula from them to the points.
struct ProjectsPage: Page {
  @Inlined var chrome: Chrome
  var projectCount: Int { projects.count }
  var graded: Int
  var waiting: Int
  var underwayCount: Int
  var points: String
  var hasProjects: Bool { !projects.isEmpty }
  var projects: [ProjectView]
  var hasWithoutTopic: Bool { !withoutTopic.isEmpty }
  /// Branches that named no pain point of the year (S14).
  var withoutTopic: [LinkView]
  var grades: String
  var years: [LinkView]

  static let template = "projects"
  static let specimen = ProjectsPage(
    chrome: .specimen, graded: 14, waiting: 1, underwayCount: 6, points: "212.00", projects: [.specimen],
    withoutTopic: [.specimen], grades: "60、70、80、90", years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.projects(context[year].ledger.year)
      return plan(path) { context.projectsPage(year, path) }
    }
  }
}

/// What a member got for a share: the posting's points and what a cap cut.
private struct ShareKey: Hashable {
  let project: Int32
  let task: Int32
  let member: Int32
}

private typealias SharePoints = [ShareKey: (points: Points, capped: Points)]

extension SiteContext {
  fileprivate func projectsPage(_ year: Ref<YearLedger>, _ path: String) -> ProjectsPage {
    let (book, scores) = (self[year].ledger, self[year].book)
    var shares: SharePoints = [:]
    for award in scores.memberAwards {
      guard case .projectShare(let project, let task, _) = award.reason else { continue }
      let key = ShareKey(project: project, task: task, member: award.holder)
      let sum = shares[key] ?? (.zero, .zero)
      shares[key] = (sum.points + award.points, sum.capped + award.capped)
    }
    let order = book.projects.indices.sorted {
      let (a, b) = (book.projects[$0], book.projects[$1])
      return (a.branch, a.isPriority ? 0 : 1, a.id) < (b.branch, b.isPriority ? 0 : 1, b.id)
    }
    let graded = scores.projects.count { if case .graded = $0.state { true } else { false } }
    let underway = scores.projects.count { if case .underway = $0.state { true } else { false } }
    let failed = scores.projects.count { if case .failed = $0.state { true } else { false } }
    return ProjectsPage(
      chrome: chrome(path, title: Words.projects(book.year), year: year, section: .activities), graded: graded,
      waiting: scores.projects.count - graded - underway - failed, underwayCount: underway,
      points: scores.projects.reduce(Points.zero) { $0 + $1.points }.description,
      projects: order.map { projectView($0, year, shares) },
      withoutTopic: roster.branches.indices.filter { branch in
        !book.projects.contains { $0.branch == Ref(branch) && $0.isPriority }
      }.map { branchLink(Ref($0), year) },
      grades: book.rulebook.evaluation.grades.map { "\($0)" }.joined(separator: "、"),
      years: yearLinks(current: year, Address.projects))
  }

  private func projectView(_ index: Int, _ year: Ref<YearLedger>, _ shares: SharePoints) -> ProjectView {
    let (book, result) = (self[year].ledger, self[year].book.projects[index])
    let project = book.projects[index]
    let own = shares.filter { $0.key.project == Int32(index) }.values
    let decimals = Points.decimals(addingUp: [own.map { $0.points + $0.capped }, own.map(\.points), own.map(\.capped)])
    var view = ProjectView(
      id: project.id, title: project.title, branch: branchLink(project.branch, year), isPriority: project.isPriority,
      painPoint: project.painPoint, value: project.value.description, steps: steps(project), underway: [],
      lacksSelf: false, lacksHead: false, lacksBoth: false, failed: false,
      selfEvaluation: project.selfEvaluation.map(evaluation), headEvaluation: project.headEvaluation.map(evaluation),
      combined: nil, grade: nil, shares: shareRows(project, index, year, shares, decimals),
      followUps: project.followUps.map {
        ProjectView.FollowUpView(on: $0.on.description, by: $0.by, text: $0.text)
      }, works: project.works.map(workLink), citation: citation(project.place))
    switch result.state {
    case .underway(let stage): view.underway = [Words.stage(stage)]
    case .awaitingSelf: view.lacksSelf = true
    case .awaitingHead: view.lacksHead = true
    case .awaitingBoth: view.lacksBoth = true
    case .failed(let score):
      view.failed = true
      view.combined = combined(project, score, book.rulebook.evaluation)
    case .graded(let grade, let score):
      view.combined = combined(project, score, book.rulebook.evaluation)
      view.grade = ProjectView.Grade(
        grade: grade, value: project.value.description, points: result.points.text(decimals: decimals))
    }
    return view
  }

  private func steps(_ project: Project) -> [ProjectView.Step] {
    Project.Stage.allCases.map { stage in
      let record = project.stages.first { $0.stage == stage }
      return ProjectView.Step(
        name: Words.stage(stage), isDone: record != nil, date: record?.on.description ?? "",
        evidence: record?.evidence ?? "")
    }
  }

  private func shareRows(
    _ project: Project, _ index: Int, _ year: Ref<YearLedger>, _ shares: SharePoints, _ decimals: Int
  ) -> [ProjectView.ShareRow] {
    project.tasks.enumerated().flatMap { position, task in
      task.shares.map { share in
        let got = shares[
          ShareKey(project: Int32(index), task: Int32(position), member: share.member.index)]
        return ProjectView.ShareRow(
          task: task.title, member: memberLink(share.member, year), share: share.share,
          points: got?.points.text(decimals: decimals) ?? "–",
          capped: got?.capped.orBlank(decimals) ?? "")
      }
    }
  }

  private func evaluation(_ evaluation: Project.Evaluation) -> ProjectView.EvaluationView {
    ProjectView.EvaluationView(score: evaluation.score.short, by: evaluation.by, on: evaluation.on.description)
  }

  private func combined(_ project: Project, _ score: EvaluationScore, _ rule: EvaluationRule) -> ProjectView.Combined {
    ProjectView.Combined(
      isWeighted: rule.method == .weighted, isHeadOnly: rule.method == .headOnly, isLower: rule.method == .lowerOfTwo,
      selfScore: project.selfEvaluation?.score.short ?? "", headScore: project.headEvaluation?.score.short ?? "",
      selfWeight: rule.selfWeight, headWeight: rule.headWeight,
      result: score.exact)
  }
}
