import ArgumentParser
import Diagnostics
import Workspace

struct NewStoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "story",
    abstract: say(zh: "新写一篇纪实，每个键都有说明", en: "Begin a story; each of its keys is explained in the file."),
    discussion: say(
      zh: """
        示例：
          dualpoints new story spring/trees --title "一百二十棵树"
          dualpoints new story spring/trees --from 报道.docx
        """,
      en: """
        Examples:
          dualpoints new story spring/trees --title "A hundred and twenty trees"
          dualpoints new story spring/trees --from report.docx
        """))

  @Argument(
    help: ArgumentHelp(
      say(zh: "专题和文件名", en: "The campaign's folder and the file's name."), valueName: "campaign/name"))
  var address: String

  @Option(
    help: ArgumentHelp(say(zh: "标题；有 --from 时可以不写，用文中的", en: "The title; with --from the text's own by default.")))
  var title: String?

  @Option(
    help: ArgumentHelp(
      say(
        zh: "事情发生的日子，默认今天，不晚于统计日；有 --from 时默认文中写的",
        en:
          "When it happened; by default today, or the report's day if that is earlier; with --from the day the text says."
      ), valueName: "day"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      say(
        zh: "从 Word 文件（.docx）起头：文字、小标题、列表、表格、图片；要装有 pandoc",
        en: "A text of Word's (.docx) to begin with: words, headings, lists, tables, pictures; needs pandoc."),
      valueName: "file"))
  var from: String?

  @OptionGroup var project: ProjectOption

  func validate() throws {
    guard title != nil || from != nil else {
      throw ValidationError(say(zh: "请写 --title 标题，或 --from 文件.docx", en: "Name a --title, or a file with --from."))
    }
  }

  func run() throws {
    try tell(project, newStory(address, title: title, date: date, from: from, project: project.project)) { made in
      let pictures = made.count - 1
      let (zh, en) = pictures > 0 ? ("和 \(pictures) 张图片", " and \(pictures) pictures") : ("", "")
      let check =
        from == nil
        ? ("", "") : ("\n文首信息是从文字里找的，请照注释核对", "\nthe details were looked for in the text: go by the comments")
      return Bilingual(
        zh: "已写入 \(made.place)\(zh)\(check.0)" + made.notes.map { "\n- \($0.zh)" }.joined(),
        en: "wrote \(made.place)\(en)\(check.1)" + made.notes.map { "\n- \($0.en)" }.joined())
    }
  }
}
