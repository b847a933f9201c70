import ArgumentParser
import Diagnostics
import Disk
import Workspace

extension LedgerFormat: ExpressibleByArgument {}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(zh: "把台账写成数据库（SQLite）或一组 CSV", en: "The ledger as a database (SQLite) or as CSV files."),
    discussion: say(
      zh: """
        表和列见 docs/schema.md，每一列带中英文说明。Python、pandas、DBeaver 等都能打开。只看不发布：intranet 版里不公布的
        （公布名次以下的名次、免计事由、一票否决、核实人）不写进去。

        示例：
          dualpoints export 台账.sqlite
          dualpoints export 台账.sqlite --profile office --as-of 2025-06-30
          dualpoints export --format csv 台账

        几十个单位一起问（DuckDB、ClickHouse）：各自导出 CSV 放在一起，运行其中的 duckdb.sql 或 clickhouse.sql，见 docs/scale.md。
        """,
      en: """
        Tables and columns stand in docs/schema.md, each with what it is. Python, pandas and others open it. What the
        intranet's edition hides (ranks below those named, reasons of exemption, vetoes, who vouched) isn't in its export.

        Examples:
          dualpoints export ledger.sqlite
          dualpoints export ledger.sqlite --profile office --as-of 2025-06-30
          dualpoints export --format csv ledger

        Many companies at once (DuckDB, ClickHouse): put their CSV exports side by side and run the duckdb.sql or
        clickhouse.sql among them; see docs/scale.md.
        """))

  @Argument(
    help: ArgumentHelp(
      say(zh: "写到哪个文件；csv 是一个新的文件夹", en: "The file to write; a new folder for csv."), valueName: "path"))
  var path: String

  @Option(help: ArgumentHelp(say(zh: "sqlite（默认）或 csv", en: "sqlite (default) or csv.")))
  var format = LedgerFormat.sqlite

  @Flag(
    help: ArgumentHelp(
      say(zh: "那里已有别的文件时也盖掉；先前导出的不用写", en: "Replace a file that no export wrote; an earlier export needs no word.")))
  var replace = false

  @OptionGroup var edition: LedgerEdition
  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      let order = try edition.order(project)
      let (size, tree, diagnostics) = try withProgress(WorkCounter()) {
        try exportLedger(order, as: format, to: path, replaces: replace)
      }
      if diagnostics.hasErrors { try report(diagnostics, in: tree) }
      guard let size else { throw ExitCode(1) }
      printOutput(
        Bilingual(zh: "已写入 \(path)（\(size) 字节）", en: "wrote \(path) (\(size) bytes)").text(in: language(for: tree)))
      end(with: tree)
    }
  }
}

/// Which day and whose eyes tables are for.
struct LedgerEdition: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      say(
        zh: "截至这一天，例如 2025-06-30；默认用内容里的统计日，逐日的用今天",
        en: "As of this day, such as 2025-06-30; by default the content's own day, or today where it leaves that open."),
      valueName: "day"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      say(
        zh: "给谁看：intranet（默认）只有公布的，office 是办公室内部版，什么都有",
        en: "For whom: intranet (default) has what is published, office everything.")))
  var profile = SiteProfile.intranet

  func order(_ project: ProjectOption) throws -> LedgerOrder {
    let day = try project.day(asked: asOf, for: .asks)
    return LedgerOrder(project: project.project, day: day.day, earlier: day.earlier, profile: profile)
  }
}
