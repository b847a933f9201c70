import Diagnostics
import Texts

// libcmark 0.30.2 takes quadratic time on some texts (CVE-2023-22486, CVE-2023-24824 among them), so what it is given is
// bounded beforehand, in one pass that counts without parsing: code and escapes are counted too, which errs to the safe side.

/// Largest Markdown file, in bytes.
let largestDocument = 1 << 20

/// How much work a hostile text may cause, in steps of libcmark's inner loops; honest texts stay a hundred times below.
private let mostSteps = 20_000_000

extension Diagnostic {
  static func documentTooLarge(bytes: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: place,
      message: Bilingual(
        zh: "正文有 \(bytes) 字节，上限是 \(largestDocument) 字节",
        en: "the text has \(bytes) bytes; the limit is \(largestDocument)"),
      remedy: Bilingual(zh: "请把它拆成几篇", en: "split it into several texts"))
  }

  static func nestingTooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, at: place,
      message: Bilingual(
        zh: "引用、列表、括号或强调层层相套，或未闭合的记号太多（上限 \(deepestNesting) 层）",
        en:
          "quotes, lists, brackets or emphasis are nested deeper than \(deepestNesting) levels, or too many are left open"
      ),
      remedy: Bilingual(zh: "请减少层数，或闭合、转义这些记号", en: "flatten the nesting, or close or escape the marks"))
  }
}

/// The first place where the text is more than libcmark can safely be given; line and byte column from 1.
func firstExcess(in text: [UInt8]) -> (line: Int, column: Int)? {
  var scan = ExcessScan()
  return text.withUnsafeBufferPointer { scan.run($0) }
}

private struct ExcessScan {
  private var line = 1
  private var lineStart = 0
  private var steps = 0
  // Of the present block, a run of lines none of which is blank: no paragraph reaches beyond it.
  private var blockLine = 1
  private var blockStart = 0
  private var openBrackets = 0
  private var images = 0
  private var closings = 0
  private var declarations = 0
  // Of the whole text: what all uses of the longest link definition could repeat.
  private var definitionStart: Int?
  private var definitionLine = 1
  private var longestDefinition = (bytes: 0, line: 1)
  private var references = 0

  mutating func run(_ text: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int)? {
    var at = 0
    var previous: UInt8 = 0x0A
    while at < text.count {
      if at == lineStart {
        if levels(of: text, from: at) > deepestNesting { return (line, 1) }
        if isBlank(text, from: at), let excess = endBlock(at: at) { return excess }
      }
      let byte = text[at]
      if byte > UInt8(ascii: "]") {
        previous = byte
        at = text.nextASCII(from: at + 1)
        continue
      }
      switch byte {
      case UInt8(ascii: "["):
        if previous == UInt8(ascii: "!") { images += 1 }
        openBrackets += 1
        if openBrackets > deepestNesting { return (line, at - lineStart + 1) }
      case UInt8(ascii: "]"):
        closings += 1
        references += 1
        openBrackets = max(0, openBrackets - 1)
        if at + 1 < text.count, text[at + 1] == UInt8(ascii: ":") { startDefinition(at: at) }
      case UInt8(ascii: "!"), UInt8(ascii: "?"): if previous == UInt8(ascii: "<") { declarations += 1 }
      case 0x0A, 0x0D:
        if byte == 0x0D || previous != 0x0D { line += 1 }
        lineStart = at + 1
      default: break
      }
      previous = byte
      at += 1
    }
    if let excess = endBlock(at: at) { return excess }
    return longestDefinition.bytes * references > mostSteps ? (longestDefinition.line, 1) : nil
  }

  private mutating func startDefinition(at: Int?) {
    if let start = definitionStart, let at, at - start > longestDefinition.bytes {
      longestDefinition = (at - start, definitionLine)
    }
    definitionStart = at
    definitionLine = line
  }

  private mutating func endBlock(at: Int) -> (line: Int, column: Int)? {
    if let start = definitionStart, at - start > longestDefinition.bytes {
      longestDefinition = (at - start, definitionLine)
    }
    definitionStart = nil
    steps += images * closings + declarations * (at - blockStart) / 8
    let excess = steps > mostSteps ? (line: blockLine, column: 1) : nil
    (openBrackets, images, closings, declarations) = (0, 0, 0, 0)
    (blockLine, blockStart) = (line + 1, at)
    return excess
  }

  private func isBlank(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var at = start
    while at < text.count, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
    return at == text.count || text[at] == 0x0A || text[at] == 0x0D
  }

  /// Block quotes and list items that the line can open or continue: its marks, and its indentation if marks follow.
  private func levels(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var marks = 0
    var spaces = 0
    var at = start
    while at < text.count {
      switch text[at] {
      case 0x20: spaces += 1
      case 0x09: spaces += 4
      case UInt8(ascii: ">"): marks += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard isSpaceOrEnd(text, at + 1) else { return marks == 0 ? 0 : marks + spaces / 4 }
        marks += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = at
        while end < text.count, end - at < 10, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
        guard end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"),
          isSpaceOrEnd(text, end + 1)
        else { return marks == 0 ? 0 : marks + spaces / 4 }
        marks += 1
        at = end
      default: return marks == 0 ? 0 : marks + spaces / 4
      }
      at += 1
    }
    return marks == 0 ? 0 : marks + spaces / 4
  }

  private func isSpaceOrEnd(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at >= text.count || text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0A || text[at] == 0x0D
  }
}
