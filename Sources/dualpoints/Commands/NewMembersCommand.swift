import ArgumentParser
import Diagnostics
import Workspace

struct NewMembersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: say(
      zh: "给花名册上的人编号，找出转入、转出、转正的人", en: "Give ids to the people of a roster; find who came, moved and left."),
    discussion: say(
      zh: """
        花名册放在 content/members/ 里，或用 --from 指出。先看提议，核对了再加 --write：
        编号、拼音、笔画写进 content/keys.csv，所在支部写进 content/memberships/roster.csv；已有的编号不变。

        示例：
          dualpoints new members
          dualpoints new members --from 花名册.xlsx --rule 花名册.yaml
          dualpoints new members --from 花名册.csv --since 2025-01-01 --write
        """,
      en: """
        The roster stands in content/members/, or --from names it. Look at what is proposed, then add --write: ids, pinyin
        and strokes go into content/keys.csv, stays into content/memberships/roster.csv; ids that are given never change.

        Examples:
          dualpoints new members
          dualpoints new members --from roster.xlsx --rule roster.yaml
          dualpoints new members --from roster.csv --since 2025-01-01 --write
        """))

  @Option(
    help: ArgumentHelp(say(zh: "花名册：工作簿或 CSV", en: "The roster: a workbook or CSV."), valueName: "file"))
  var from: String?

  @Option(help: ArgumentHelp(say(zh: "它的读表规则", en: "The rule it is read by."), valueName: "file"))
  var rule: String?

  @Option(
    help: ArgumentHelp(
      say(
        zh: "新人从哪天起计，默认统计日那年的 1 月 1 日", en: "Since when new people count; by default 1 January of the report's year."),
      valueName: "day"))
  var since: String?

  @Flag(help: ArgumentHelp(say(zh: "写进 content/", en: "Enter it into content/.")))
  var write = false

  @OptionGroup var table: TableOutput

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      try table.check(for: project, apartFrom: from.map { [$0] } ?? [])
      let (made, tree, diagnostics) = try newMembers(
        from: from, rule: rule, since: since, write: write, project: project.project)
      try dualpoints.report(diagnostics, in: tree)
      guard let made else { throw ExitCode(1) }
      try table.deliver(made.report, language: language(for: tree), for: project, apartFrom: from.map { [$0] } ?? [])
      if let leftOut = made.leftOutWords { printError(leftOut.text(in: language(for: tree)) + "\n") }
      if let byHand = made.byHand { printError(byHand.text(in: language(for: tree)) + "\n") }
      guard !made.written.isEmpty else { return }
      let paths = made.written.joined(separator: ", ")
      printOutput(Bilingual(zh: "已写入 \(paths)", en: "wrote \(paths)").text(in: language(for: tree)))
    }
  }
}
