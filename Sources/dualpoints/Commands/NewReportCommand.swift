import ArgumentParser
import Diagnostics
import Workspace

struct NewReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say(zh: "新写一份报告：结论、表和图由 SQL 从台账算出", en: "Begin a report, whose figures SQL works out from the ledger."),
    discussion: say(
      zh: "示例：\n  dualpoints new report donors --title 三年三献\n写法见 docs/reports.md",
      en:
        "Example:\n  dualpoints new report donors --title \"Gave blood three times\"\ndocs/reports.md says how one is written"
    ))

  @Argument(help: ArgumentHelp(say(zh: "编号，也是网址", en: "Its id, which is its address."), valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp(say(zh: "名称", en: "Its name.")))
  var title: String

  @OptionGroup var project: ProjectOption

  func run() throws {
    try tell(project, newReport(id, title: title, project: project.project)) {
      Bilingual(zh: "已写入 \($0.place)", en: "wrote \($0.place)")
    }
  }
}
