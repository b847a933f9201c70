import ArgumentParser

struct ProjectOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        zh: "项目文件夹，其中有 content/，想改版式时还有 templates/",
        en: "The project's folder, which holds content/, and templates/ where it has its own."),
      valueName: "dir"))
  var project = "."
}

/// Which year, and as of which day, a report speaks of.
struct YearOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say(zh: "年度，默认最近一年", en: "The year; by default the latest.")))
  var year: Int?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      say(
        zh: "截至这一天，例如 2025-06-30；默认用内容里的报告日",
        en: "As of this day, such as 2025-06-30; by default the content's own day."),
      valueName: "day"))
  var asOf: String?
}
