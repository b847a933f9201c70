import ArgumentParser
import Diagnostics
import Workspace

struct NewItemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items",
    abstract: say(zh: "给积分项目表里没有编号的项目编号", en: "Give ids to the items of a table that have none."),
    discussion: say(
      zh: """
        项目表是 content/years/年份/items.csv 或 items.xlsx。先看提议，核对了再加 --write：编号写进 content/item-keys.csv，
        已有的不变；项目改了名，在“又名”里写上原来的名字，编号就不变。

        示例：
          dualpoints new items 2026
          dualpoints new items 2026 --write
        """,
      en: """
        The table is content/years/<year>/items.csv or items.xlsx. Look at what is proposed, then add --write: ids go into
        content/item-keys.csv, and those that are given never change; of an item that was renamed, the former name in 又名
        (also) keeps its id.

        Examples:
          dualpoints new items 2026
          dualpoints new items 2026 --write
        """))

  @Argument(help: ArgumentHelp(say(zh: "年度，例如 2026", en: "The year, such as 2026.")))
  var year: Int

  @Flag(help: ArgumentHelp(say(zh: "写进 content/", en: "Enter them into content/.")))
  var write = false

  @OptionGroup var table: TableOutput

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      try table.check(for: project)
      let (made, tree, diagnostics) = try newItems(year, write: write, project: project.project)
      try dualpoints.report(diagnostics, in: tree)
      guard let made else { throw ExitCode(1) }
      try table.deliver(made.report, language: language(for: tree), for: project)
      guard let path = made.written else { return }
      printOutput(Bilingual(zh: "已写入 \(path)", en: "wrote \(path)").text(in: language(for: tree)))
    }
  }
}
