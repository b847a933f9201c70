import Composing
import Scoring
import Texts

private let project = LedgerColumn.row("project", of: "projects", "项目", "project")

let projectTables: [LedgerTable] = [
  LedgerTable(
    "projects", zh: "项目", en: "projects",
    [
      .id, .year, .key("key", "项目编号", "id"), .words("title", "名称", "title"), .branch,
      .words("pain_point", "痛点", "the pain point it answers").orNone, .flag("is_priority", "优先课题", "priority topic"),
      .points("value", "满分", "full value"),
      .term(
        "state", "进展：goal…evaluation各步、awaiting待评、failed不合格、graded已定档",
        "the stage reached, awaiting an evaluation, failed or graded"),
      .count("grade", "档", "grade").orNone, .figure("combined", .score, "合成得分", "combined score").orNone,
      .points("points", "积分", "points it gives"), .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for index in rows.projects.order {
        let (project, result) = (site.ledger.projects[Int(index)], site.book.projects[Int(index)])
        let state = StateCells(result.state)
        row.begin(rows.projects.ids[Int(index)], site.ledger)
        row.text(project.id)
        row.text(project.title)
        row.text(source.id(project.branch))
        row.words(project.painPoint)
        row.flag(project.isPriority)
        row.points(project.value)
        row.text(state.name)
        row.number(state.grade)
        row.number(state.combined?.tenThousandths)
        row.points(result.points)
        row.place(project.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "project_works", zh: "项目佐证的工作", en: "works a project is evidence of", isLink: true,
    [project.asKey, .key("work", "工作", "work").of("works").asKey]
  ) { source, row in
    try source.forEachProject { project, id, _, _ in
      for work in source.ids(project.works) {
        row.row(id)
        row.text(work)
        try row.end()
      }
    }
  },
  LedgerTable(
    "project_stages", zh: "项目的五步", en: "stages of projects", isLink: true,
    [
      project.asKey, .count("position", "第几步", "which of the five").asKey,
      .term("stage", "goal目标、breakdown分解、control控制、review复盘、evaluation评价", "stage"), .day("day", "日期", "day"),
      .words("evidence", "佐证", "evidence").orNone, .place(),
    ]
  ) { source, row in
    try source.forEachProject { project, id, _, _ in
      for stage in project.stages.sorted(by: { $0.stage.rawValue < $1.stage.rawValue }) where stage.on <= source.asOf {
        row.row(id)
        row.number(stage.stage.rawValue + 1)
        row.text("\(stage.stage)")
        row.day(stage.on)
        row.words(stage.evidence)
        row.place(stage.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "tasks", zh: "项目分解的任务", en: "tasks of projects",
    [.id, project, .count("position", "次序", "place among them"), .words("title", "名称", "title"), .place()]
  ) { source, row in
    try source.forEachProject { project, id, rows, index in
      for (number, task) in project.tasks.enumerated() {
        row.row(rows.task(number, ofProject: index))
        row.row(id)
        row.number(number + 1)
        row.text(task.title)
        row.place(task.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "task_shares", zh: "党员认领的任务和份额", en: "who claimed a task, and the share of it",
    [
      .id, .row("task", of: "tasks", "任务", "task"), .member, .count("share", "份额，一个项目合计100", "share, of 100 a project"),
      .place(),
    ]
  ) { source, row in
    var last = 0
    try source.forEachProject { project, _, rows, index in
      for (number, task) in project.tasks.enumerated() {
        for share in task.shares {
          last += 1
          row.number(last)
          row.row(rows.task(number, ofProject: index))
          row.text(source.key(share.member))
          row.number(share.share)
          row.place(share.place)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "follow_ups", zh: "党委的跟进", en: "follow-ups of projects",
    [.id, project, .day("day", "日期", "day"), .words("by_whom", "谁", "by whom"), .words("text", "内容", "what"), .place()]
  ) { source, row in
    var last = 0
    try source.forEachProject { project, id, _, _ in
      for entry in project.followUps where entry.on <= source.asOf {
        last += 1
        row.number(last)
        row.row(id)
        row.day(entry.on)
        row.text(entry.by)
        row.text(entry.text)
        row.place(entry.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "evaluations", zh: "项目的自评和一把手评价", en: "evaluations of projects", isLink: true,
    [
      project.asKey, .term("side", "head一把手、self自评", "head or self").asKey,
      .figure("score", .score, "得分", "score of 100"),
      .words("by_whom", "谁", "by whom"), .day("day", "日期", "day"), .place(),
    ]
  ) { source, row in
    try source.forEachProject { project, id, _, _ in
      for (side, evaluation) in [("head", project.headEvaluation), ("self", project.selfEvaluation)] {
        guard let evaluation, evaluation.on <= source.asOf else { continue }
        row.row(id)
        row.text(side)
        row.number(evaluation.score.tenThousandths)
        row.text(evaluation.by)
        row.day(evaluation.on)
        row.place(evaluation.place)
        try row.end()
      }
    }
  },
]

extension LedgerSource {
  fileprivate func forEachProject(_ body: (Project, Int32, YearRows, Int32) throws -> Void) rethrows {
    try forEachYear { site, rows, _ in
      for index in rows.projects.order {
        try body(site.ledger.projects[Int(index)], rows.projects.ids[Int(index)], rows, index)
      }
    }
  }
}

private struct StateCells {
  let name: String
  var grade: Int?
  var combined: EvaluationScore?

  init(_ state: ProjectResult.State) {
    switch state {
    case .underway(let stage): name = "\(stage)"
    case .awaitingSelf, .awaitingHead, .awaitingBoth: name = "awaiting"
    case .failed(let score): (name, combined) = ("failed", score)
    case .graded(let reached, let score): (name, grade, combined) = ("graded", reached, score)
    }
  }
}
