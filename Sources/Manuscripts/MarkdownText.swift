import Texts

/// Blocks → Markdown as the house writes it: one line a paragraph, empty lines between blocks, footnotes at the end.
package func markdown(_ blocks: [Block]) -> String {
  var writer = MarkdownWriter()
  let body = writer.text(of: blocks)
  return body + writer.footnotes()
}

private struct MarkdownWriter {
  private var notes: [[Block]] = []
  private var isInTable = false

  mutating func text(of blocks: [Block]) -> String { texts(of: blocks).joined(separator: "\n") }

  private mutating func texts(of blocks: [Block]) -> [String] {
    var parts: [String] = []
    var isOther = false
    for (index, block) in blocks.enumerated() {
      // Two lists of one kind, one behind the other, would be one: other marks part them.
      let before = index > 0 ? blocks[index - 1] : .rule
      isOther = isList(before) && isList(block) && block.isNumbered == before.isNumbered && !isOther
      parts.append(text(of: block, isOther: isOther))
    }
    return parts
  }

  /// - Parameter isOther: whether a list has the second kind of marks.
  private mutating func text(of block: Block, isOther: Bool) -> String {
    switch block {
    case .paragraph(let inlines): return text(of: inlines).guardedLine + "\n"
    case .heading(let level, let inlines):
      return String(repeating: "#", count: level) + " " + text(of: inlines) + "\n"
    case .bullets(let items):
      return items.map { item($0, marked: isOther ? "* " : "- ", isLoose: isLoose(items)) }.joined()
    case .numbers(let start, let items):
      return items.enumerated().map {
        item($1, marked: "\(start + $0)\(isOther ? ")" : ".") ", isLoose: isLoose(items))
      }.joined()
    case .table(let table): return text(of: table)
    case .code(let code):
      let fence = code.holds("```") ? "~~~~" : "```"
      return "\(fence)\n\(code)\n\(fence)\n"
    case .rule: return "---\n"
    case .figure(let source, let alt, let caption):
      let words = text(of: caption).replacingBytes("\"", with: "\\\"")
      return "![\(escaped(alt))](\(source)\(words.isEmpty ? "" : " \"\(words)\""))\n"
    }
  }

  private func isLoose(_ items: [[Block]]) -> Bool {
    items.contains { item in item.count { if case .paragraph = $0 { true } else { false } } > 1 }
  }

  private func isList(_ block: Block) -> Bool {
    switch block {
    case .bullets, .numbers: true
    default: false
    }
  }

  private mutating func item(_ blocks: [Block], marked mark: String, isLoose: Bool) -> String {
    let indent = String(repeating: " ", count: mark.utf8.count)
    let parts = texts(of: blocks)
    let body = parts.joined(separator: isLoose ? "\n" : "")
    let lines = body.parts(at: "\n", keepingEmpty: true).dropLast().enumerated().map { number, line in
      number == 0 ? mark + line : line.isEmpty ? "" : indent + line
    }
    return lines.joined(separator: "\n") + (isLoose ? "\n\n" : "\n")
  }

  private mutating func text(of table: Table) -> String {
    isInTable = true
    defer { isInTable = false }
    let rows = table.rows.map { row in row.map { cell($0) } }
    let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
    guard let head = rows.first else { return "" }
    return line(head) + line(head.map { _ in "---" }) + rows.dropFirst().map(line).joined()
  }

  /// What a cell holds, on one line.
  private mutating func cell(_ blocks: [Block]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): text(of: inlines)
      case .bullets(let items), .numbers(_, let items): items.map { cell($0) }.joined(separator: "；")
      case .table(let table): table.rows.map { $0.map { cell($0) }.joined(separator: " ") }.joined(separator: "；")
      case .code(let code): escaped(code)
      case .figure(_, let alt, let caption): caption.isEmpty ? escaped(alt) : text(of: caption)
      case .rule: ""
      }
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func text(of inlines: [Inline]) -> String { inlines.map { text(of: $0) }.joined() }

  private mutating func text(of inline: Inline) -> String {
    switch inline {
    case .text(let text): return escaped(text)
    case .lineBreak: return " "
    case .strong(let inner): return wrapped(inner, "**")
    case .struck(let inner): return wrapped(inner, "~~")
    case .link(let inner, let address): return "[\(text(of: inner))](<\(addressed(address))>)"
    case .picture(_, let alt): return escaped(alt)
    case .code(let code): return codeSpan(code)
    case .note(let blocks):
      notes.append(blocks)
      return "[^\(notes.count)]"
    }
  }

  /// Blanks at an end stand outside the marks, where they belong.
  private mutating func wrapped(_ inner: [Inline], _ mark: String) -> String {
    let words = text(of: inner.trimmedEnds())
    guard !words.isEmpty else { return text(of: inner) }
    let scalars = inner.plain.unicodeScalars
    let before = scalars.first?.isUnseen == true ? " " : ""
    let after = scalars.last?.isUnseen == true ? " " : ""
    return before + mark + words + mark + after
  }

  private func escaped(_ text: String) -> String { markdownEscaped(text, inTable: isInTable) }

  /// Each on one line, numbered as they come; one within a note comes last.
  mutating func footnotes() -> String {
    var text = ""
    var number = 0
    while number < notes.count {
      let body = cell(notes[number])
      number += 1
      text += "\n[^\(number)]: \(body)\n"
    }
    return text
  }
}

extension Block {
  fileprivate var isNumbered: Bool { if case .numbers = self { true } else { false } }
}

private func codeSpan(_ code: String) -> String {
  let fence = code.utf8.contains(UInt8(ascii: "`")) ? "``" : "`"
  let pad = code.begins(with: "`") || code.ends(with: "`") ? " " : ""
  return fence + pad + code + pad + fence
}

private func addressed(_ address: String) -> String {
  address.replacingBytes("<", with: "%3C").replacingBytes(">", with: "%3E").replacingBytes("\n", with: "")
}
