import ArgumentParser
import Workspace

struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: say(
      zh: "与以前发布的网站相比：谁变了，哪些页面变了，因为哪些记录",
      en: "Compared with a site published earlier: who moved, which pages changed, because of which records."),
    discussion: say(
      zh: """
        只看不写。可以拿来比的：以前发布的文件夹、归档（文件夹，不是 zip）、旧的项目文件夹。后两种先由现在的程序
        重新生成再比：看得出内容的变化，看不出程序和自带模板更新造成的不同。

        示例：
          dualpoints changes /srv/backup/public-2025-11
          dualpoints changes public --format csv
        """,
      en: """
        Writes nothing. It compares with a folder published earlier, the folder of an archive (not its zip), or an older
        project. Of the latter two this program makes a site first: what changed in the content is shown, what a newer
        program or its templates changed isn't.

        Examples:
          dualpoints changes /srv/backup/public-2025-11
          dualpoints changes public --format csv
        """))

  @Argument(help: ArgumentHelp(say(zh: "以前的网站", en: "The earlier site."), valueName: "old"))
  var old: String

  @OptionGroup var table: TableOutput

  @Option(
    help: ArgumentHelp(
      say(
        zh: "比哪个版本：intranet 或 office；默认看旧网站是哪个（归档和旧项目按 intranet）。自己改过 layout.mustache 的 robots 一行时要写明",
        en: """
          Which site: intranet or office; by default what the old one is (intranet for an archive or a project). Needed \
          where a layout.mustache of your own changes the line about robots.
          """)))
  var profile: SiteProfile?

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      let (report, tree, diagnostics) = try changes(
        since: old, project: project.project, on: project.day(for: .shows).day, profile: profile)
      try dualpoints.report(diagnostics, in: tree)
      if let report { try table.deliver(report, language: language(for: tree), for: project) }
    }
  }
}
