/// Footnotes and boxes as HTML. No id of the content begins as theirs do (`Heading.anchor`).
extension MarkupRenderer {
  mutating func renderNoteMark(_ node: Node) {
    write("<sup class=\"note\" id=\"\(noteMark(node.number, use: node.column))\">")
    // A link can't stand within another one; the way back leads to the mark all the same.
    if openLinks.isEmpty {
      write("<a href=\"#n_\(node.number)\" role=\"doc-noteref\" aria-label=\"脚注\(node.number)\">")
      write("\(node.number)</a></sup>")
    } else {
      write("\(node.number)</sup>")
    }
  }

  /// - Parameter use: a note may be referred to again and again.
  private func noteMark(_ number: Int, use: Int) -> String { use > 1 ? "r_\(number)_\(use)" : "r_\(number)" }

  mutating func renderNotes(_ node: Node) {
    switch (node.kind, node.isEntry) {
    case (.notes, true):
      newLine()
      containers.append(node)
      write("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\">\n<ol>\n")
    case (.notes, false):
      containers.removeLast()
      write("</ol>\n</section>\n")
    case (_, true): write("<li id=\"n_\(node.number)\"><p>")
    default:
      // Back to each of its marks: a reader came from one of them.
      for use in 1...max(1, node.column) {
        let (which, sign) = node.column > 1 ? ("第\(use)处", "↑\(use)") : ("", "↑")
        write(
          " <a href=\"#\(noteMark(node.number, use: use))\" role=\"doc-backlink\" aria-label=\"回到正文\(which)\">\(sign)</a>"
        )
      }
      write("</p></li>\n")
      endLine()
    }
  }

  /// Of an item that is ticked off or not.
  mutating func renderBox(_ node: Node) {
    guard let box = Checkbox(rawValue: node.number) else { return }
    let (name, words) = box == .ticked ? ("box ticked", "已完成") : ("box", "未完成")
    write("<span class=\"\(name)\" role=\"img\" aria-label=\"\(words)\"></span>")
  }
}
