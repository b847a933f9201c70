import ArgumentParser
import Diagnostics
import Tables
import Workspace

extension TableFormat: ExpressibleByArgument {}

/// Where a table goes: to the terminal or a pipe, or into a file.
struct TableOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        zh: "输出格式：table、csv、spreadsheet（csv 加中文栏名）、json 或 markdown",
        en: "Output: table, csv, spreadsheet (csv with titles for people), json or markdown.")))
  var format = TableFormat.table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(
        zh: "写到这个文件（CSV 带有 Excel 认中文的标记），不印在终端",
        en: "Write this file, CSV with the mark Excel needs for Chinese, instead of printing."), valueName: "file"))
  var output: String?

  func deliver(_ report: TableReport, language: Language) throws {
    guard let output else { return printOutput(report.render(as: format, in: language), terminator: "") }
    try writeReport(report, format, in: language, to: output)
    printOutput(Bilingual(zh: "已写入 \(output)", en: "wrote \(output)").text(in: language))
  }
}
