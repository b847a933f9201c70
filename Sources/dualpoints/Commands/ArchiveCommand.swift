import ArgumentParser
import Diagnostics
import Disk
import Workspace

struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: say(zh: "归档：能自证完整的归档包", en: "Archives that prove they are whole."),
    discussion: say(
      zh: """
        归档包是一个文件夹（BagIt 1.0）和内容相同、不压缩的 zip：原始文件、网页、数据、元数据和校验清单；装有
        WeasyPrint 时另有 PDF/A。指纹写在移交单上，签字后与归档包一起移交。三者同在一个文件夹里
        （archives/year-2024），一起写成、一起换新；内容没变时一个字节也不动。

        示例：
          dualpoints archive year 2024 --record      归档一个年度，并登记到 content/archives.csv
          dualpoints archive campaign rivers         归档一个专题
          dualpoints archive verify archives/year-2024 --fingerprint 9f86…
          dualpoints archive list
        """,
      en: """
        An archive is a folder (a BagIt 1.0 bag) and the same as an uncompressed zip: the files as they were, pages, data,
        metadata and manifests; with WeasyPrint also PDF/A. Its fingerprint goes, signed, on the paper handed over with it.
        The three stand in one folder (archives/year-2024) and are replaced as one; with the same content, not at all.

        Examples:
          dualpoints archive year 2024 --record      archive a year and enter it into content/archives.csv
          dualpoints archive campaign rivers         archive a campaign
          dualpoints archive verify archives/year-2024 --fingerprint 9f86…
          dualpoints archive list
        """),
    subcommands: [
      ArchiveYearCommand.self, ArchiveCampaignCommand.self, ArchiveVerifyCommand.self, ArchiveListCommand.self,
    ])
}

/// What making an archive is asked for.
struct ArchiveOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(zh: "放归档的文件夹，默认 archives", en: "The folder for archives; by default archives."), valueName: "dir"))
  var output = "archives"

  @Flag(help: ArgumentHelp(say(zh: "装有 WeasyPrint 也不生成PDF", en: "No PDF, even with WeasyPrint at hand.")))
  var noPdf = false

  @Flag(
    help: ArgumentHelp(
      say(
        zh: "照片保留全部像素；默认与网站上的一样大。都不含拍摄地点",
        en: "Keep all pixels of photographs; by default those the site shows. Neither tells where they were taken.")))
  var originals = false

  @Flag(
    help: ArgumentHelp(
      say(
        zh: "登记到 content/archives.csv，网站的归档目录由它生成",
        en: "Enter it into content/archives.csv, which the site's catalogue of archives is made from.")))
  var record = false

  @OptionGroup var day: DayOption
  @OptionGroup var project: ProjectOption

  func run(_ subject: ArchiveOrder.Subject) throws {
    try withExitCodes(project: project) {
      let counter = WorkCounter()
      let order = ArchiveOrder(
        project: project.project, on: try project.day(asked: day.asOf, for: .writes).day, subject: subject,
        output: output, leavesOutPDF: noPdf, keepsOriginals: originals, records: record)
      let report = try withProgress(counter) { try makeArchive(order, counter: counter) }
      if report.diagnostics.hasErrors { try dualpoints.report(report.diagnostics, in: report.tree) }
      guard let archived = report.archived else { return }
      if !archived.boxes.isEmpty {
        let list = archived.boxes.joined(separator: "\n")
        let warning = Bilingual(
          zh: "警告：这台机器的字体缺字，PDF 里是方框，所以这份归档不标 PDF/A\n\(list)\n装上含这些字的字体后再归档一次",
          en:
            "warning: no font of this machine has these characters, which are boxes in the PDF, so the archive's isn't PDF/A\n\(list)\ninstall a font that has them, then archive again"
        )
        printError(warning.text(in: language(for: report.tree)) + "\n")
      }
      printOutput(archived.words.text(in: language(for: report.tree)))
    }
  }
}

struct ArchiveYearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year", abstract: say(zh: "归档一个年度", en: "Archive a year."))

  @Argument(help: ArgumentHelp(say(zh: "年度", en: "The year.")))
  var year: Int
  @OptionGroup var options: ArchiveOptions

  func run() throws { try options.run(.year(year)) }
}

struct ArchiveCampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: say(zh: "归档一个专题", en: "Archive a campaign."))

  @Argument(help: ArgumentHelp(say(zh: "专题的文件夹名或标题", en: "Its folder's name, or its title.")))
  var name: String
  @OptionGroup var options: ArchiveOptions

  func run() throws { try options.run(.campaign(name)) }
}

extension Archived {
  fileprivate var words: Bilingual {
    let pdf =
      pdf.map { Bilingual(zh: "网页和 \($0)", en: "pages and \($0)") }
      ?? Bilingual(zh: "网页（没有 PDF）", en: "pages (no PDF)")
    let entered =
      isRecorded
      ? Bilingual(zh: "已登记到 content/archives.csv", en: "entered into content/archives.csv")
      : Bilingual(
        zh: "登记到网站：在 content/archives.csv 加一行（或加 --record）\n\(record.line)",
        en: "for the site's catalogue add this line to content/archives.csv (or give --record)\n\(record.line)")
    let names = withheld.joined(separator: "、")
    let tables =
      withheld.isEmpty
      ? Bilingual(zh: "", en: "")
      : Bilingual(
        zh: "\n有个人号码的列，归档的是从中读出的表格，不是工作簿：\(names)",
        en: "\ncolumns of personal numbers: the tables read from it are archived, not the workbook: \(names)")
    return Bilingual(
      zh: """
        已归档 \(items) 件，\(files) 个文件，\(size) 字节，\(pdf.zh)\(tables.zh)
          \(folder)
          \(zip)
          \(form)
        指纹（签在移交单上）：
          \(inFours(fingerprint))
        \(entered.zh)
        """,
      en: """
        archived \(items) items in \(files) files, \(size) bytes, \(pdf.en)\(tables.en)
          \(folder)
          \(zip)
          \(form)
        fingerprint (to sign on the hand-over form):
          \(inFours(fingerprint))
        \(entered.en)
        """)
  }
}

/// As people read and type it: groups of four.
func inFours(_ text: String) -> String {
  var groups = ""
  for (index, character) in text.enumerated() { groups += (index > 0 && index % 4 == 0 ? " " : "") + String(character) }
  return groups
}
