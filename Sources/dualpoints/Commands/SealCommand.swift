import ArgumentParser
import Diagnostics
import Workspace

struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: say(zh: "封账：把一个时段的记录和得分固定下来", en: "Seal a period: fix its entries and what they gave."),
    discussion: say(
      zh: """
        写入 content/years/<年度>/seals/。以后 check 和 build 会逐条比对：改动或删除封账记录、改动积分标准都是错误；
        新加的算补录，要写补录日期和事由。

        示例：
          dualpoints seal 2025-03
          dualpoints seal 2025-q1
          dualpoints seal 2025
        """,
      en: """
        Writes into content/years/<year>/seals/. From then on check and build compare entry by entry: a changed or
        removed entry, or a changed rulebook, is an error; a new one must say when it was entered and why.

        Examples:
          dualpoints seal 2025-03
          dualpoints seal 2025-q1
          dualpoints seal 2025
        """))

  @Argument(help: ArgumentHelp(say(zh: "年度、季度或月份", en: "A year, quarter or month."), valueName: "period"))
  var period: String

  @OptionGroup var day: DayOption
  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      let (seal, tree, diagnostics) = try sealPeriod(
        period, project: project.project, on: project.day(asked: day.asOf, for: .writes).day)
      try dualpoints.report(diagnostics, in: tree)
      guard let seal else { return }
      let text = Bilingual(
        zh: "已封账 \(seal.entries) 条，写入 \(seal.path).yaml 和 .csv\n指纹（签在纸上）：\(seal.fingerprint)",
        en:
          "sealed \(seal.entries) entries into \(seal.path).yaml and .csv\nfingerprint (to sign on paper): \(seal.fingerprint)"
      )
      printOutput(text.text(in: language(for: tree)))
    }
  }
}
