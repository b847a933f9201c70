import ArgumentParser
import Diagnostics
import Disk
import Foundation
import Reports
import Workspace

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(zh: "逐笔说明一名党员或一个支部的积分", en: "Every award of a member or a branch, with its rule and its record."),
    discussion: say(
      zh:
        "示例：\n  dualpoints explain 许文博\n  dualpoints explain b03 --year 2024\n  dualpoints explain xu-wenbo --as-of 2025-06-30",
      en:
        "Examples:\n  dualpoints explain xu-wenbo\n  dualpoints explain b03 --year 2024\n  dualpoints explain xu-wenbo --as-of 2025-06-30"
    ))

  @Argument(help: ArgumentHelp(say(zh: "党员或支部的编号或名称", en: "Key or name of a member or a branch.")))
  var subject: String

  @OptionGroup var table: TableOutput
  @OptionGroup var when: YearOptions
  @OptionGroup var project: ProjectOption

  func run() throws {
    try withScoredProject(project, asOf: when.asOf) { scored, language in
      try table.deliver(explain(subject, year: when.year, in: scored), language: language, for: project)
    }
  }
}

/// Reads and scores, reports any mistakes, and hands the scores on.
func withScoredProject(_ project: ProjectOption, asOf: String?, _ tell: (ScoredProject, Language) throws -> Void) throws
{
  try withExitCodes(project: project) {
    let day = try project.day(asked: asOf, for: .asks)
    let (scored, tree, diagnostics) = try withProgress(WorkCounter()) {
      try scoreProject(project.project, on: day.day, asOf: day.earlier)
    }
    if diagnostics.hasErrors { try report(diagnostics, in: tree) }
    guard let scored else { throw ExitCode(1) }
    try tell(scored, language(for: tree))
    end(with: scored)
  }
}
