import ArgumentParser
import Diagnostics
import Engines
import Workspace

struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: say(zh: "打印：生成PDF", en: "Documents for paper, as PDF."),
    discussion: say(
      zh: """
        用 WeasyPrint（60 或更新，生成归档用的 PDF/A-2a）或 Chromium 生成PDF；加 --html 则只写网页，用浏览器打印。

        示例：
          dualpoints print standings                 全公司积分榜
          dualpoints print standings --branch b03    一个支部的积分榜
          dualpoints print ledger --member 许文博    一名党员的账目
          dualpoints print branch-report             每个支部两页，开支部大会用
          dualpoints print dossier --member 许文博   个人积分档案，历年，随档案用
          dualpoints print report donors             一份报告（content/reports/donors.md）
          dualpoints print certificates              荣誉证书
        """,
      en: """
        PDF is made by WeasyPrint (60 or later, giving PDF/A-2a for archives) or Chromium; with --html a page is written
        that a browser prints.

        Examples:
          dualpoints print standings                 the company's leaderboard
          dualpoints print standings --branch b03    a branch's leaderboard
          dualpoints print ledger --member xu-wenbo  a member's account
          dualpoints print branch-report             two pages a branch, for its meeting
          dualpoints print dossier --member xu-wenbo a member's file of all years
          dualpoints print report donors             a report (content/reports/donors.md)
          dualpoints print certificates              certificates of honors
        """),
    subcommands: [
      PrintHonorRollCommand.self, PrintPosterCommand.self, PrintNoticeCommand.self, PrintCertificatesCommand.self,
      PrintStandingsCommand.self, PrintLedgerCommand.self, PrintBranchReportCommand.self, PrintDossierCommand.self,
      PrintBranchDossierCommand.self, PrintReportCommand.self,
    ])
}

/// What every print is asked for.
struct PrintOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say(zh: "年度，默认最近一年", en: "The year; by default the latest.")))
  var year: Int?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(zh: "写到哪个文件，默认在当前文件夹", en: "The file to write; by default in the working folder."), valueName: "file"))
  var output: String?

  @Flag(help: ArgumentHelp(say(zh: "只写网页，不生成PDF", en: "Write a page for a browser instead of a PDF.")))
  var html = false

  @Option(
    help: ArgumentHelp(
      say(
        zh: "给谁看：intranet（默认）只列公布的名次，office 是办公室内部版",
        en: "For whom: intranet (default) names those who are published; office is the Party office's own.")))
  var profile = SiteProfile.intranet

  @OptionGroup var day: DayOption
  @OptionGroup var project: ProjectOption

  func order() throws -> PrintOrder {
    PrintOrder(
      project: project.project, on: try project.day(asked: day.asOf, for: .writes).day, year: year, profile: profile,
      output: output, isHTML: html)
  }

  /// Prints, and says what stands where.
  func run(_ print: (PrintOrder) throws -> PrintReport) throws {
    try withExitCodes(project: project) {
      let order = try order()
      let report = try withProgress(order.progress, words: pagesLaidOut) { try print(order) }
      if report.diagnostics.hasErrors { try dualpoints.report(report.diagnostics, in: report.tree) }
      guard let printed = report.printed else { return }
      if !report.boxes.isEmpty {
        let list = report.boxes.joined(separator: "\n")
        let warning =
          printed.engine == nil
          ? Bilingual(
            zh: "警告：这台机器的字体缺字，在这里打印会是方框\n\(list)",
            en:
              "warning: no font of this machine has these characters, which would be boxes if it were printed here\n\(list)"
          )
          : Bilingual(
            zh: "警告：这台机器的字体缺字，印出来是方框，所以不标 PDF/A\n\(list)\n装上含这些字的字体（如 fonts-noto-cjk、全宋体、遍黑体）后再打印一次",
            en:
              "warning: no font of this machine has these characters, which are boxes in the PDF, so it isn't PDF/A\n\(list)\ninstall a font that has them, then print again"
          )
        printError(warning.text(in: language(for: report.tree)) + "\n")
      }
      if report.isUnlooked {
        let warning = Bilingual(
          zh: "警告：没有 fc-list 或字体，无法检查缺字，所以不标 PDF/A；请安装 fontconfig 和 fonts-noto-cjk",
          en:
            "warning: without fc-list or fonts nobody can tell whether a character is missing, so it isn't PDF/A; install fontconfig and fonts-noto-cjk"
        )
        printError(warning.text(in: language(for: report.tree)) + "\n")
      }
      let how =
        switch printed.engine {
        case .some(let engine):
          engine.standard.map { Bilingual(zh: "，\($0)，\(engine.version)", en: ", \($0) by \(engine.version)") }
            ?? Bilingual(zh: "，\(engine.version)，不是 PDF/A", en: ", by \(engine.version), which isn't PDF/A")
        case nil: Bilingual(zh: "", en: "")
        }
      let done = Bilingual(
        zh: "已写入 \(printed.path)（\(printed.size) 字节\(how.zh)）",
        en: "wrote \(printed.path) (\(printed.size) bytes\(how.en))")
      printOutput(done.text(in: language(for: report.tree)))
    }
  }
}

private func pagesLaidOut(_ count: Int, _: Int) -> String {
  say(zh: "正在排版第 \(count) 页", en: "laying out page \(count)")
}
