import ArgumentParser
import Diagnostics
import Workspace

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: say(zh: "生成一个示例项目，人物和积分均为虚构", en: "Write a generated project of invented people and points."),
    discussion: say(
      zh: "示例：\n  dualpoints sample --members 10000 --records 1000000 --stories 10000 big",
      en: "Example:\n  dualpoints sample --members 10000 --records 1000000 --stories 10000 big"))

  @Option(help: ArgumentHelp(say(zh: "党员人数", en: "How many members.")))
  var members = 412

  @Option(help: ArgumentHelp(say(zh: "每年的记录条数", en: "How many records.")))
  var records = 15_000

  @Option(help: ArgumentHelp(say(zh: "纪实篇数", en: "How many stories.")))
  var stories = 16

  @Option(help: ArgumentHelp(say(zh: "党总支、二级党委等上级组织的个数", en: "How many units between company and branches.")))
  var units = 0

  @Option(help: ArgumentHelp(say(zh: "随机种子，相同则结果相同", en: "The seed; the same one gives the same bytes.")))
  var seed: UInt64 = 1

  @Argument(help: ArgumentHelp(say(zh: "新的或空的文件夹", en: "A new or empty folder."), valueName: "dir"))
  var folder: String

  func validate() throws {
    guard members >= 1, records >= 0, stories >= 0, (0...99).contains(units) else {
      throw ValidationError(
        say(
          zh: "数量不能是负数，党员至少一名，上级组织至多99个",
          en: "counts can't be negative, there is at least one member, and there are at most 99 units"))
    }
  }

  func run() throws {
    try withExitCodes(project: nil) {
      let size = SampleSize(members: members, records: records, stories: stories, seed: seed, units: units)
      let count = try writeSample(size, to: folder)
      printOutput(
        Bilingual(zh: "已写入 \(count) 个文件到 \(folder)", en: "wrote \(count) files to \(folder)")
          .text(in: startLanguage))
    }
  }
}
