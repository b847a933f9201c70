import ArgumentParser
import Diagnostics
import Disk
import Loading
import Texts
import Workspace

struct GroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: say(zh: "几家公司的项目合成一个集团网站，并列能比的，不合并积分", en: "One site of several companies: what compares, side by side."),
    discussion: say(
      zh: """
        每家公司按自己的积分标准，分数不相加、不排名；并列的是参与率、公益参与率、有凭据的工作、每百人活动和纪实、人均记录、
        补录占比，每个数写明分子分母，并连到该公司自己的网页。各公司的网站放在集团网站下面，写了 url 的不放。
        有一家出错，就什么都不发布。写法见 docs/group.md。

        示例：
          dualpoints group group.yaml
          dualpoints group 仪表 阀门 --output /srv/www/jituan
          dualpoints group group.yaml --check           只检查，不写文件
          dualpoints group group.yaml --as-of today     各公司 as_of 都是逐日时
        """,
      en: """
        Each company keeps its own standard, so points are neither added nor ranked; what stands side by side are shares and
        counts a head, each with its two counts and a link to the company's own page. The companies' sites stand below the
        group's, but for those with a url. With a mistake in any nothing is published. See docs/group.md.

        Examples:
          dualpoints group group.yaml
          dualpoints group meters valves --output /srv/www/group
          dualpoints group group.yaml --check           write nothing
          dualpoints group group.yaml --as-of today     where all say as_of: daily
        """))

  @Argument(
    help: ArgumentHelp(
      say(
        zh: "写明各公司的 group.yaml，或各公司项目的文件夹",
        en: "A group.yaml that names the companies, or the folders of their projects."),
      valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      say(
        zh: "发布到哪个文件夹，默认 group.yaml 里的 output，没有写就是它旁边的 public",
        en: "Where to publish; by default output in group.yaml, or public beside it."), valueName: "dir"))
  var output: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      say(
        zh: "集团的统计日，例如 2025-06-30，或 today（今天）；各公司都写 as_of: 逐日 时要写明",
        en: "The group's day, such as 2025-06-30, or today; needed where all companies say as_of: daily."),
      valueName: "day"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      say(
        zh: "给谁看：intranet（默认）或 office（办公室内部版，默认发布到 office）",
        en: "For whom: intranet (default), or office, published to office by default.")))
  var profile = SiteProfile.intranet

  @Flag(help: ArgumentHelp(say(zh: "只检查，不写文件", en: "Look for mistakes; write nothing.")))
  var check = false

  func run() throws {
    try withExitCodes(project: nil) {
      let counter = WorkCounter()
      var findings: [String] = []
      // The companies' own language, where the locale names none.
      var spoken = startLanguage
      let request = GroupRequest(paths: paths, output: output, asOf: asOf, profile: profile)
      let outcome = try withProgress(counter) {
        try runGroup(request, isCheck: check, counter: counter) { found in
          spoken = language(for: found.tree)
          // As text: the project itself is let go before the next is read.
          findings += texts(of: found, in: spoken)
        }
      }
      for text in findings { printFindings(text) }
      try tell(outcome, in: spoken)
    }
  }

  private func texts(of found: FolderFindings, in language: Language) -> [String] {
    let passed = found.tree.passedOverWords.map { "\(found.folder) \($0.text(in: language))\n" }
    guard !found.diagnostics.isEmpty || found.acknowledged > 0 else { return passed.map { [$0] } ?? [] }
    let formatter = DiagnosticFormatter(
      tree: found.tree, language: language, coloured: isErrorColoured, folder: found.folder)
    return (passed.map { [$0] } ?? []) + [formatter.report(found.diagnostics, acknowledged: found.acknowledged)]
  }

  private func tell(_ outcome: GroupOutcome, in language: Language) throws {
    guard outcome.mistaken == 0 else {
      let words = Bilingual(
        zh: "\(outcome.mistaken) 个文件夹有错误；没有写任何文件，原有网站不变\n",
        en: "\(outcome.mistaken) folder(s) with mistakes; nothing was written, the site stays as it was\n")
      printError(words.text(in: language))
      throw ExitCode(1)
    }
    let words =
      outcome.publication.map {
        Bilingual(
          zh: "已发布 \(outcome.companies) 家公司，\($0.files) 个文件（\($0.size) 字节）到 \(outcome.output)",
          en: "published \(outcome.companies) companies, \($0.files) files (\($0.size) bytes) to \(outcome.output)")
      } ?? Bilingual(zh: "\(outcome.companies) 家公司，没有发现错误", en: "\(outcome.companies) companies, no mistakes found")
    printOutput(words.text(in: language))
  }
}
