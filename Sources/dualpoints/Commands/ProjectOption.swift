import ArgumentParser
import Diagnostics
import Workspace

struct ProjectOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        zh: "项目文件夹，其中有 content/，想改版式时还有 templates/",
        en: "The project's folder, which holds content/, and templates/ where it has its own."),
      valueName: "dir"))
  var project = "."

  /// The day a run stands for; one that comes from the clock is told, since nobody named it.
  func day(asked: String? = nil, for use: DayUse) throws -> StandingDay {
    let day = try standingDay(asked: asked, for: use, project: project)
    printStanding(day)
    return day
  }
}

/// Says the day that the clock gave.
func printStanding(_ day: StandingDay) {
  if let words = day.words { printError(words.text(in: language(for: day.site)) + "\n") }
}

/// The day of what is written, where the content leaves it open.
struct DayOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      say(
        zh: "统计日，例如 2025-06-30，或 today（今天）；site.yaml 写 as_of: 逐日 时要写明",
        en: "The day it stands for, such as 2025-06-30, or today; needed where site.yaml says as_of: daily."),
      valueName: "day"))
  var asOf: String?
}

/// Which year, and as of which day, a report speaks of.
struct YearOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say(zh: "年度，默认最近一年", en: "The year; by default the latest.")))
  var year: Int?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      say(
        zh: "截至这一天，例如 2025-06-30；默认用内容里的统计日，逐日的用今天",
        en: "As of this day, such as 2025-06-30; by default the content's own day, or today where it leaves that open."),
      valueName: "day"))
  var asOf: String?
}
