import ArgumentParser
import Reports
import Workspace

/// Arguments in, exit code out: 0 fine, 1 mistakes in the content, 2 the environment failed, 64 wrong arguments.
@main
struct DualPoints: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dualpoints",
    abstract: say(zh: "双积分制：从流水账算出积分，生成网站", en: "Dual points: from a ledger in plain text to points and a website"),
    discussion: say(
      zh: """
        示例：
          dualpoints build                      生成网站到 public/
          dualpoints check                      只检查内容，不写文件
          dualpoints serve                      在本机预览，保存后自动刷新
          dualpoints explain 许文博             一名党员的每一分从哪里来
          dualpoints standings --format csv     积分榜，供表格软件打开
          dualpoints print standings            打印用的PDF

        退出码：0 正常，1 内容有错，2 环境出错（磁盘、权限），64 参数有错。
        """,
      en: """
        Examples:
          dualpoints build                      publish the site into public/
          dualpoints check                      look for mistakes, write nothing
          dualpoints serve                      preview on this machine, reloading what is saved
          dualpoints explain xu-wenbo        where each point of a member comes from
          dualpoints standings --format csv     the standings for a spreadsheet
          dualpoints print standings            a PDF for paper

        Exit codes: 0 fine, 1 mistakes in the content, 2 the environment failed (disk, rights), 64 wrong arguments.
        """),
    version: programVersion,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, WatchCommand.self, GroupCommand.self, NewCommand.self,
      ExplainCommand.self, StandingsCommand.self, QueryCommand.self, ExportCommand.self, SealCommand.self,
      SimulateCommand.self,
      ChangesCommand.self, PrintCommand.self, ArchiveCommand.self, TablesCommand.self, SampleCommand.self,
    ])

  /// As the library would, but through the one gate: a wrong argument is cited, and it may be a name from a foreign disk.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let (code, text) = (exitCode(for: error), inReadersLanguage(fullMessage(for: error)))
      if !text.isEmpty { code.isSuccess ? printOutput(text) : printError(text + "\n") }
      exit(withError: code)
    }
  }
}
