import ArgumentParser
import Diagnostics
import Disk
import Workspace

extension SiteProfile: ExpressibleByArgument {}

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: say(zh: "生成网站；内容有错就什么都不写", en: "Publish the site; with a mistake in the content nothing is written."),
    discussion: say(
      zh:
        "示例：\n  dualpoints build\n  dualpoints build --project /srv/jifen --output /srv/www/jifen\n  dualpoints build --profile office",
      en:
        "Examples:\n  dualpoints build\n  dualpoints build --project /srv/points --output /srv/www/points\n  dualpoints build --profile office"
    ))

  @OptionGroup var day: DayOption

  @OptionGroup var project: ProjectOption

  @Option(
    help: ArgumentHelp(
      say(zh: "发布到哪个文件夹，默认项目里的 public", en: "Where to publish; by default public in the project."), valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      say(
        zh: "给谁看：intranet（默认）只公布前列，office 是办公室内部版，含全部名次，默认发布到项目里的 office",
        en: """
          For whom: intranet (default) names the first only; office is the Party office's own, with every rank, \
          published to the project's folder office by default.
          """)))
  var profile = SiteProfile.intranet

  func run() throws {
    try withExitCodes(project: project) {
      let standing = try project.day(asked: day.asOf, for: .writes)
      let counter = WorkCounter()
      let folder = profile == .intranet ? "public" : profile.rawValue
      let output = output ?? (project.project == "." ? folder : project.project + "/" + folder)
      let report = try withProgress(counter) {
        try buildSite(
          project: project.project, on: standing.day, output: output, profile: profile, counter: counter)
      }
      let language = language(for: report.tree)
      printPassedOver(in: report.tree)
      do {
        try dualpoints.report(report.diagnostics, in: report.tree, acknowledged: report.acknowledged.count)
      } catch {
        printError(
          Bilingual(zh: "没有写任何文件，原有网站不变\n", en: "nothing was written; the site stays as it was\n").text(in: language))
        throw error
      }
      guard let publication = report.publication else { return }
      let done = Bilingual(
        zh: "已发布 \(publication.files) 个文件（\(publication.size) 字节）到 \(output)",
        en: "published \(publication.files) files (\(publication.size) bytes) to \(output)")
      printOutput(done.text(in: language))
      end(with: report)
    }
  }
}
