/// What a paragraph of nothing but pictures becomes: one is a figure, several stand side by side.
enum PictureGroup: Equatable {
  case figure
  /// Each leads to its largest form.
  case gallery(Int)
}

extension MarkupRenderer {
  /// `nil` for a paragraph that holds anything else than pictures; they may stand on lines of their own.
  func pictureGroup(_ index: Int) -> PictureGroup? {
    guard dialect == .published else { return nil }
    let steps = nodes.steps
    var (depth, count) = (0, 0)
    for step in steps[(index + 1)...] {
      if step.kind == .paragraph { break }
      if step.kind == .image {
        depth += step.isEntry ? 1 : -1
        if step.isEntry, depth == 1 { count += 1 }
      } else if depth == 0 {
        // Blanks between them say nothing.
        let isBlank = step.kind == .text && nodes.bytes[step.text].allSatisfy { $0 == 0x20 }
        guard isBlank || step.kind == .softBreak || step.kind == .lineBreak else { return nil }
      }
    }
    return count == 0 ? nil : count == 1 ? .figure : .gallery(count)
  }

  mutating func open(_ group: PictureGroup) {
    switch group {
    case .figure: write("<figure tabindex=\"0\">")
    case .gallery(let count): write("<div class=\"gallery of-\(Self.number(count))\">")
    }
  }

  mutating func close(_ group: PictureGroup) { write(group == .figure ? "</figure>\n" : "</div>\n") }

  /// The stylesheet lays out as many in rows that come out even.
  private static func number(_ count: Int) -> String { count < 10 ? "\(count)" : "many" }

  /// Begins a picture of a gallery; the link is to what the picture is made from.
  mutating func enterGalleryPicture(_ node: Node) {
    guard case .gallery = pictures else { return }
    write("<figure><a href=\"")
    let destination = nodes.string(node.text)
    if URLSafety(of: destination, kind: .image) == .safe {
      gaps.append(MarkupDocument.Gap(offset: html.count, filling: .url(destination, .link)))
    } else {
      write("\"")
    }
    write(">")
  }

  mutating func leaveGalleryPicture(_ node: Node) {
    guard case .gallery = pictures else { return }
    write("</a>")
    writeCaption(node)
    write("</figure>")
  }

  /// The title of a picture that stands by itself.
  mutating func writeCaption(_ node: Node) {
    guard !node.second.isEmpty else { return }
    write("<figcaption>")
    appendText(nodes.bytes[node.second], to: &html)
    write("</figcaption>")
    if !plain.isEmpty, plain.last != 0x0A, plain.last != 0x20 { plain.append(0x20) }
    plain += nodes.bytes[node.second]
  }
}
