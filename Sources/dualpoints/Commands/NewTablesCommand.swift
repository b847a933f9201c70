import ArgumentParser
import Diagnostics
import Workspace

struct NewTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: say(
      zh: "生成一年的空表：积分登记、公益登记两个工作簿，人名和项目下拉选择",
      en: "Empty workbooks of a year for records and welfare, with people and items to choose from."),
    discussion: say(
      zh: """
        写到这一年的 records/ 和 welfare/ 里，填好存盘就是台账，不用读表规则。已有的文件从不改动。

        示例：
          dualpoints new tables 2026
          dualpoints new tables 2026 --output 空表
        """,
      en: """
        They stand in records/ and welfare/ of the year; filled in and saved they are the ledger, without a rule of reading.
        What is there already is never touched.

        Examples:
          dualpoints new tables 2026
          dualpoints new tables 2026 --output forms
        """))

  @Argument(help: ArgumentHelp(say(zh: "年度，例如 2026", en: "The year, such as 2026.")))
  var year: Int

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(zh: "写到这个文件夹，不写进 content/", en: "Write into this folder instead of content/."), valueName: "folder"))
  var output: String?

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      let (written, tree, diagnostics) = try newTables(year, output: output, project: project.project)
      guard let written else {
        try report(diagnostics, in: tree)
        throw ExitCode(1)
      }
      let paths = written.joined(separator: "\n")
      printOutput(
        Bilingual(zh: "已写入\n\(paths)", en: "wrote\n\(paths)").text(in: language(for: tree)))
    }
  }
}
