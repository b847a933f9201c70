import ArgumentParser
import Workspace

struct PrintDossierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: say(
      zh: "个人积分档案：一名党员历年的积分、荣誉、公益与项目", en: "A member's file: points, honors, welfare and projects of all years."),
    discussion: say(
      zh: """
        提任、调动时随档案用，留有签字和盖章的地方；--year 写明到哪一年为止，不写就到网页说的那一年。
        --member 和 --branch 都不写是全部党员，每人另起一页。
        """,
      en: """
        For a promotion or a transfer, with room for signature and seal; --year says with which year it ends, by
        default the one that pages speak of. Without a name everybody's, each on a sheet of their own.
        """))

  @Option(help: ArgumentHelp(say(zh: "谁的档案，写编号或姓名", en: "Whose file, by key or name.")))
  var member: String?

  @Option(help: ArgumentHelp(say(zh: "一个支部每名党员的档案，写编号或名称", en: "The files of all in a branch, by id or name.")))
  var branch: String?

  @OptionGroup var options: PrintOptions

  func validate() throws {
    if member != nil, branch != nil {
      throw ValidationError(say(zh: "--member 和 --branch 二者取一", en: "Name either --member or --branch."))
    }
  }

  func run() throws {
    try options.run { try printDossier($0, member: member, branch: branch) }
  }
}

struct PrintBranchDossierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "branch-dossier",
    abstract: say(
      zh: "支部历年档案：历年的积分、荣誉、书记、活动与项目",
      en: "A branch's file: points, honors, secretaries, activities and projects of all years."))

  @Option(
    help: ArgumentHelp(
      say(zh: "哪个支部，写编号或名称；all（默认）为全部", en: "Which branch, by id or name; all (default) for every one.")))
  var branch = "all"

  @OptionGroup var options: PrintOptions

  func run() throws {
    try options.run { try printBranchDossier($0, branch: branch == "all" ? nil : branch) }
  }
}
