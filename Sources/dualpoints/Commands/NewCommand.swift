import ArgumentParser
import Diagnostics
import Texts
import Workspace

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: say(
      zh: "新建项目、年度、专题或纪实，或取出一个内置模板来改",
      en: "Begin a project, a year, a campaign or a story, or take out a template to change it."),
    discussion: say(
      zh: """
        示例：
          dualpoints new project jifen --name 示例公司
          dualpoints new members --from 花名册.xlsx
          dualpoints new year 2027
          dualpoints new tables 2027
          dualpoints new campaign spring --title "春天的几件事"
          dualpoints new story spring/trees --title "一百二十棵树"
          dualpoints new template home
        """,
      en: """
        Examples:
          dualpoints new project points --name "Example Company"
          dualpoints new members --from roster.xlsx
          dualpoints new year 2027
          dualpoints new tables 2027
          dualpoints new campaign spring --title "What spring brought"
          dualpoints new story spring/trees --title "A hundred and twenty trees"
          dualpoints new template home
        """),
    subcommands: [
      NewProjectCommand.self, NewMembersCommand.self, NewItemsCommand.self, NewYearCommand.self, NewTablesCommand.self,
      NewCampaignCommand.self, NewStoryCommand.self, NewPageCommand.self, NewReportCommand.self,
      NewTemplateCommand.self,
    ])
}

struct NewProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: say(
      zh: "建一个可用的小项目：三个支部、十二名虚构党员；或一个空的",
      en: "A small working project: three branches, twelve invented members; or an empty one."),
    discussion: say(
      zh: """
        示例：
          dualpoints new project jifen --name 示例公司
          dualpoints new project jifen --name 示例公司 --empty --tables xlsx
          dualpoints build --project jifen
        """,
      en: """
        Examples:
          dualpoints new project points --name "Example Company"
          dualpoints new project points --name "Example Company" --empty --tables xlsx
          dualpoints build --project points
        """))

  @Argument(help: ArgumentHelp(say(zh: "新的或空的文件夹", en: "A new or empty folder."), valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp(say(zh: "公司名称", en: "The company's name.")))
  var name = "示例公司"

  @Option(help: ArgumentHelp(say(zh: "年度，默认今年", en: "The year; by default this year.")))
  var year: Int?

  @Flag(help: ArgumentHelp(say(zh: "只写必须有的文件，没有样例", en: "Only what is obligatory, no sample.")))
  var empty = false

  @Option(help: ArgumentHelp(say(zh: "表格写成 CSV 还是工作簿", en: "Tables as CSV or as workbooks.")))
  var tables: TableFiling = .csv

  func run() throws {
    try withExitCodes(project: nil) {
      let made = try newProject(
        folder, name: name, year: year, beginning: empty ? .empty : .sample, tables: tables)
      printOutput(
        Bilingual(
          zh: """
            已写入 \(made.count) 个文件到 \(made.place)，先看其中的 README.md
            生成网站：dualpoints build --project \(made.place)
            """,
          en: """
            wrote \(made.count) files to \(made.place); README.md there says what each folder is
            to publish the site: dualpoints build --project \(made.place)
            """
        ).text(in: startLanguage))
    }
  }
}

extension TableFiling: ExpressibleByArgument {}

struct NewYearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year",
    abstract: say(zh: "另起一年：标准抄自上一年，表格是空的", en: "Begin a year: last year's rulebook, empty tables."),
    discussion: say(zh: "示例：\n  dualpoints new year 2027", en: "Example:\n  dualpoints new year 2027"))

  @Argument(help: ArgumentHelp(say(zh: "年度，例如 2027", en: "The year, such as 2027.")))
  var year: Int

  @OptionGroup var project: ProjectOption

  func validate() throws {
    guard (1900...2199).contains(year) else {
      throw ValidationError(say(zh: "\(year) 不是年份，例如 2027", en: "\(year) is no year such as 2027"))
    }
  }

  func run() throws {
    try tell(project, newYear(year, project: project.project)) {
      Bilingual(
        zh: """
          已写入 \($0.count) 个文件到 \($0.place)
          接着：改 rulebook.yaml 里的积分标准，写 \($0.activities) 里的活动计划
          统计日（content/site.yaml 的 as_of）进入这一年以后，首页才换成这一年
          """,
        en: """
          wrote \($0.count) files to \($0.place)
          next: revise the standard in rulebook.yaml, write the year's plan into \($0.activities)
          the front page speaks of it once as_of in content/site.yaml lies in it
          """)
    }
  }
}

struct NewTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: say(
      zh: "把一个内置模板抄到项目的 templates/ 里，改了就代替内置的",
      en: "Copy a built-in template into the project's templates/, where it stands in place of the built-in one."),
    discussion: say(
      zh: "示例：\n  dualpoints new template home\n  dualpoints new template style.css",
      en: "Examples:\n  dualpoints new template home\n  dualpoints new template style.css"))

  @Argument(
    help: ArgumentHelp(say(zh: "名称，例如 home、parts/state、style.css", en: "Such as home, parts/state or style.css.")))
  var name: String

  @OptionGroup var project: ProjectOption

  func run() throws {
    try withExitCodes(project: project) {
      let made = try newTemplate(name, project: project.project)
      printOutput(
        Bilingual(
          zh: "已写入 \(made.place)，改它就行；删去它，又用内置的",
          en: "wrote \(made.place); change it as you like, remove it to have the built-in one again"
        ).text(in: startLanguage))
    }
  }
}

/// Reports the mistakes that stood in the way, or says what was made.
func tell(
  _ project: ProjectOption, _ outcome: @autoclosure () throws -> (NewFiles?, SourceTree, [Diagnostic]),
  _ words: (NewFiles) -> Bilingual
) throws {
  try withExitCodes(project: project) {
    let (made, tree, diagnostics) = try outcome()
    guard let made else {
      try report(diagnostics, in: tree)
      throw ExitCode(1)
    }
    printOutput(words(made).text(in: language(for: tree)))
  }
}
