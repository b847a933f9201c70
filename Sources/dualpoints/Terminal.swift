import ArgumentParser
import Diagnostics
import Foundation
import Workspace

/// The language before any project is read: help and wrong arguments.
let startLanguage = spokenLanguage(environment: ProcessInfo.processInfo.environment)

func say(zh: String, en: String) -> String { Bilingual(zh: zh, en: en).text(in: startLanguage) }

func language(for tree: SourceTree?) -> Language {
  spokenLanguage(environment: ProcessInfo.processInfo.environment, tree: tree)
}

func printError(_ text: String) {
  FileHandle.standardError.write(Data(text.utf8))
}

/// Prints what was found and ends the program with 1 if there was an error among it.
func report(_ diagnostics: [Diagnostic], in tree: SourceTree) throws {
  let isColoured = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
  let formatter = DiagnosticFormatter(tree: tree, language: language(for: tree), coloured: isColoured)
  if !diagnostics.isEmpty { printError(formatter.report(diagnostics)) }
  if diagnostics.hasErrors { throw ExitCode(1) }
}

/// Runs a command and turns its failures into words and exit codes.
/// - Parameter project: whose language the words are in; `nil` for a command that reads none.
func withExitCodes(project: ProjectOption?, _ work: () throws -> Void) throws {
  do {
    try work()
  } catch let failure as EnvironmentFailure {
    let word = Bilingual(zh: "环境出错：", en: "environment: ")
    try stop(with: failure.message, after: word, project, code: 2)
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
func withProgress<Result>(_ counter: WorkCounter, _ work: () throws -> Result) rethrows -> Result {
  guard isatty(STDERR_FILENO) == 1 else { return try work() }
  let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
  timer.schedule(deadline: .now() + 1, repeating: 0.2)
  timer.setEventHandler {
    let (count, total) = (counter.count, counter.total)
    let text =
      total == 0
      ? say(zh: "正在读取和计算…", en: "reading and scoring…")
      : say(zh: "正在写入 \(count) / \(total) 个文件", en: "writing \(count) of \(total) files")
    printError("\r\u{1B}[K\(text)")
  }
  timer.activate()
  defer {
    timer.cancel()
    printError("\r\u{1B}[K")
  }
  return try work()
}
