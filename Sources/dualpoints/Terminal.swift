import ArgumentParser
import Diagnostics
import Disk
import Foundation
import Loading
import Reports
import Texts
import Workspace

/// The language before any project is read: help and wrong arguments, in the language of all else that is said of it.
let startLanguage = spokenLanguage(
  environment: ProcessInfo.processInfo.environment, project: projectFolder(in: CommandLine.arguments))

/// The project that arguments name, before anybody knows whether they are right.
private func projectFolder(in arguments: [String]) -> String {
  let option = "--project"
  if let joined = arguments.lazy.compactMap({ $0.dropping(prefix: option + "=") }).first { return String(joined) }
  let next = arguments.firstIndex(of: option).map { $0 + 1 }
  return next.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil } ?? "."
}

func say(zh: String, en: String) -> String { Bilingual(zh: zh, en: en).text(in: startLanguage) }

func language(for tree: SourceTree?) -> Language {
  spokenLanguage(environment: ProcessInfo.processInfo.environment, tree: tree)
}

/// All that the program says goes through these two, and none of it steers the terminal: names and words come from tables,
/// from file names and from archives that others made.
func printError(_ text: String) {
  FileHandle.standardError.write(Data(text.onScreen.utf8))
}

/// A line that is seen at once, also where the output is no terminal.
func printOutput(_ line: String, terminator: String = "\n") {
  // Whoever reads the output may have gone; the preview goes on.
  try? FileHandle.standardOutput.write(contentsOf: Data((line + terminator).onScreen.utf8))
}

/// A piece of a table that another program reads: on a pipe its bytes are the table's own.
func printData(_ bytes: [UInt8]) {
  let shown = isTerminal ? Array(String(decoding: bytes, as: UTF8.self).onScreen.utf8) : bytes
  try? FileHandle.standardOutput.write(contentsOf: Data(shown))
}

/// Whether the output is read by eye.
var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

/// How wide the window is that the output is read in: as the environment says, else as the terminal does; `nil` for a pipe.
var windowColumns: Int? {
  if let said = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), said > 0 { return said }
  var size = winsize()
  guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
}

/// A file that is no text, for a pipe.
func printPacked(_ bytes: [UInt8]) {
  try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
}

/// What this file makes itself: colours, and lines written over. What is from elsewhere in it is `printable`.
private func steer(_ text: String) {
  FileHandle.standardError.write(Data(text.utf8))
}

/// Takes away the `^C` a terminal shows, so that the prompt begins its own line.
func endTerminalLine() {
  if isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 { steer("\r\u{1B}[K") }
}

/// Prints what was found.
/// - Parameter acknowledged: how many warnings besides, which somebody lets stand.
func printReport(_ diagnostics: [Diagnostic], in tree: SourceTree, acknowledged: Int = 0) {
  let formatter = DiagnosticFormatter(tree: tree, language: language(for: tree), coloured: isErrorColoured)
  if diagnostics.isEmpty, acknowledged == 0 { return }
  printFindings(formatter.report(diagnostics, acknowledged: acknowledged))
}

/// Whether mistakes are read by eye, by somebody who wants them in colours.
var isErrorColoured: Bool {
  isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
}

/// Prints what a formatter made.
func printFindings(_ words: String) { if isErrorColoured { steer(words) } else { printError(words) } }

/// One line on what stands in the project and was passed over, where there is any.
func printPassedOver(in tree: SourceTree) {
  if let words = tree.passedOverWords { printOutput(words.text(in: language(for: tree))) }
}

/// Prints what was found and ends the program with 1 if there was an error among it.
func report(_ diagnostics: [Diagnostic], in tree: SourceTree, acknowledged: Int = 0) throws {
  printReport(diagnostics, in: tree, acknowledged: acknowledged)
  if diagnostics.hasErrors { throw ExitCode(1) }
}

/// Ends the process well with everything still in memory: the kernel takes a million records back faster than they are
/// freed one by one.
func end(with memory: some Any) -> Never { withExtendedLifetime(memory) { exit(0) } }

let environmentWord = Bilingual(zh: "环境出错：", en: "environment: ")

/// Runs a command and turns its failures into words and exit codes.
/// - Parameter project: whose language the words are in; `nil` for a command that reads none.
func withExitCodes(project: ProjectOption?, _ work: () throws -> Void) throws {
  do {
    try work()
  } catch let failure as EnvironmentFailure {
    try stop(with: failure.message, after: environmentWord, project, code: 2)
  } catch let failure as UsageFailure {
    try stop(with: failure.message, after: Bilingual(zh: "参数有错：", en: "usage: "), project, code: 64)
  }
}

private func stop(with message: Bilingual, after word: Bilingual, _ project: ProjectOption?, code: Int32) throws {
  // The site's language is asked for once more, since whatever failed may have been the reading.
  let language = language(for: project.flatMap { try? loadSource(project: $0.project).0 })
  printError(word.text(in: language) + message.text(in: language) + "\n")
  throw ExitCode(code)
}

/// Shows a line on a terminal while `work` takes longer than a second.
/// - Parameter words: of what was counted, and of how many if that is known.
func withProgress<Result>(
  _ counter: WorkCounter,
  words: @escaping @Sendable (_ count: Int, _ total: Int) -> String = {
    say(zh: "正在写入 \($0) / \($1) 个文件", en: "writing \($0) of \($1) files")
  }, _ work: () throws -> Result
) rethrows -> Result {
  guard isatty(STDERR_FILENO) == 1 else { return try work() }
  let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
  timer.schedule(deadline: .now() + 1, repeating: 0.2)
  timer.setEventHandler {
    let (count, total) = (counter.count, counter.total)
    let text =
      count == 0 && total == 0 ? say(zh: "正在读取和计算…", en: "reading and scoring…") : words(count, total)
    steer("\r\u{1B}[K\(text.printable)")
  }
  timer.activate()
  defer {
    timer.cancel()
    steer("\r\u{1B}[K")
  }
  return try work()
}
