import ArgumentParser
import Loading
import Reports
import Texts

/// What the program understands of workbooks.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: say(zh: "看程序怎样读懂工作簿", en: "What the program understands of workbooks."),
    discussion: say(
      zh: "示例：\n  dualpoints tables --cells 积分登记.xlsx      一格一行：表,格,类型,值",
      en: "Example:\n  dualpoints tables --cells points.xlsx      a line a cell: sheet,cell,kind,value"))

  @Option(
    help: ArgumentHelp(
      say(
        zh: "以 CSV 印出这个工作簿的每一格，以及表的状态、合并、隐藏、筛掉和划掉的行",
        en:
          "Print every cell of this workbook as CSV, with each sheet's state, merges, hidden, filtered and struck-out rows."
      ),
      valueName: "file"))
  var cells: String?

  func run() throws {
    guard let cells else { throw CleanExit.helpRequest(self) }
    try withExitCodes(project: nil) {
      switch try loadWorkbook(cells) {
      case .success(let workbook):
        writeCells(of: workbook) { printData($0) }
        end(with: workbook)
      case .failure(let mistake): try report([mistake.diagnostic], in: SourceTree(files: []))
      }
    }
  }
}
