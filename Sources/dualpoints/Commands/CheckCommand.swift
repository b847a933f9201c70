import ArgumentParser
import Diagnostics
import Disk
import Workspace

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(zh: "检查内容和模板，不写文件", en: "Look for mistakes in content and templates; write nothing."),
    discussion: say(zh: "示例：\n  dualpoints check", en: "Example:\n  dualpoints check"))

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      let day = try project.day(for: .shows).day
      let report = try withProgress(WorkCounter()) { try checkSite(project: project.project, on: day) }
      printPassedOver(in: report.tree)
      try dualpoints.report(report.diagnostics, in: report.tree)
      if report.diagnostics.isEmpty {
        printOutput(Bilingual(zh: "没有发现错误", en: "no mistakes found").text(in: language(for: report.tree)))
      }
    }
  }
}
