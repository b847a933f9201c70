import Diagnostics
import Parsing
import Scoring
import Texts

extension Project.Stage {
  var words: Bilingual { stageChoices[rawValue].words }
}

extension Diagnostic {
  static func stageSkipped(_ missing: Project.Stage, before stage: Project.Stage, at place: Place) -> Diagnostic {
    Diagnostic(
      .stageSkipped, at: place,
      message: Bilingual(
        zh: "“\(stage.words.zh)”之前缺少“\(missing.words.zh)”",
        en: "“\(missing.words.en)” is missing before “\(stage.words.en)”"),
      remedy: Bilingual(zh: "五步依次写，不能跳过（S13）", en: "Write the five stages in order, none skipped (S13)"))
  }

  static func stageRepeated(_ stage: Project.Stage, at place: Place) -> Diagnostic {
    Diagnostic(
      .stageOutOfOrder, at: place,
      message: Bilingual(
        zh: "“\(stage.words.zh)”重复，或排在后面的步骤之后", en: "“\(stage.words.en)” stands twice, or after a later stage"),
      remedy: Bilingual(zh: "五步依次各写一次（S13）", en: "Write each of the five stages once, in order (S13)"))
  }

  static func stageOutOfOrder(_ stage: Project.Stage, _ on: Day, after last: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .stageOutOfOrder, at: place,
      message: Bilingual(
        zh: "“\(stage.words.zh)”的日期 \(on) 早于前一步的 \(last)",
        en: "“\(stage.words.en)” on \(on) is before the stage it follows, \(last)"),
      remedy: Bilingual(zh: "核对两步的日期", en: "Check the dates of the two stages"))
  }

  static func projectWithoutTasks(_ title: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .projectWithoutTasks, .warning, at: place,
      message: Bilingual(
        zh: "项目“\(title)”已过目标确定，还没有任务：评了档次也没有人得分",
        en: "“\(title)” is past its goal without a task: whatever its grade, nobody earns a point"),
      remedy: Bilingual(
        zh: "在 tasks 里写明任务、认领人和份额（S15）", en: "Write the tasks with their claimants and shares under tasks (S15)"))
  }

  static func sharesDoNotSum(_ sum: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .sharesDoNotSum, at: place,
      message: Bilingual(zh: "各任务的份额合计 \(sum)，不是 100", en: "the shares of all tasks sum to \(sum), not 100"),
      remedy: Bilingual(zh: "调整份额，使全部任务合计 100（S15）", en: "Make the shares of all tasks sum to 100 (S15)"))
  }

  static func gradeOutsideScale(_ grade: Int, _ grades: [Int], at place: Place) -> Diagnostic {
    let scale = grades.map(String.init).joined(separator: "/")
    return Diagnostic(
      .gradeOutsideScale, at: place,
      message: Bilingual(zh: "\(grade) 不在 \(scale) 之中", en: "\(grade) is none of \(scale)"),
      remedy: Bilingual(zh: "改成其中一档，或不写，由程序计算（S17）", en: "Write one of them, or leave it to the program (S17)"))
  }

  static func gradeTooEarly(_ grade: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .gradeOutsideScale, at: place,
      message: Bilingual(zh: "还缺一方评价，不能定 \(grade) 档", en: "grade \(grade) while an evaluation is missing"),
      remedy: Bilingual(zh: "补上评价，或删去 grade（待评）", en: "Add the evaluation, or remove the grade"))
  }

  static func gradeDiffers(_ grade: Int, _ combined: EvaluationScore, _ given: Int?, at place: Place) -> Diagnostic {
    let score = combined.exact
    return Diagnostic(
      .gradeOutsideScale, at: place,
      message: Bilingual(
        zh: "两方评价合成 \(score)，" + (given.map { "应为 \($0) 档" } ?? "低于最低一档") + "，不是 \(grade)",
        en: "the evaluations combine to \(score), " + (given.map { "grade \($0)" } ?? "below every grade")
          + ", not \(grade)"),
      remedy: Bilingual(zh: "核对两个分数，或删去 grade", en: "Check the two scores, or remove the grade"))
  }
}
