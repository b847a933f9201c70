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
        zh: "输出格式：table、csv、spreadsheet（csv 加中文栏名）、json、markdown 或 xlsx（工作簿）",
        en: "Output: table, csv, spreadsheet (csv with titles for people), json, markdown or xlsx (a workbook).")))
  var format = TableFormat.text(.table)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(
        zh: "写到这个文件（CSV 带有 Excel 认中文的标记），不印在终端",
        en: "Write this file, CSV with the mark Excel needs for Chinese, instead of printing."), valueName: "file"))
  var output: String?

  func validate() throws {
    guard output == nil, isTerminal, let refusal = format.refusalOnTerminal else { return }
    throw ValidationError(say(zh: refusal.zh, en: refusal.en))
  }

  /// Refuses a file that can't be written before anything is done for it.
  /// - Parameter inputs: files beside the project that are read.
  func check(for project: ProjectOption, apartFrom inputs: [String] = []) throws {
    if let output { try refuseOutput(output, project: project.project, apartFrom: inputs) }
  }

  func deliver(
    _ report: TableReport, language: Language, for project: ProjectOption, apartFrom inputs: [String] = []
  ) throws {
    if let output {
      try writeReport(
        report, format, in: language, to: output, project: project.project, apartFrom: inputs)
      return printOutput(Bilingual(zh: "已写入 \(output)", en: "wrote \(output)").text(in: language))
    }
    switch format {
    case .text(let format):
      printOutput(report.render(as: format, in: language, columns: windowColumns), terminator: "")
    case .workbook: printPacked(report.file(as: .workbook, in: language))
    }
  }
}
