import ArgumentParser
import Diagnostics
import Loading
import Reports
import Texts
import Workspace

/// What the program understands of workbooks.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: say(zh: "看程序怎样读懂工作簿", en: "What the program understands of workbooks."),
    discussion: say(
      zh: """
        不带参数时说明 content/ 里每个工作簿怎样读：表头在哪里，哪一列是什么，头几行读成什么样，每一行去了哪里。

        示例：
          dualpoints tables                            全部工作簿
          dualpoints tables 积分登记.xlsx              只看一个
          dualpoints tables --suggest 积分登记.xlsx    拟一份读表规则，存成 积分登记.yaml
          dualpoints tables --reconcile                表上的得分、小计、合计与标准对账
          dualpoints tables --write 读懂的             写成 content/ 的 CSV，在新文件夹里
          dualpoints tables --cells 积分登记.xlsx      一格一行：表,格,类型,值
        """,
      en: """
        Without options it says how each workbook of content/ is read: where its header is, which column is which, what
        its first rows become, and where every row went.

        Examples:
          dualpoints tables                        all workbooks
          dualpoints tables points.xlsx            one of them
          dualpoints tables --suggest points.xlsx  rules of reading, to be kept as points.yaml
          dualpoints tables --reconcile            points and sums in tables against the rules
          dualpoints tables --write understood     as CSV in the layout of content/, in a new folder
          dualpoints tables --cells points.xlsx    a line a cell: sheet,cell,kind,value
        """))

  @Argument(help: ArgumentHelp(say(zh: "只看这些工作簿", en: "Only these workbooks."), valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        zh: "以 CSV 印出这个工作簿的每一格，以及表的状态、合并、隐藏、筛掉和划掉的行",
        en:
          "Print every cell of this workbook as CSV, with each sheet's state, merges, hidden, filtered and struck-out rows."
      ),
      valueName: "file"))
  var cells: String?

  @Option(
    help: ArgumentHelp(
      say(
        zh: "把从工作簿读到的全部写成 CSV，放进这个新文件夹", en: "Write all that was read from workbooks as CSV into this new folder."),
      valueName: "folder"))
  var write: String?

  @Option(
    help: ArgumentHelp(
      say(
        zh: "为这个工作簿拟一份读表规则，印出来；存成同名的 .yaml 放在它旁边",
        en: "Print rules of reading for this workbook; keep them beside it under its name, as .yaml."),
      valueName: "file"))
  var suggest: String?

  @Flag(help: ArgumentHelp(say(zh: "列出表上与标准不符的数", en: "List the figures of tables that the rules don't come to.")))
  var reconcile = false

  @OptionGroup var table: TableOutput

  @OptionGroup var project: ProjectOption

  func validate() throws {
    let modes = [cells != nil, write != nil, suggest != nil, reconcile].count(where: \.self)
    guard modes <= 1, modes == 0 || files.isEmpty else {
      throw ValidationError(
        say(
          zh: "--cells、--suggest、--write、--reconcile 一次用一个，不再写文件名",
          en: "use one of --cells, --suggest, --write and --reconcile, without further files"))
    }
  }

  func run() throws {
    if let cells { return try printCells(of: cells) }
    try withExitCodes(project: project) {
      let day = try project.day(for: .shows).day
      if let write {
        let (paths, tree, diagnostics) = try writeTables(to: write, project: project.project, on: day)
        try dualpoints.report(diagnostics, in: tree)
        let words = Bilingual(zh: "已写入 \(paths.count) 个文件：\(write)", en: "wrote \(paths.count) files to \(write)")
        return printOutput(words.text(in: language(for: tree)))
      }
      if let suggest {
        return printOutput(try suggestTableRules(for: suggest, project: project.project, on: day).0, terminator: "")
      }
      if reconcile {
        let (report, tree, diagnostics) = try reconcileTables(project: project.project, on: day)
        try dualpoints.report(diagnostics, in: tree)
        if let report { try table.deliver(report, language: language(for: tree), for: project) }
        return
      }
      let (report, tree, diagnostics) = try describeTables(files, project: project.project, on: day)
      try table.deliver(report, language: language(for: tree), for: project)
      try dualpoints.report(diagnostics, in: tree)
    }
  }

  private func printCells(of file: String) throws {
    try withExitCodes(project: nil) {
      switch try loadWorkbook(file) {
      case .success(let workbook):
        writeCells(of: workbook) { printData($0) }
        end(with: workbook)
      case .failure(let mistake): try report([mistake.diagnostic], in: SourceTree(files: []))
      }
    }
  }
}
