import ArgumentParser
import Diagnostics
import Workspace

struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: say(
      zh: "与以前发布的网站相比：谁变了，哪些页面变了，因为哪些记录",
      en: "Compared with a site published earlier: who moved, which pages changed, because of which records."),
    discussion: say(
      zh: """
        只看不写。可以拿来比的：以前发布的文件夹、年度档案包、旧的项目文件夹。

        示例：
          dualpoints changes /srv/backup/public-2025-11
          dualpoints changes public --format csv
        """,
      en: """
        Writes nothing. It compares with a folder published earlier, the folder of an archive, or an older project.

        Examples:
          dualpoints changes /srv/backup/public-2025-11
          dualpoints changes public --format csv
        """))

  @Argument(help: ArgumentHelp(say(zh: "以前的网站", en: "The earlier site."), valueName: "old"))
  var old: String

  @Option(help: ArgumentHelp(say(zh: "输出格式：table、csv 或 json", en: "Output: table, csv or json.")))
  var format = StandingsFormat.table

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      let (text, tree, diagnostics) = try changes(
        since: old, project: project.project, format: format, language: { language(for: $0) })
      try dualpoints.report(diagnostics, in: tree)
      if let text { print(text, terminator: "") }
    }
  }
}
