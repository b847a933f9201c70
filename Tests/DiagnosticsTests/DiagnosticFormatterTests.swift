import Diagnostics
import Testing
import Texts

@Suite("Diagnostics in the terminal")
struct DiagnosticFormatterTests {
  let tree = SourceTree(files: [SourceFile(path: "content/a.csv", text: "日期,党员\n三月八日,zhou\n")])
  let mistake = Diagnostic(
    .unknownMember, at: Place(file: 0, line: 2, column: 6),
    message: Bilingual(zh: "没有党员“zhou”", en: "no member “zhou”"),
    remedy: Bilingual(zh: "改正", en: "Correct it"))

  @Test("the caret stands under the member although four Han characters before it are two columns wide")
  func caret() {
    let expected = """
      error[unknown-member]: no member “zhou”
       --> content/a.csv:2:6
        |
      2 | 三月八日,zhou
        |          ^
        = help: Correct it

      """
    #expect(DiagnosticFormatter(tree: tree, language: .english).text(of: mistake) == expected)
  }

  @Test("an office that reads Chinese gets Chinese words, and counts of both severities")
  func chinese() {
    let warning = Diagnostic(
      .secretaryLevel, .warning, at: nil, path: "content/offices.csv", message: Bilingual(zh: "职级", en: "level"),
      remedy: Bilingual(zh: "核对", en: "check"))
    let formatter = DiagnosticFormatter(tree: tree, language: .chinese)
    #expect(formatter.text(of: mistake).hasPrefix("错误[unknown-member]: 没有党员“zhou”\n"))
    #expect(formatter.text(of: warning) == "警告[secretary-level]: 职级\n --> content/offices.csv\n  = 改法：核对\n")
    #expect(formatter.summary(of: [mistake, mistake, warning]) == "2 个错误，1 个警告")
    #expect(formatter.summary(of: []) == "没有发现错误")
    #expect(DiagnosticFormatter(tree: tree, language: .english).summary(of: [mistake]) == "1 error")
  }

  @Test(
    "a line is shown as its reader counts: a table's ends at a CR alone too, as old spreadsheets write, a rulebook's doesn't",
    arguments: [
      ("a.csv", "日期\r三月,甲\r四月,乙\r", 3, "四月,乙"), ("a.csv", "日期\r\n三月\r四月\n五月", 4, "五月"),
      ("a.md", "一\r二\n三", 3, "三"), ("a.yaml", "a: \"x\ry\"\nb: 2\n", 2, "b: 2"), ("a.csv", "日期\r三月", 3, ""),
    ])
  func returns(name: String, text: String, line: Int32, shown: String) {
    let tree = SourceTree(files: [SourceFile(path: "content/" + name, text: text)])
    let excerpt = DiagnosticFormatter(tree: tree, language: .english).excerpt(at: Place(file: 0, line: line))
    #expect(excerpt.before + excerpt.after == shown)
  }

  @Test("a file can't send escape sequences to the terminal")
  func controls() {
    let hostile = SourceTree(files: [SourceFile(path: "content/a.csv", text: "a\u{1B}[2Jb\n")])
    let text = DiagnosticFormatter(tree: hostile, language: .english).text(
      of: Diagnostic(
        .strayQuote, at: Place(file: 0, line: 1, column: 6), message: Bilingual(zh: "x", en: "x\u{1B}]0;y"),
        remedy: Bilingual(zh: "x", en: "x")))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(text.contains("a\u{FFFD}[2Jb"))
  }

  @Test("colour only when asked for")
  func colour() {
    #expect(!DiagnosticFormatter(tree: tree, language: .english).text(of: mistake).contains("\u{1B}["))
    #expect(
      DiagnosticFormatter(tree: tree, language: .english, coloured: true).text(of: mistake).contains(
        "\u{1B}[1;31merror"))
  }

  @Test("of a very long line the part around the place is shown, with the caret still under it")
  func longLine() {
    let long = SourceTree(files: [
      SourceFile(
        path: "content/a.csv", text: String(repeating: "x", count: 5000) + "Q" + String(repeating: "y", count: 5000))
    ])
    let text = DiagnosticFormatter(tree: long, language: .english).text(
      of: Diagnostic(
        .strayQuote, at: Place(file: 0, line: 1, column: 5001), message: Bilingual(zh: "x", en: "x"),
        remedy: Bilingual(zh: "x", en: "x")))
    let lines = text.split(separator: "\n")
    #expect(lines[3].count < 120)
    #expect(
      lines[3].firstIndex(of: "Q").map { lines[3].distance(from: lines[3].startIndex, to: $0) }
        == lines[4].firstIndex(of: "^").map { lines[4].distance(from: lines[4].startIndex, to: $0) })
  }

  @Test("of mistakes about whole files as few are told as of one file's, and the rest is counted")
  func wholeFiles() {
    let stray = (1...250).map { number in
      Diagnostic(
        .unknownFile, at: nil, path: "content/\(number).txt", message: Bilingual(zh: "x", en: "x"),
        remedy: Bilingual(zh: "x", en: "x"))
    }
    let warnings = stray.prefix(3).map {
      Diagnostic($0.code, .warning, at: nil, path: $0.path, message: $0.message, remedy: $0.remedy)
    }
    let kept = (stray + [mistake] + warnings).inReadingOrder().capped()
    #expect(kept.count { $0.place == nil && $0.severity == .error } == 200)
    #expect(kept.count { $0.severity == .warning } == 3, "a warning is never pushed out by errors")
    #expect(kept.contains(mistake))
    let report = DiagnosticFormatter(tree: tree, language: .english).report(kept)
    #expect(report.contains("50 more errors in other files, not shown"))
    #expect(report.hasSuffix("\n251 errors, 3 warnings\n"))
  }

  @Test("every code has a title of its own in both languages")
  func titles() {
    #expect(Set(DiagnosticCode.allCases.map(\.title.zh)).count == DiagnosticCode.allCases.count)
    #expect(Set(DiagnosticCode.allCases.map(\.title.en)).count == DiagnosticCode.allCases.count)
  }

  @Test("a line that the file hasn't is shown empty, and the others beside it as they are")
  func beyond() {
    let tree = SourceTree(files: [SourceFile(path: "content/a.csv", text: "行\r\n行\r\n")])
    let formatter = DiagnosticFormatter(tree: tree, language: .english)
    #expect(formatter.excerpt(at: Place(file: 0, line: 2)).after == "行")
    #expect(formatter.excerpt(at: Place(file: 0, line: 9)).after == "")
  }
}
