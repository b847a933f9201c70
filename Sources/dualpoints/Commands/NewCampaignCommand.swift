import ArgumentParser
import Diagnostics
import Workspace

struct NewCampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: say(zh: "新建一个专题，纪实放在它里面", en: "Begin a campaign, which stories belong to."),
    discussion: say(
      zh: """
        示例：
          dualpoints new campaign spring --title "春天的几件事"
          dualpoints new campaign spring --title "春天的几件事" --from 2027-03-01 --to 2027-05-31
        """,
      en: """
        Examples:
          dualpoints new campaign spring --title "What spring brought"
          dualpoints new campaign spring --title "What spring brought" --from 2027-03-01 --to 2027-05-31
        """))

  @Argument(
    help: ArgumentHelp(
      say(zh: "文件夹的名字，也是网址，例如 spring", en: "Its folder's name, which is its address, such as spring."),
      valueName: "name"))
  var id: String

  @Option(help: ArgumentHelp(say(zh: "标题", en: "The title.")))
  var title: String

  @Option(
    help: ArgumentHelp(
      say(zh: "从哪天起，默认今天，不晚于统计日", en: "Its first day; by default today, or the report's day if that is earlier."),
      valueName: "day"))
  var from: String?

  @Option(
    help: ArgumentHelp(say(zh: "到哪天为止，默认年度的最后一天", en: "Its last day; by default the year's."), valueName: "day"))
  var to: String?

  @OptionGroup var project: ProjectOption

  func run() throws {
    try tell(project, newCampaign(id, title: title, from: from, to: to, project: project.project)) {
      Bilingual(zh: "已写入 \($0.place)", en: "wrote \($0.place)")
    }
  }
}
