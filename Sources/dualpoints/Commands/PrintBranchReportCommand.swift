import ArgumentParser
import Workspace

struct PrintBranchReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "branch-report",
    abstract: say(zh: "支部年度报告，每个支部A4两页", en: "The report of a branch for its meeting: two A4 pages each."))

  @Option(
    help: ArgumentHelp(
      say(zh: "哪个支部，写编号或名称；all（默认）为全部", en: "Which branch, by id or name; all (default) for every one.")))
  var branch = "all"

  @OptionGroup var options: PrintOptions

  func run() throws {
    try options.run { try printBranchReport($0, branch: branch == "all" ? nil : branch) }
  }
}
