import ArgumentParser
import Reports
import Workspace

extension StandingsSubject: ExpressibleByArgument {}

struct StandingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standings",
    abstract: say(zh: "积分榜", en: "The standings of members or branches."),
    discussion: say(
      zh:
        "示例：\n  dualpoints standings --branch b03\n  dualpoints standings --of branches --year 2024\n  dualpoints standings --format csv -o jifen.csv",
      en:
        "Examples:\n  dualpoints standings --branch b03\n  dualpoints standings --of branches --year 2024\n  dualpoints standings --format csv -o points.csv"
    ))

  @Option(name: .customLong("of"), help: ArgumentHelp(say(zh: "党员（members）还是支部（branches）", en: "Members or branches.")))
  var subject = StandingsSubject.members

  @Option(help: ArgumentHelp(say(zh: "只看一个支部，写编号或名称", en: "Only one branch, by id or name.")))
  var branch: String?

  @OptionGroup var table: TableOutput
  @OptionGroup var when: YearOptions
  @OptionGroup var project: ProjectOption

  func run() throws {
    try withScoredProject(project, asOf: when.asOf) { scored, language in
      let report = try standings(of: subject, year: when.year, branch: branch, in: scored)
      try table.deliver(report, language: language, for: project)
    }
  }
}
