import Diagnostics
import Texts

/// What the library of arguments says by itself, in the reader's language: headings of help, and what is wrong with
/// arguments. Our own words in it are said in that language already; a sentence that isn't known here stays English.
func inReadersLanguage(_ text: String) -> String {
  guard startLanguage == .chinese else { return text }
  return text.parts(at: "\n", keepingEmpty: true).map(chineseLine).joined(separator: "\n")
}

private func chineseLine(_ line: Substring) -> String {
  for (english, chinese) in sentences {
    guard let said = holes(of: english, in: line) else { continue }
    var gaps = said.makeIterator()
    // The Chinese has its holes in the same order.
    return chinese.parts(at: "%", keepingEmpty: true).reduce(into: "") { $0 += $1 + (gaps.next() ?? "") }
  }
  return phrases.reduce(String(line)) { $0.replacingBytes($1.english, with: $1.chinese) }
}

/// Whole lines; each `%` is what somebody typed, or the name of an option.
private let sentences = [
  ("OVERVIEW: %", "%"),
  ("USAGE: %", "用法：%"),
  ("Usage: %", "用法：%"),
  ("ARGUMENTS:", "参数："),
  ("OPTIONS:", "选项："),
  ("SUBCOMMANDS:", "子命令："),
  ("Help:  %", "说明：%"),
  ("  See '%' for more information.", "  详见 %"),
  ("  See '%' for detailed help.", "  详见 %"),
  ("Error: Missing expected argument '%'", "错误：缺少参数 %"),
  ("Error: Missing one of: %", "错误：至少要有其中一个：%"),
  ("Error: Missing value for '%'", "错误：后面缺少值：%"),
  ("Error: Unknown option '%'. Did you mean '%'?", "错误：没有选项 %，是不是 %？"),
  ("Error: Unknown option '%'", "错误：没有选项 %"),
  ("Error: Unexpected argument '%'", "错误：多余的参数 %"),
  ("Error: % unexpected arguments: %", "错误：多余的参数 % 个：%"),
  ("Error: The value '%' is invalid for '%'. Please provide one of the following:", "错误：值“%”不能用于 %，可用的是："),
  ("Error: The value '%' is invalid for '%'. Please provide one of %.", "错误：值“%”不能用于 %，可用的是 %"),
  ("Error: The value '%' is invalid for '%': %", "错误：值“%”不能用于 %：%"),
  ("Error: The value '%' is invalid for '%'", "错误：值“%”不能用于 %"),
  ("Error: The option '%' does not take any value, but '%' was specified.", "错误：选项“%”不带值，却给了“%”"),
  ("Error: Value to be set with flag '%' had already been set with flag '%'", "错误：“%”与前面的“%”重复"),
  ("Error: Value to be set with % had already been set with %", "错误：“%”与前面的“%”重复"),
  ("Error: Missing required subcommand.", "错误：缺少子命令"),
  ("Error: Invalid option: %", "错误：没有选项 %"),
  ("   or: Missing value for '%' in '%'", "   或者：% 后面缺少值，它在 % 里"),
  ("Error: Can't generate completion scripts for '%'.", "错误：不会为“%”写命令补全"),
  ("Error: Can't autodetect a supported shell.", "错误：看不出用的是哪种命令行"),
  ("Please use --generate-completion-script=<shell> with one of:", "请用 --generate-completion-script=<shell>，可用的是："),
  ("Error: %", "错误：%"),
].map { (english: $0.0, chinese: $0.1) }

private let phrases = [
  ("Show the version.", "显示版本"), ("Show help information.", "显示这些说明"), ("(values: ", "(可用："),
  ("; default: ", "；默认："), ("(default: ", "(默认："),
].map { (english: $0.0, chinese: $0.1) }

/// What stands at the holes of a sentence; `nil` where it is another sentence.
private func holes(of sentence: String, in line: Substring) -> [Substring]? {
  let parts = sentence.parts(at: "%", keepingEmpty: true)
  guard let first = parts.first, var rest = line.dropping(prefix: String(first)) else { return nil }
  var holes: [Substring] = []
  for part in parts.dropFirst().dropLast() {
    guard let found = rest.utf8.firstStretch(of: part.utf8) else { return nil }
    holes.append(rest[..<found.lowerBound])
    rest = rest[found.upperBound...]
  }
  guard parts.count > 1, let last = parts.last else { return rest.isEmpty ? holes : nil }
  guard let hole = rest.dropping(suffix: String(last)) else { return nil }
  return holes + [hole]
}
