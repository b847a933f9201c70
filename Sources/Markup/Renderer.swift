import Diagnostics

/// Writes a document's nodes as HTML, byte for byte as libcmark does but for the house's additions, and in the same pass
/// gathers what else is asked of a document.
struct Renderer {
  let dialect: Dialect
  let place: (_ line: Int, _ column: Int) -> Place
  var embedLanguages: [String] = []
  var diagnostics: [Diagnostic] = []

  var html: [UInt8] = []
  var gaps: [MarkupDocument.Gap] = []
  var plain: [UInt8] = []
  var paragraphs: [[UInt8]] = []
  var outline: [Heading] = []
  var links: [Link] = []
  var images: [Image] = []
  var embeds: [Embed] = []
  var ids = HeadingIDs()

  var containers: [Node] = []
  var openLinks: [(node: Node, start: Int)] = []
  var openImage: Node?
  /// Images open inside one another; only the outermost is printed, the others lend it their text.
  var imageDepth = 0
  var alternative: [UInt8] = []
  var figure = false
  /// Raw HTML reported whose closing tag is still to come.
  var openTags = 0
  var paragraphStart = 0

  init(dialect: Dialect, place: @escaping (_ line: Int, _ column: Int) -> Place) {
    self.dialect = dialect
    self.place = place
  }

  mutating func render(_ nodes: [Node]) {
    for index in nodes.indices {
      if imageDepth > 0 { renderInsideImage(nodes, index) } else { render(nodes, index) }
    }
  }

  func document() -> MarkupDocument {
    let text = String(decoding: plain, as: UTF8.self)
    let (han, words) = countWords(text)
    return MarkupDocument(
      title: outline.first { $0.level == 1 }?.text, outline: outline, links: links, images: images, embeds: embeds,
      plainText: text,
      hanCount: han, wordCount: han + words, paragraphs: paragraphs, html: html, gaps: gaps)
  }

  private mutating func render(_ nodes: [Node], _ index: Int) {
    switch nodes[index].kind {
    case .document: break
    case .text:
      appendText(nodes[index].text, to: &html)
      plain += nodes[index].text
    case .code:
      write("<code>")
      appendText(nodes[index].text, to: &html)
      write("</code>")
      plain += nodes[index].text
    case .softBreak:
      let joins = joinsWithoutSpace(plain.lastScalar, firstScalar(of: nodes, after: index))
      if dialect == .libcmark || !joins { write("\n") }
      if !joins { plain.append(0x20) }
    case .lineBreak:
      write("<br />\n")
      plain.append(0x20)
    case .emphasis: write(nodes[index].isEntry ? "<em>" : "</em>")
    case .strong: write(nodes[index].isEntry ? "<strong>" : "</strong>")
    case .html:
      if dialect == .libcmark { write("<!-- raw HTML omitted -->") }
      report(html: nodes[index])
    case .link: renderLink(nodes[index])
    case .image: enterImage(nodes[index])
    case .paragraph: renderParagraph(nodes, index)
    case .heading: renderHeading(nodes, index)
    default: renderBlock(nodes[index])
    }
  }

  private mutating func renderBlock(_ node: Node) {
    switch node.kind {
    case .quote, .bulletList, .orderedList, .item:
      if node.isEntry { containers.append(node) } else { containers.removeLast() }
      if node.isEntry || node.kind == .quote { newLine() }
      let name = node.kind == .quote ? "blockquote" : node.kind == .item ? "li" : node.kind == .bulletList ? "ul" : "ol"
      if !node.isEntry {
        write("</\(name)>\n")
      } else {
        write("<\(name)")
        if node.kind == .orderedList, node.number != 1 { write(" start=\"\(node.number)\"") }
        write(node.kind == .item ? ">" : ">\n")
      }
    case .codeBlock:
      newLine()
      let language = node.text.prefix { $0 != 0x20 && !(9...13).contains($0) }
      if !embedLanguages.isEmpty, embed(node, String(decoding: language, as: UTF8.self)) { return }
      write("<pre><code")
      if !node.text.isEmpty {
        write(" class=\"language-")
        appendText(Array(language), to: &html)
        write("\"")
      }
      write(">")
      appendText(node.second, to: &html)
      write("</code></pre>\n")
      plain += node.second
      endLine()
    case .htmlBlock:
      newLine()
      if dialect == .libcmark { write("<!-- raw HTML omitted -->\n") }
      report(html: node)
    case .rule:
      newLine()
      write("<hr />\n")
    case .table, .row, .cell: renderTable(node)
    default: break
    }
  }

  private mutating func renderParagraph(_ nodes: [Node], _ index: Int) {
    let isTight = containers.last?.kind == .item && containers.dropLast().last?.isMarked == true
    if nodes[index].isEntry {
      paragraphStart = plain.count
      figure = dialect == .published && isFigure(nodes, index)
      if figure || !isTight { newLine() }
      if figure { write("<figure>") } else if !isTight { write("<p>") }
    } else {
      if figure { write("</figure>\n") } else if !isTight { write("</p>\n") }
      if containers.isEmpty, !figure, plain.count > paragraphStart {
        paragraphs.append(Array(plain[paragraphStart...]))
      }
      figure = false
      endLine()
    }
  }

  /// Whether a paragraph is one image and nothing else.
  private func isFigure(_ nodes: [Node], _ index: Int) -> Bool {
    guard index + 1 < nodes.count, nodes[index + 1].kind == .image else { return false }
    var depth = 0
    var at = index + 1
    while at < nodes.count {
      if nodes[at].kind == .image { depth += nodes[at].isEntry ? 1 : -1 }
      at += 1
      if depth == 0 { break }
    }
    return at < nodes.count && nodes[at].kind == .paragraph
  }

  private mutating func renderHeading(_ nodes: [Node], _ index: Int) {
    let node = nodes[index]
    guard node.isEntry else {
      write("</h\(outline.last?.level ?? 1)>\n")
      endLine()
      return
    }
    var text: [UInt8] = []
    var at = index + 1
    while at < nodes.count, nodes[at].kind != .heading {
      switch nodes[at].kind {
      case .text, .code: text += nodes[at].text
      case .lineBreak: text.append(0x20)
      case .softBreak: if !joinsWithoutSpace(text.lastScalar, firstScalar(of: nodes, after: at)) { text.append(0x20) }
      default: break
      }
      at += 1
    }
    let title = String(decoding: text, as: UTF8.self)
    let id = ids.id(for: title)
    outline.append(Heading(level: node.number, id: id, text: title))
    newLine()
    write(dialect == .published ? "<h\(node.number) id=\"\(id)\">" : "<h\(node.number)>")
  }

  private mutating func renderTable(_ node: Node) {
    let tag = node.isMarked ? "th" : "td"
    switch (node.kind, node.isEntry) {
    case (.table, true):
      newLine()
      write("<div class=\"scroll\" tabindex=\"0\"")
      if !node.text.isEmpty {
        write(" role=\"region\" aria-label=\"")
        appendText(node.text, to: &html)
        write("\"")
      }
      write(">\n<table>\n")
    case (.table, false): write(node.number > 0 ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    case (.row, true): write(node.isMarked ? "<thead>\n<tr>\n" : "<tr>\n")
    case (.row, false):
      write("</tr>\n")
      if node.isMarked { write(node.number > 0 ? "</thead>\n<tbody>\n" : "</thead>\n") }
      endLine()
    case (_, true):
      let styles = [
        "", " style=\"text-align: left\"", " style=\"text-align: center\"", " style=\"text-align: right\"",
        " class=\"n\"",
      ]
      write("<\(tag)\(node.isMarked ? " scope=\"col\"" : "")\(styles[node.number])>")
    case (_, false):
      write("</\(tag)>\n")
      plain.append(0x20)
    }
  }

  /// The next character a reader sees in the same line of text.
  func firstScalar(of nodes: [Node], after index: Int) -> Unicode.Scalar? {
    for at in (index + 1)..<max(nodes.count, index + 1) {
      switch nodes[at].kind {
      case .text, .code: if let first = nodes[at].text.scalar(at: 0) { return first }
      case .emphasis, .strong, .link, .html: continue
      default: return nil
      }
    }
    return nil
  }

  mutating func write(_ string: String) {
    var string = string
    string.withUTF8 { html += $0 }
  }

  mutating func newLine() { if let last = html.last, last != 0x0A { html.append(0x0A) } }

  mutating func endLine() {
    while plain.last == 0x20 { plain.removeLast() }
    if let last = plain.last, last != 0x0A { plain.append(0x0A) }
  }
}
