import ArgumentParser
import Workspace

struct PrintCertificatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates", abstract: say(zh: "荣誉证书，A4横放，一页一份", en: "Certificates, A4 landscape, one a page."),
    discussion: say(
      zh: """
        只印决定（decisions.yaml）里签发的优秀党员和先进支部。编号由年度、荣誉和本人定出，补印不变。年度未定稿时印的是样稿。

        示例：
          dualpoints print certificates --year 2024
          dualpoints print certificates --member 许文博
          dualpoints print certificates --calibration              套打前先印校准页
          dualpoints print certificates --overprint --shift-x 1.5 --shift-y -2
          dualpoints print certificates --register                 领取登记表
        """,
      en: """
        Only the members and branches that a signed decision (decisions.yaml) honors. A number follows from year, honor
        and holder, so one printed again keeps it. While the year isn't final, proofs are printed.

        Examples:
          dualpoints print certificates --year 2024
          dualpoints print certificates --member xu-wenbo
          dualpoints print certificates --calibration              before printing onto bought paper
          dualpoints print certificates --overprint --shift-x 1.5 --shift-y -2
          dualpoints print certificates --register                 to be signed on receipt
        """))

  @Option(help: ArgumentHelp(say(zh: "只印一个支部：它自己的和党员的", en: "Only a branch: its own and its members'.")))
  var branch: String?

  @Option(help: ArgumentHelp(say(zh: "只印一名党员，写编号或姓名", en: "Only one member, by key or name.")))
  var member: String?

  @Flag(help: ArgumentHelp(say(zh: "套打：只印文字，印在买来的证书纸上", en: "Only the words, onto bought paper.")))
  var overprint = false

  @Option(
    name: .customLong("shift-x"), parsing: .unconditional,
    help: ArgumentHelp(
      say(zh: "套打时向右移多少毫米，负数向左", en: "Millimetres to the right; negative to the left."), valueName: "mm"))
  var shiftX = 0.0

  @Option(
    name: .customLong("shift-y"), parsing: .unconditional,
    help: ArgumentHelp(say(zh: "套打时向下移多少毫米，负数向上", en: "Millimetres down; negative up."), valueName: "mm"))
  var shiftY = 0.0

  @Flag(help: ArgumentHelp(say(zh: "印套打的校准页", en: "The calibration page for bought paper.")))
  var calibration = false

  @Flag(help: ArgumentHelp(say(zh: "印领取登记表", en: "The register to be signed on receipt.")))
  var register = false

  @OptionGroup var options: PrintOptions

  func validate() throws {
    if branch != nil, member != nil {
      throw ValidationError(say(zh: "--branch 与 --member 只能写一个", en: "--branch and --member exclude each other"))
    }
    if [overprint, calibration, register].count(where: \.self) > 1 {
      throw ValidationError(
        say(
          zh: "--overprint、--calibration、--register 只能写一个",
          en: "--overprint, --calibration and --register exclude one another"))
    }
    if !overprint, !calibration, shiftX != 0 || shiftY != 0 {
      throw ValidationError(
        say(
          zh: "--shift-x 和 --shift-y 只用于 --overprint 或 --calibration", en: "shifts are for --overprint or --calibration"
        ))
    }
  }

  func run() throws {
    let wish = CertificateOrder(
      document: calibration ? .calibration : register ? .register : .certificates, branch: branch, member: member,
      isOverprint: overprint, shift: (shiftX, shiftY))
    try options.run { try printCertificates($0, wish) }
  }
}
