import ArgumentParser
import Diagnostics
import Disk
import Reports
import Tables
import Workspace

/// How a check tells what it found.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      zh: "检查内容和模板；不写文件，除非要一页检查结果", en: "Look for mistakes in content and templates; write nothing but a report."),
    discussion: say(
      zh: """
        示例：
          dualpoints check
          dualpoints check --report 检查结果.html     写成一页，给看不到终端的人
          dualpoints check --format json              给别的程序
        """,
      en: """
        Examples:
          dualpoints check
          dualpoints check --report report.html       one page, for who sees no terminal
          dualpoints check --format json              for another program
        """))

  @Option(
    help: ArgumentHelp(
      say(
        zh: "把结果写成一页网页：要改的、提醒、和上次发布比。列出所有人，是办公室内部的",
        en:
          "Write the result as a page: what to mend, warnings, what changed since the last publication. It is the office's."
      ),
      valueName: "file"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      say(zh: "和哪个发布了的网站比，默认项目里的 public", en: "The published site to compare with; by default public in the project."),
      valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp(say(zh: "text（默认）或 json", en: "text (default) or json.")))
  var format = CheckFormat.text

  @Flag(help: ArgumentHelp(say(zh: "终端上只印错误", en: "Print errors only.")))
  var quiet = false

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      let standing = try standingDay(for: .shows, project: project.project)
      if !quiet { printStanding(standing) }
      let (found, findings) = try check(on: standing)
      if let report, let findings {
        try writeCheckReport(findings, to: report, project: project.project, output: site)
      }
      switch format {
      case .json:
        if let findings { printOutput(diagnosticTable(findings).render(as: .json, in: .english), terminator: "") }
        if found.diagnostics.hasErrors { throw ExitCode(1) }
      case .text: try tell(found)
      }
    }
  }

  /// The folder that is published.
  private var site: String { output ?? project.project + "/public" }

  /// Only what is asked for is compared with a published site.
  private func check(on standing: StandingDay) throws -> (BuildReport, CheckFindings?) {
    try withProgress(WorkCounter()) {
      guard report != nil || format == .json else {
        return (try checkSite(project: project.project, on: standing.day, output: output), nil)
      }
      let full = try checkSite(
        project: project.project, on: standing, comparedWith: site)
      return (full.report, full.findings)
    }
  }

  private func tell(_ found: BuildReport) throws {
    let language = language(for: found.tree)
    guard !quiet else {
      return try dualpoints.report(found.diagnostics.filter { $0.severity == .error }, in: found.tree)
    }
    printPassedOver(in: found.tree)
    if let report { printOutput(Bilingual(zh: "已写入 \(report)", en: "wrote \(report)").text(in: language)) }
    try dualpoints.report(found.diagnostics, in: found.tree, acknowledged: found.acknowledged.count)
    if found.diagnostics.isEmpty {
      printOutput(Bilingual(zh: "没有发现错误", en: "no mistakes found").text(in: language))
    }
  }
}
