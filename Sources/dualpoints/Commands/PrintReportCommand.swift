import ArgumentParser
import Workspace

struct PrintReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say(zh: "报告：content/reports/ 里的一份，或全部", en: "A report of content/reports/, or all of them."))

  @Argument(
    help: ArgumentHelp(
      say(
        zh: "哪一份，写文件名（donors），某一年的写 2025-donors，只要一页写 welfare-short/b03；不写是全部",
        en:
          "Which, by its file's name (donors), a year's as 2025-donors, one page as welfare-short/b03; by default all.")
    ))
  var report: String?

  @OptionGroup var options: PrintOptions

  func run() throws {
    try options.run { try printReport($0, report: report) }
  }
}
