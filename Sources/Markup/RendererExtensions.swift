/// Footnotes and boxes as HTML. No id of the content begins as theirs do (`Heading.anchor`).
extension MarkupRenderer {
  mutating func renderNoteMark(_ node: Node) {
    write("<sup class=\"note\">")
    // A link can't stand within another one.
    if openLinks.isEmpty {
      let again = node.column > 1 ? "_\(node.column)" : ""
      write(
        "<a id=\"r_\(node.number)\(again)\" href=\"#n_\(node.number)\" role=\"doc-noteref\" aria-label=\"脚注\(node.number)\">"
      )
      write("\(node.number)</a></sup>")
    } else {
      write("\(node.number)</sup>")
    }
  }

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
      write(" <a href=\"#r_\(node.number)\" role=\"doc-backlink\" aria-label=\"回到正文\">↑</a></p></li>\n")
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
