import ArgumentParser
import Diagnostics
import Disk
import Reports
import Texts
import Workspace

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: say(
      zh: "守着项目：一存盘就检查、发布，换了一天也重新发布", en: "Keep a project published: whenever a file is saved, and every new day."),
    discussion: say(
      zh: """
        示例：
          dualpoints watch --output /srv/www/jifen
          dualpoints watch --project /srv/jifen --output /srv/www/jifen --report /srv/jifen/检查结果.html

        给服务器用。内容有错、记录忽然少了很多、共享断开、磁盘满，都不动原来的网站，检查结果里写明原因，改好或恢复后自动再来。
        每生成一次在标准错误输出上写一行。Ctrl-C 或 kill 结束。
        """,
      en: """
        Examples:
          dualpoints watch --output /srv/www/points
          dualpoints watch --project /srv/points --output /srv/www/points --report /srv/points/检查结果.html

        For a server. With a mistake in the content, a sudden fall of records, a share that is away or a full disk the old
        site stands and the report says why; mended or back, it goes on by itself. Each build is a line on standard
        error. Ctrl-C or kill ends it.
        """))

  @Option(
    help: ArgumentHelp(
      say(zh: "发布到哪个文件夹", en: "Where to publish."), valueName: "dir"))
  var output: String

  @Option(
    help: ArgumentHelp(
      say(
        zh: "每次都把结果写成这一页网页，给看不到终端的人；可以放在项目里。列出所有人，是办公室内部的",
        en: """
          Write the result as this page each time, for who sees no terminal; it may lie in the project. It names \
          everybody and is the office's.
          """),
      valueName: "file"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      say(zh: "发布哪一版：intranet（默认）或 office", en: "Which edition to publish: intranet (default) or office.")))
  var profile = SiteProfile.intranet

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      let order = WatchOrder(project: project.project, output: output, report: report, profile: profile)
      var shown: [Diagnostic] = []
      // Of a project that is away nobody can tell its language.
      var site: SourceTree?
      try keepPublished(order) { news in
        switch news {
        case .built(let note, let findings):
          let isThere = findings.tree.files.contains { $0.path == "content/site.yaml" && !$0.bytes.isEmpty }
          if isThere { site = findings.tree }
          let language = language(for: site)
          printError(note.words.text(in: language) + "\n")
          // Who has no page to look into finds the mistakes here, once.
          let errors = report == nil ? findings.diagnostics.filter { $0.severity == .error } : []
          if errors != shown { printReport(errors, in: findings.tree) }
          shown = errors
        case .noReport(let failure):
          let words = Bilingual(zh: "检查结果没有写成：", en: "the report wasn't written: ")
          let language = language(for: site)
          printError(words.text(in: language) + failure.message.text(in: language) + "\n")
        case .noNotices(let failure, let found):
          let words = Bilingual(zh: "，改为每隔几秒看一遍", en: "; the project is looked at every few seconds instead")
          let language = language(for: found)
          printError(failure.message.text(in: language) + words.text(in: language) + "\n")
        }
      }
      endTerminalLine()
    }
  }
}
