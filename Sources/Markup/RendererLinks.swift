import Diagnostics
import Texts

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

/// Links, pictures, and the raw HTML that takes their place in old habits.
extension MarkupRenderer {
  mutating func renderLink(_ node: Node) {
    guard node.isEntry else {
      write("</a>")
      if let (link, start) = openLinks.popLast(), isSafe(link) {
        links.append(
          Link(
            destination: nodes.string(link.text),
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

  mutating func enterImage(_ node: Node) {
    openImage = node
    imageDepth = 1
    alternative = []
    enterGalleryPicture(node)
    write("<img src=\"")
    writeGap(node, kind: .image)
    write(" alt=\"")
  }

  mutating func renderInsideImage(_ index: Int) {
    let node = nodes.steps[index]
    switch node.kind {
    case .text, .code: alternative += nodes.bytes[node.text]
    case .html:
      if dialect == .libcmark { alternative += nodes.bytes[node.text] }
      report(html: node)
    case .lineBreak: alternative.append(0x20)
    case .softBreak:
      let joins = joinsWithoutSpace(BreakSide(endOf: alternative), side(after: index))
      if dialect == .libcmark || !joins { alternative.append(0x20) }
    case .image:
      imageDepth += node.isEntry ? 1 : -1
      if imageDepth == 0 { leaveImage() }
    default: break
    }
  }

  private mutating func leaveImage() {
    guard let node = openImage else { return }
    appendText(alternative[...], to: &html)
    write("\"")
    if pictures == nil { writeTitle(node) }
    if dialect == .published { write(" loading=\"lazy\" decoding=\"async\"") }
    write(" />")
    if pictures == .figure { writeCaption(node) }
    leaveGalleryPicture(node)
    let destination = nodes.string(node.text)
    let alt = String(decoding: alternative, as: UTF8.self)
    if isSafe(node, .image) {
      images.append(Image(destination: destination, alt: alt, place: place(node.line, node.column)))
    }
    if alt.unicodeScalars.allSatisfy(isMarkupSpace) || Placeholder.isAll(of: alt) {
      diagnostics.append(.missingAltText(destination, at: place(node.line, node.column)))
    }
    openImage = nil
  }

  private func isSafe(_ node: Node, _ kind: MarkupURLKind = .link) -> Bool {
    URLSafety(of: nodes.string(node.text), kind: kind) == .safe
  }

  /// Leaves a gap for the URL (the closing quote is filled in with it), or nothing at all of an unsafe one.
  private mutating func writeGap(_ node: Node, kind: MarkupURLKind) {
    let destination = nodes.string(node.text)
    if isSafe(node, kind) {
      let isThumbnail = kind == .image && pictures.map { $0 != .figure } ?? false
      let filling: MarkupDocument.Filling = isThumbnail ? .thumbnail(destination) : .url(destination, kind)
      gaps.append(MarkupDocument.Gap(offset: html.count, filling: filling))
    } else {
      write("\"")
      diagnostics.append(.unsafeLink(destination, at: place(node.line, node.column)))
    }
  }

  private mutating func writeTitle(_ node: Node) {
    guard !node.second.isEmpty else { return }
    write(" title=\"")
    appendText(nodes.bytes[node.second], to: &html)
    write("\"")
  }

  /// A closing tag is reported only if no opening one was.
  mutating func report(html node: Node) {
    if nodes.bytes[node.text].starts(with: [UInt8(ascii: "<"), UInt8(ascii: "/")]) {
      openTags -= 1
      if openTags >= 0 { return }
    } else {
      openTags += 1
    }
    openTags = max(0, openTags)
    diagnostics.append(.rawHTML(at: place(node.line, node.column)))
  }
}
