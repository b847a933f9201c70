import Diagnostics

extension Diagnostic {
  static func rawHTML(at place: Place) -> Diagnostic {
    Diagnostic(
      .rawHTML, at: place,
      message: Bilingual(
        zh: "正文里有 HTML 标签或注释，不会印出", en: "the text holds an HTML tag or comment, which is not published"),
      remedy: Bilingual(
        zh: "改用 Markdown 写法；要显示尖括号就写成 \\< 或放进反引号",
        en: "write it in Markdown; to show a bracket write \\< or use backticks"))
  }

  static func missingAltText(_ destination: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingAltText, .warning, at: place,
      message: Bilingual(zh: "图片“\(destination)”没有替代文字", en: "the picture “\(destination)” has no alternative text"),
      remedy: Bilingual(
        zh: "在方括号里写明图上是什么：![图上是什么](\(destination))",
        en: "say in the brackets what it shows: ![what it shows](\(destination))"))
  }
}

/// Writes a document's nodes as HTML, byte for byte as libcmark does but for the house's additions, and in the same pass
/// gathers what else is asked of a document.
struct Renderer {
  let dialect: Dialect
  let place: (_ line: Int, _ column: Int) -> Place
  private(set) var diagnostics: [Diagnostic] = []

  private var html: [UInt8] = []
  private var gaps: [MarkupDocument.Gap] = []
  private var plain: [UInt8] = []
  private var paragraphs: [String] = []
  private var outline: [Heading] = []
  private var links: [Link] = []
  private var images: [Image] = []
  private var ids = HeadingIDs()

  private var containers: [Node] = []
  private var openLinks: [(node: Node, start: Int)] = []
  private var openImage: Node?
  /// Images open inside one another; only the outermost is printed, the others lend it their text.
  private var imageDepth = 0
  private var alternative: [UInt8] = []
  private var figure = false
  private var paragraphStart = 0

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
      title: outline.first { $0.level == 1 }?.text, outline: outline, links: links, images: images, plainText: text,
      hanCount: han, wordCount: han + words, paragraphs: paragraphs, html: html, gaps: gaps)
  }

  private mutating func render(_ nodes: [Node], _ index: Int) {
    let node = nodes[index]
    switch node.kind {
    case .document: break
    case .text:
      appendText(node.text, to: &html)
      plain += node.text
    case .code:
      write("<code>")
      appendText(node.text, to: &html)
      write("</code>")
      plain += node.text
    case .softBreak:
      let joins = joinsWithoutSpace(plain.lastScalar, firstScalar(of: nodes, after: index))
      if dialect == .libcmark || !joins { write("\n") }
      if !joins { plain.append(0x20) }
    case .lineBreak:
      write("<br />\n")
      plain.append(0x20)
    case .emphasis: write(node.isEntry ? "<em>" : "</em>")
    case .strong: write(node.isEntry ? "<strong>" : "</strong>")
    case .html:
      if dialect == .libcmark { write("<!-- raw HTML omitted -->") }
      report(html: node)
    case .link: renderLink(node)
    case .image: enterImage(node)
    case .paragraph: renderParagraph(nodes, index)
    case .heading: renderHeading(nodes, index)
    default: renderBlock(node)
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
        paragraphs.append(String(decoding: plain[paragraphStart...], as: UTF8.self))
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

  private mutating func renderLink(_ node: Node) {
    guard node.isEntry else {
      write("</a>")
      if let (link, start) = openLinks.popLast(), isSafe(link) {
        links.append(
          Link(
            destination: String(decoding: link.text, as: UTF8.self),
            text: String(decoding: plain[start...], as: UTF8.self),
            place: place(link.line, link.column)))
      }
      return
    }
    openLinks.append((node, plain.count))
    write("<a href=\"")
    writeGap(node, kind: .link)
    writeTitle(node)
    write(">")
  }

  private mutating func enterImage(_ node: Node) {
    openImage = node
    imageDepth = 1
    alternative = []
    write("<img src=\"")
    writeGap(node, kind: .image)
    write(" alt=\"")
  }

  private mutating func renderInsideImage(_ nodes: [Node], _ index: Int) {
    let node = nodes[index]
    switch node.kind {
    case .text, .code: alternative += node.text
    case .html:
      if dialect == .libcmark { alternative += node.text }
      report(html: node)
    case .lineBreak: alternative.append(0x20)
    case .softBreak:
      let joins = joinsWithoutSpace(alternative.lastScalar, firstScalar(of: nodes, after: index))
      if dialect == .libcmark || !joins { alternative.append(0x20) }
    case .image:
      imageDepth += node.isEntry ? 1 : -1
      if imageDepth == 0 { leaveImage() }
    default: break
    }
  }

  private mutating func leaveImage() {
    guard let node = openImage else { return }
    appendText(alternative, to: &html)
    write("\"")
    if !figure { writeTitle(node) }
    if dialect == .published { write(" loading=\"lazy\" decoding=\"async\"") }
    write(" />")
    if figure, !node.second.isEmpty {
      write("<figcaption>")
      appendText(node.second, to: &html)
      write("</figcaption>")
      plain += node.second
    }
    let destination = String(decoding: node.text, as: UTF8.self)
    let alt = String(decoding: alternative, as: UTF8.self)
    if isSafe(node, .image) {
      images.append(Image(destination: destination, alt: alt, place: place(node.line, node.column)))
    }
    if alt.unicodeScalars.allSatisfy(isMarkupSpace) {
      diagnostics.append(.missingAltText(destination, at: place(node.line, node.column)))
    }
    openImage = nil
  }

  private func isSafe(_ node: Node, _ kind: MarkupURLKind = .link) -> Bool {
    URLSafety(of: String(decoding: node.text, as: UTF8.self), kind: kind) == .safe
  }

  /// Leaves a gap for the URL (the closing quote is filled in with it), or nothing at all of an unsafe one.
  private mutating func writeGap(_ node: Node, kind: MarkupURLKind) {
    let destination = String(decoding: node.text, as: UTF8.self)
    if isSafe(node, kind) {
      gaps.append(MarkupDocument.Gap(offset: html.count, destination: destination, kind: kind))
    } else {
      write("\"")
      diagnostics.append(.unsafeLink(destination, at: place(node.line, node.column)))
    }
  }

  private mutating func writeTitle(_ node: Node) {
    guard !node.second.isEmpty else { return }
    write(" title=\"")
    appendText(node.second, to: &html)
    write("\"")
  }

  /// A closing tag is not reported: its opening one is.
  private mutating func report(html node: Node) {
    if !node.text.starts(with: Array("</".utf8)) { diagnostics.append(.rawHTML(at: place(node.line, node.column))) }
  }

  /// The next character a reader sees in the same line of text.
  private func firstScalar(of nodes: [Node], after index: Int) -> Unicode.Scalar? {
    for node in nodes[(index + 1)...] {
      switch node.kind {
      case .text, .code: if let first = node.text.scalar(at: 0) { return first }
      case .emphasis, .strong, .link, .html: continue
      default: return nil
      }
    }
    return nil
  }

  private mutating func write(_ string: String) { html += string.utf8 }

  private mutating func newLine() { if let last = html.last, last != 0x0A { html.append(0x0A) } }

  private mutating func endLine() {
    while plain.last == 0x20 { plain.removeLast() }
    if let last = plain.last, last != 0x0A { plain.append(0x0A) }
  }
}
