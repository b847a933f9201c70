import Composing
import Reading
import Scoring
import Templating
import Wording

/// The year's projects, each with its stages, tasks, evaluations and the formula from them to the points.
struct ProjectsPage: Page {
  /// How many came to a grade, a stroke each.
  struct Tally: Fillable {
    var grade: Int
    var count: Int
    var path: String { (0..<count).map { "M\($0 * 12 + 4) 1v22" }.joined() }
    var room: Int { max(1, count) * 12 }
  }

  @Inlined var chrome: Chrome
  var projectCount: Int { projects.count }
  var graded: Int
  var waiting: Int
  var underwayCount: Int
  var points: String
  var hasWaiting: Bool { waiting > 0 }
  var hasUnderway: Bool { underwayCount > 0 }
  /// From the highest grade down.
  var tallies: [Tally]
  /// Of the year, above the days of the stages.
  var months: [String]
  var hasProjects: Bool { !projects.isEmpty }
  var projects: [ProjectView]
  var hasWithoutTopic: Bool { !withoutTopic.isEmpty }
  /// Branches that named no pain point of the year (S14).
  var withoutTopic: [LinkView]
  var grades: String
  var years: [LinkView]

  static let template = "projects"
  static let specimen = ProjectsPage(
    chrome: .specimen, graded: 14, waiting: 1, underwayCount: 6, points: "212.00",
    tallies: [Tally(grade: 80, count: 5)], months: ["12", "1", "2"], projects: [.specimen],
    withoutTopic: [.specimen], grades: "60、70、80、90", years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.projects(context[year].ledger.year)
      return plan(path, from: .heads) { context.projectsPage(year, path) }
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
      return (scores.projects[$1].points, a.branch, a.isPriority ? 0 : 1, a.id)
        < (scores.projects[$0].points, b.branch, b.isPriority ? 0 : 1, b.id)
    }
    let grades = scores.projects.compactMap { if case .graded(let grade, _) = $0.state { grade } else { nil } }
    let graded = scores.projects.count { if case .graded = $0.state { true } else { false } }
    let underway = scores.projects.count { if case .underway = $0.state { true } else { false } }
    let failed = scores.projects.count { if case .failed = $0.state { true } else { false } }
    return ProjectsPage(
      chrome: chrome(path, title: Words.projects(book.year), year: year, section: .activities), graded: graded,
      waiting: scores.projects.count - graded - underway - failed, underwayCount: underway,
      points: scores.projects.reduce(Points.zero) { $0 + $1.points }.description,
      tallies: book.rulebook.evaluation.grades.reversed().map { grade in
        ProjectsPage.Tally(grade: Int(grade), count: grades.count { $0 == grade })
      }.filter { $0.count > 0 }, months: book.period.months.map { "\($0.month)" },
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
    let days = stageSpots(project, book.period)
    let most = book.projects.map(\.value).max() ?? .zero
    var view = ProjectView(
      id: project.id, title: project.title, branch: branchLink(project.branch, year), isPriority: project.isPriority,
      painPoint: project.painPoint, value: project.value.shown, steps: steps(project), underway: [],
      marks: days.map { "M\($0) 4v20" }.joined(),
      line: days.count > 1 ? "M\(days.first ?? "") 23.5H\(days.last ?? "")" : "",
      track: percent(project.value, of: most), width: percent(result.points, of: most),
      lacksSelf: false, lacksHead: false, lacksBoth: false, failed: false,
      selfEvaluation: project.selfEvaluation.map(evaluation), headEvaluation: project.headEvaluation.map(evaluation),
      combined: nil, grade: nil, shares: shareRows(project, index, year, shares, decimals),
      followUps: project.followUps.map {
        ProjectView.FollowUpView(on: $0.on.description, by: $0.by, text: $0.text)
      }, works: project.works.map(workLink), citation: citation(project.place), source: source(project.place))
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
        grade: grade, value: project.value.shown, points: result.points.shown(decimals))
    }
    return view
  }

  /// Where the days of its stages lie in the year, in hundredths of its length.
  private func stageSpots(_ project: Project, _ period: Period) -> [String] {
    let (first, whole) = (period.first.ordinal, max(1, period.last.ordinal - period.first.ordinal))
    return project.stages.sorted { $0.stage.rawValue < $1.stage.rawValue }.map {
      percent(Int64(min(whole, max(0, $0.on.ordinal - first))), of: Int64(whole))
    }
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
          points: got?.points.shown(decimals) ?? "–",
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
