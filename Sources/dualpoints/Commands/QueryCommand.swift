import ArgumentParser
import Diagnostics
import Disk
import Foundation
import Reports
import Tables
import Texts
import Workspace

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: say(zh: "用 SQL 问台账", en: "Ask the ledger in SQL."),
    discussion: say(
      zh: """
        只读：一条 SELECT，问 docs/schema.md 里的表和视图。现成的问题见 --list。SQL 也可以写在 .sql 文件里，或从管道来（-）。

        示例：
          dualpoints query --list
          dualpoints query --name donors --param times=3 --param years=3
          dualpoints query "SELECT name, total FROM member_points WHERE year = 2025 ORDER BY total DESC LIMIT 10"
          dualpoints query 夏季.sql --format xlsx -o 夏季.xlsx

        退出码：1 SQL 或内容有错，130 按 Ctrl-C 停止。
        """,
      en: """
        It only reads: one SELECT on the tables and views of docs/schema.md. --list has questions ready. The SQL may stand
        in a file, .sql, or come from a pipe (-).

        Examples:
          dualpoints query --list
          dualpoints query --name donors --param times=3 --param years=3
          dualpoints query "SELECT name, total FROM member_points WHERE year = 2025 ORDER BY total DESC LIMIT 10"
          dualpoints query summer.sql --format xlsx -o summer.xlsx

        Exit codes: 1 a mistake in the SQL or the content, 130 ended by Ctrl-C.
        """))

  @Argument(
    help: ArgumentHelp(
      say(zh: "SQL，或 .sql 文件，或 -（从标准输入读）", en: "SQL, a file .sql, or - for the standard input."), valueName: "sql"))
  var sql: String?

  @Option(help: ArgumentHelp(say(zh: "现成的问题，名称见 --list", en: "A question of --list."), valueName: "query"))
  var name: String?

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp(
      say(zh: "参数，SQL 里写作 :名字；可以写几个", en: "A parameter, :name in the SQL; may be repeated."), valueName: "name=value"))
  var parameters: [String] = []

  @Flag(help: ArgumentHelp(say(zh: "列出现成的问题", en: "List the questions that are ready.")))
  var list = false

  @OptionGroup var table: TableOutput
  @OptionGroup var edition: LedgerEdition
  @OptionGroup var project: ProjectOption

  func validate() throws {
    let asked = [sql != nil, name != nil, list].count { $0 }
    guard asked == 1 else {
      throw ValidationError(say(zh: "写 SQL、--name 或 --list，三者之一", en: "give either SQL, --name or --list"))
    }
  }

  func run() throws {
    // Nothing is written before the end, so there is nothing to put in order.
    signal(SIGINT) { _ in _exit(130) }
    try withExitCodes(project: project) {
      let inputs = sql.map { $0.ends(with: ".sql") ? [$0] : [] } ?? []
      try table.check(for: project, apartFrom: inputs)
      if list { return try table.deliver(listedQueries(), language: startLanguage, for: project, apartFrom: inputs) }
      let (question, given) = (try question(), try given())
      let order = try edition.order(project)
      let answer = try withProgress(WorkCounter()) { try askLedger(question, parameters: given, order) }
      if answer.diagnostics.hasErrors { try report(answer.diagnostics, in: answer.tree) }
      guard let report = answer.report else { throw ExitCode(1) }
      try table.deliver(report, language: language(for: answer.tree), for: project, apartFrom: inputs)
      end(with: answer)
    }
  }

  private func question() throws -> LedgerQuestion {
    if let name { return .named(name) }
    let sql = sql ?? ""
    if sql == "-" {
      let bytes = FileHandle.standardInput.readDataToEndOfFile()
      return .sql(String(decoding: bytes, as: UTF8.self), name: "-")
    }
    guard sql.ends(with: ".sql") else { return .sql(sql, name: "query.sql") }
    return .sql(try readQuery(sql), name: sql)
  }

  private func given() throws -> [String: String] {
    var given: [String: String] = [:]
    for text in parameters {
      let parts = text.parts(at: "=", most: 1, keepingEmpty: true)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw UsageFailure(zh: "--param \(text) 要写成 名字=值", en: "--param \(text) must be name=value")
      }
      guard given.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else {
        throw UsageFailure(zh: "参数 \(parts[0]) 写了两次", en: "the parameter \(parts[0]) is given twice")
      }
    }
    return given
  }
}
