import ArgumentParser
import Diagnostics
import Disk
import Reports
import Workspace

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: say(zh: "在本机预览网站，保存后自动刷新", en: "Preview the site on this machine; it reloads when a file is saved."),
    discussion: say(
      zh: """
        示例：
          dualpoints serve                       预览，用浏览器打开 http://127.0.0.1:8080/
          dualpoints serve --project /srv/jifen --port 8081

        只有本机能打开。内容有错时页面上显示错误，改好自动消失；public/ 不会改动。按 Ctrl-C 结束。
        """,
      en: """
        Examples:
          dualpoints serve                       open http://127.0.0.1:8080/ in a browser
          dualpoints serve --project /srv/points --port 8081

        Only this machine can open it. A mistake shows as a page and goes when it is mended; public/ isn't touched.
        Ctrl-C ends it.
        """))

  @Option(
    help: ArgumentHelp(
      say(zh: "端口，1 到 65535；0 由系统挑一个空闲的", en: "The port, 1 to 65535; with 0 the system picks a free one.")))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      say(zh: "预览哪一版：intranet（默认）或 office", en: "Which edition to preview: intranet (default) or office.")))
  var profile = SiteProfile.intranet

  @OptionGroup var project: ProjectOption

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError(say(zh: "端口 \(port) 不在 0 到 65535 之间", en: "port \(port) is not between 0 and 65535"))
    }
  }

  func run() throws {
    try withExitCodes(project: project) {
      var language = startLanguage
      var reported: ([Diagnostic], acknowledged: Int) = ([], 0)
      try preview(project: project.project, profile: profile, port: port) { news in
        switch news {
        case .rebuilt(let pages, let time, let diagnostics, let acknowledged, let tree):
          language = dualpoints.language(for: tree)
          // A warning that stays needn't be repeated at every save.
          if (diagnostics, acknowledged) != reported { printReport(diagnostics, in: tree, acknowledged: acknowledged) }
          reported = (diagnostics, acknowledged)
          printOutput(rebuilt(pages, time, isGood: !diagnostics.hasErrors).text(in: language))
        case .standing(let day): printStanding(day)
        case .failed(let failure):
          printError(environmentWord.text(in: language) + failure.message.text(in: language) + "\n")
        }
      } started: { address in
        let words = Bilingual(zh: "预览：\(address)（按 Ctrl-C 结束）", en: "preview at \(address) (Ctrl-C ends it)")
        printOutput(words.text(in: language))
      }
      endTerminalLine()
    }
  }

  private func rebuilt(_ pages: Int, _ time: Duration, isGood: Bool) -> Bilingual {
    let seconds = time.inSeconds
    return isGood
      ? Bilingual(zh: "已重建 \(pages) 页，\(seconds) 秒", en: "rebuilt \(pages) pages in \(seconds) s")
      : Bilingual(zh: "有错误，没有重建，\(seconds) 秒", en: "mistakes, not rebuilt, \(seconds) s")
  }
}
