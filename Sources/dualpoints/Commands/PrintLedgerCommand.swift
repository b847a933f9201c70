import ArgumentParser
import Workspace

struct PrintLedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: say(zh: "党员的账目，逐笔写明规则和记录", en: "A member's account, each entry with its rule and record."))

  @Option(help: ArgumentHelp(say(zh: "谁的账目，写编号或姓名", en: "Whose account, by key or name.")))
  var member: String?

  @Option(help: ArgumentHelp(say(zh: "一个支部每名党员的账目，写编号或名称", en: "The accounts of all in a branch, by id or name.")))
  var branch: String?

  @OptionGroup var options: PrintOptions

  func validate() throws {
    if (member == nil) == (branch == nil) {
      throw ValidationError(say(zh: "写明 --member 或 --branch，二者取一", en: "Name either --member or --branch."))
    }
  }

  func run() throws {
    try options.run { try printLedger($0, member: member, branch: branch) }
  }
}
