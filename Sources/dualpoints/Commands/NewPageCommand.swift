import ArgumentParser
import Diagnostics
import Workspace

struct NewPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: say(zh: "新写一个自己的页面，如办事指南、通知", en: "Begin a page of your own, such as a guide or a notice."),
    discussion: say(
      zh: "示例：\n  dualpoints new page 办事指南/转接 --title 转接组织关系",
      en: "Example:\n  dualpoints new page guides/transfer --title \"How to transfer\""))

  @Argument(
    help: ArgumentHelp(
      say(zh: "在 content/pages/ 里的路径，也是网址", en: "Its path below content/pages/, which is its address."),
      valueName: "path"))
  var address: String

  @Option(help: ArgumentHelp(say(zh: "标题", en: "The title.")))
  var title: String

  @OptionGroup var project: ProjectOption

  func run() throws {
    try tell(project, newPage(address, title: title, project: project.project)) {
      Bilingual(zh: "已写入 \($0.place)", en: "wrote \($0.place)")
    }
  }
}
