import ArgumentParser
import Workspace

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: say(zh: "换一份积分标准试算：谁会变，为什么", en: "Standings under another rulebook: who moves, and why."),
    discussion: say(
      zh:
        "只看不写，也不比对封账。\n\n示例：\n  dualpoints simulate --rulebook draft-2026.yaml\n  dualpoints simulate --rulebook 项目草稿.xlsx\n  dualpoints simulate --rulebook draft.yaml --year 2024 --format csv",
      en:
        "Writes nothing, and doesn't compare seals.\n\nExamples:\n  dualpoints simulate --rulebook draft-2026.yaml\n  dualpoints simulate --rulebook items.xlsx\n  dualpoints simulate --rulebook draft.yaml --year 2024 --format csv"
    ))

  @Option(
    help: ArgumentHelp(
      say(
        zh: "另一份标准，写法同 rulebook.yaml；或者一份项目表（.csv、.xlsx），只换项目",
        en: "The other rulebook, in the form of rulebook.yaml; or a table of items (.csv, .xlsx) in place of its items."
      ), valueName: "file"))
  var rulebook: String

  @Option(help: ArgumentHelp(say(zh: "年度，默认最近一年", en: "The year; by default the latest.")))
  var year: Int?

  @OptionGroup var table: TableOutput

  @Flag(help: ArgumentHelp(say(zh: "不变的人也列出", en: "List also those who don't move.")))
  var all = false

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      try table.check(for: project, apartFrom: [rulebook])
      let (report, tree, diagnostics) = try simulate(
        rulebook: rulebook, year: year, project: project.project, on: project.day(for: .shows).day, showsAll: all)
      try dualpoints.report(diagnostics, in: tree)
      if let report { try table.deliver(report, language: language(for: tree), for: project, apartFrom: [rulebook]) }
    }
  }
}
