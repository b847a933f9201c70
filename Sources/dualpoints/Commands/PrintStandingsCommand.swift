import ArgumentParser
import Workspace

struct PrintStandingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standings", abstract: say(zh: "党员积分榜", en: "The leaderboard of members."))

  @Option(help: ArgumentHelp(say(zh: "只印一个支部，写编号或名称", en: "Only one branch, by id or name.")))
  var branch: String?

  @OptionGroup var options: PrintOptions

  func run() throws {
    try options.run { try printStandings($0, branch: branch) }
  }
}
