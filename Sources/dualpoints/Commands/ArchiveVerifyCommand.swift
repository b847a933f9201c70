import ArgumentParser
import Diagnostics
import Texts
import Workspace

/// Nobody reads more of them.
private let mostProblems = 200

struct ArchiveVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: say(zh: "校验归档包或它的 zip", en: "Verify a bag or its zip."),
    discussion: say(
      zh: "改动、增加、删除、改名的文件和链接都会逐一指出。改后重新计算过校验值的，只有与纸上的指纹比对才能发现。\n\n退出码：0 完好，1 有问题，2 读不出。",
      en:
        "Names every file that was changed, added, deleted or renamed, and every link. A bag that was changed and hashed anew is found by the fingerprint on paper alone.\n\nExit codes: 0 sound, 1 refused, 2 can't be read."
    ))

  @Argument(
    help: ArgumentHelp(
      say(zh: "归档包文件夹、zip，或放着二者的文件夹", en: "The bag's folder, its zip, or the folder with both."), valueName: "bag"))
  var bag: String

  @Option(
    help: ArgumentHelp(
      say(zh: "移交单上的指纹，空格和大小写随意", en: "The fingerprint on paper; spaces and letter case as you like."), valueName: "hex"
    ))
  var fingerprint: String?

  func run() throws {
    try withExitCodes(project: nil) {
      let reports = try verifyArchives(bag, against: fingerprint)
      for report in reports { tell(report) }
      if reports.contains(where: { !$0.problems.isEmpty }) { throw ExitCode(1) }
    }
  }

  private func tell(_ report: BagReport) {
    guard report.problems.isEmpty else {
      // Names in it are somebody else's, and may hold what steers a terminal.
      for problem in report.problems.prefix(mostProblems) {
        printError(problem.text(in: startLanguage).printable + "\n")
      }
      let further = report.problems.count - mostProblems
      if further > 0 { printError(say(zh: "还有 \(further) 处，没有列出\n", en: "\(further) more, not shown\n")) }
      printError(
        say(
          zh: "归档包有 \(report.problems.count) 处问题：\(report.path.printable)\n",
          en: "refused, \(report.problems.count) problems: \(report.path.printable)\n"))
      return
    }
    let compared =
      fingerprint == nil
      ? say(zh: "与移交单上签字的指纹比对：", en: "compare with the fingerprint signed on paper:")
      : say(zh: "与给出的指纹相同：", en: "the fingerprint is the one given:")
    printOutput(report.path.printable)
    printOutput(
      say(
        zh: "归档包完好：\(report.title)，\(report.payloadCount) 个文件，\(report.payloadSize) 字节，数据截至 \(report.day)",
        en: "sound: \(report.title), \(report.payloadCount) files, \(report.payloadSize) bytes, as of \(report.day)"
      ).printable)
    printOutput(compared)
    printOutput("  " + inFours(report.fingerprint ?? ""))
  }
}

struct ArchiveListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say(zh: "列出一个文件夹里的归档包，逐个校验", en: "List the bags of a folder, each verified."))

  @Argument(help: ArgumentHelp(say(zh: "文件夹，默认 archives", en: "The folder; by default archives."), valueName: "dir"))
  var folder = "archives"

  func run() throws {
    try withExitCodes(project: nil) {
      let reports = try listArchives(folder)
      if reports.isEmpty { printOutput(say(zh: "\(folder) 里没有归档包", en: "no bags in \(folder)")) }
      for report in reports {
        let verdict =
          report.problems.isEmpty
          ? say(zh: "完好", en: "sound")
          : say(zh: "有 \(report.problems.count) 处问题", en: "\(report.problems.count) problems")
        printOutput("\(report.path)  \(report.title)  \(report.day)  \(verdict)".printable)
        printOutput("  " + inFours(report.fingerprint ?? ""))
      }
      if reports.contains(where: { !$0.problems.isEmpty }) { throw ExitCode(1) }
    }
  }
}
