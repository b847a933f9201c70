import ArgumentParser
import Workspace

struct PrintHonorRollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "honor-roll", abstract: say(zh: "光荣榜", en: "The honor roll as a book."))

  @OptionGroup var options: PrintOptions

  func run() throws { try options.run(printHonorRoll) }
}

struct PrintPosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poster", abstract: say(zh: "光荣榜海报（A3）", en: "The honor roll as an A3 poster."))

  @OptionGroup var options: PrintOptions

  func run() throws { try options.run(printPoster) }
}

struct PrintNoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice", abstract: say(zh: "公示（A3）", en: "The public notice, on A3."))

  @OptionGroup var options: PrintOptions

  func run() throws { try options.run(printNotice) }
}
