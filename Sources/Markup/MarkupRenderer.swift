import Diagnostics
import Texts

/// Writes a document's nodes as HTML, byte for byte as libcmark does but for the house's additions, and in the same pass
/// gathers what else is asked of a document.
struct MarkupRenderer {
  let nodes: Nodes
  let dialect: Dialect
  let embedLanguages: [String]
  let place: (_ line: Int, _ column: Int) -> Place
  var diagnostics: [Diagnostic] = []

  var html: [UInt8] = []
  var gaps: [MarkupDocument.Gap] = []
  var plain: [UInt8] = []
  var paragraphs: [Range<Int>] = []
  var outline: [Heading] = []
  var links: [Link] = []
  var images: [Image] = []
  var embeds: [Embed] = []
  var ids = HeadingIDs()
  private let movesHeadings: Bool

  var containers: [Node] = []
  var openLinks: [(node: Node, start: Int)] = []
  var openImage: Node?
  /// Images open inside one another; only the outermost is printed, the others lend it their text.
  var imageDepth = 0
  var alternative: [UInt8] = []
  /// What the paragraph is that holds nothing but pictures.
  var pictures: PictureGroup?
  /// Whether the paragraph is a link to what plays in it.
  var isPlayer = false
  /// Raw HTML reported whose closing tag is still to come.
  var openTags = 0
  var paragraphStart = 0

  init(
    nodes: Nodes, dialect: Dialect, embedLanguages: [String], place: @escaping (_ line: Int, _ column: Int) -> Place
  ) {
    self.nodes = nodes
    self.dialect = dialect
    self.embedLanguages = embedLanguages
    self.place = place
    movesHeadings =
      dialect == .published && nodes.steps.contains { $0.kind == .heading && $0.isEntry && $0.number == 1 }
    html.reserveCapacity(2 * nodes.bytes.count)
    plain.reserveCapacity(nodes.bytes.count + nodes.steps.count)
  }

  mutating func render() {
    for index in nodes.steps.indices {
      if imageDepth > 0 { renderInsideImage(index) } else { render(index) }
    }
  }

  func document() -> MarkupDocument {
    let (han, words) = countWords(plain)
    return MarkupDocument(
      title: outline.first { $0.level == 1 }?.text, outline: outline, links: links, images: images, embeds: embeds,
      hanCount: han, wordCount: han + words, plainText: String(decoding: plain, as: UTF8.self), paragraphs: paragraphs,
      html: fitted(html),
      gaps: gaps)
  }

  private mutating func render(_ index: Int) {
    let node = nodes.steps[index]
    switch node.kind {
    case .document: break
    // Among pictures alone there are blanks only.
    case .text where pictures != nil, .softBreak where pictures != nil, .lineBreak where pictures != nil: break
    case .text:
      appendText(nodes.bytes[node.text], to: &html)
      plain += nodes.bytes[node.text]
    case .code:
      write("<code>")
      appendText(nodes.bytes[node.text], to: &html)
      write("</code>")
      plain += nodes.bytes[node.text]
    case .softBreak:
      let joins = joinsWithoutSpace(BreakSide(endOf: plain), side(after: index))
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
    case .strike: write(node.isEntry ? "<del>" : "</del>")
    case .noteMark: renderNoteMark(node)
    case .notes, .note: renderNotes(node)
    case .link: renderLink(node)
    case .image: enterImage(node)
    case .paragraph: renderParagraph(index)
    case .heading: renderHeading(index)
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
        write("</")
        write(name)
        write(">\n")
      } else {
        write("<")
        write(name)
        if node.kind == .orderedList, node.number != 1 { write(" start=\"\(node.number)\"") }
        if node.kind == .item, node.number > 0 { write(" class=\"task\"") }
        write(node.kind == .item ? ">" : ">\n")
        if node.kind == .item { renderBox(node) }
      }
    case .codeBlock:
      newLine()
      let info = nodes.bytes[node.text]
      let language = info.prefix { $0 != 0x20 && !(9...13).contains($0) }
      if !embedLanguages.isEmpty,
        embed(
          node, String(decoding: language, as: UTF8.self),
          String(decoding: info.dropFirst(language.count), as: UTF8.self)
        )
      {
        return
      }
      write("<pre><code")
      if !node.text.isEmpty {
        write(" class=\"language-")
        appendText(language, to: &html)
        write("\"")
      }
      write(">")
      appendText(nodes.bytes[node.second], to: &html)
      write("</code></pre>\n")
      plain += nodes.bytes[node.second]
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

  private mutating func renderParagraph(_ index: Int) {
    let isTight = containers.last?.kind == .item && containers.dropLast().last?.isMarked == true
    if nodes.steps[index].isEntry {
      paragraphStart = plain.count
      pictures = pictureGroup(index)
      let player = self.player(index)
      isPlayer = player != nil
      if pictures != nil || isPlayer || !isTight { newLine() }
      if let pictures {
        open(pictures)
      } else if let player {
        open(player.kind, player.link)
      } else if !isTight {
        write("<p>")
      }
    } else {
      if let pictures {
        close(pictures)
      } else if isPlayer {
        closePlayer()
      } else if !isTight {
        write("</p>\n")
      }
      if containers.isEmpty, pictures == nil, plain.count > paragraphStart {
        paragraphs.append(paragraphStart..<plain.count)
      }
      (pictures, isPlayer) = (nil, false)
      endLine()
    }
  }

  private mutating func renderHeading(_ index: Int) {
    let steps = nodes.steps
    let node = steps[index]
    guard node.isEntry else {
      write("</h")
      write(level: outline.last?.level ?? 1)
      write(">\n")
      endLine()
      return
    }
    var text: [UInt8] = []
    var at = index + 1
    while at < steps.count, steps[at].kind != .heading {
      switch steps[at].kind {
      case .text, .code: text += nodes.bytes[steps[at].text]
      case .lineBreak: text.append(0x20)
      case .softBreak: if !joinsWithoutSpace(BreakSide(endOf: text), side(after: at)) { text.append(0x20) }
      default: break
      }
      at += 1
    }
    let title = String(decoding: text, as: UTF8.self)
    let id = ids.id(for: title)
    outline.append(Heading(level: node.number, id: id, text: title))
    newLine()
    write("<h")
    write(level: node.number)
    if dialect == .published {
      write(" id=\"")
      write(Heading.anchor(ofID: id))
      write("\"")
    }
    write(">")
  }

  private mutating func renderTable(_ node: Node) {
    switch (node.kind, node.isEntry) {
    case (.table, true):
      newLine()
      write("<div class=\"scroll\" tabindex=\"0\"")
      if !node.text.isEmpty {
        write(" role=\"region\" aria-label=\"")
        appendText(nodes.bytes[node.text], to: &html)
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
      write(node.isMarked ? "<th scope=\"col\"" : "<td")
      switch node.number {
      case TableSource.Alignment.left.rawValue: write(" class=\"left\"")
      case TableSource.Alignment.centre.rawValue: write(" class=\"centre\"")
      case TableSource.Alignment.right.rawValue: write(" class=\"right\"")
      case numericColumn: write(" class=\"n\"")
      default: break
      }
      write(">")
    case (_, false):
      write(node.isMarked ? "</th>\n" : "</td>\n")
      plain.append(0x20)
    }
  }

  /// What a reader sees next in the same line of text.
  func side(after index: Int) -> BreakSide {
    var side = BreakSide()
    for node in nodes.steps[(index + 1)...] {
      switch node.kind {
      case .text, .code:
        var at = node.text.lowerBound
        while at < node.text.upperBound, let scalar = nodes.bytes.scalar(at: at) {
          guard side.take(scalar) else { return side }
          at += UTF8.width(scalar)
        }
      case .emphasis, .strong, .strike, .noteMark, .link, .html: continue
      default: return side
      }
    }
    return side
  }

  mutating func write(_ string: String) {
    var string = string
    string.withUTF8 { html += $0 }
  }

  /// Of a heading, 1 to 6. A page has its own first heading: where a text begins with one too, all of it moves down.
  private mutating func write(level: Int) {
    html.append(UInt8(ascii: "0") + UInt8(min(6, level + (movesHeadings ? 1 : 0))))
  }

  mutating func newLine() { if let last = html.last, last != 0x0A { html.append(0x0A) } }

  mutating func endLine() {
    while plain.last == 0x20 { plain.removeLast() }
    if let last = plain.last, last != 0x0A { plain.append(0x0A) }
  }
}

/// The bytes without room for more: documents live as long as the build.
private func fitted(_ bytes: [UInt8]) -> [UInt8] {
  var fitted: [UInt8] = []
  fitted.reserveCapacity(bytes.count)
  fitted += bytes
  return fitted
}
