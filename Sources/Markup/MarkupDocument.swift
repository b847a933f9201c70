/// A text read: what its page shows, and what lists, search and checks need of it.
///
/// Its HTML is kept with gaps where links, pictures and embeds stand, since it is read once but published at a path, and
/// with figures, not known then.
///
/// A class: it is handed about a lot, and each copy of a value would count eight references.
package final class MarkupDocument: Sendable {
  /// Text of the first heading of level 1.
  package let title: String?
  package let outline: [Heading]
  package let links: [Link]
  package let images: [Image]
  package let embeds: [Embed]
  /// Han characters.
  package let hanCount: Int
  /// Han characters and Latin words (figures count as words).
  package let wordCount: Int

  /// What a reader sees, without marks: a line for each block. For search.
  package let plainText: String
  /// Where in its UTF-8 the outermost paragraphs stand.
  let paragraphs: [Range<Int>]
  /// Safe HTML but for the gaps.
  let html: [UInt8]
  let gaps: [Gap]

  struct Gap: Sendable {
    /// Offset in `html`.
    let offset: Int
    let filling: Filling
  }

  enum Filling: Sendable {
    case url(String, MarkupURLKind)
    /// The next of `embeds`.
    case embed
  }

  init(
    title: String?, outline: [Heading], links: [Link], images: [Image], embeds: [Embed], hanCount: Int, wordCount: Int,
    plainText: String, paragraphs: [Range<Int>], html: [UInt8], gaps: [Gap]
  ) {
    self.title = title
    self.outline = outline
    self.links = links
    self.images = images
    self.embeds = embeds
    self.hanCount = hanCount
    self.wordCount = wordCount
    self.plainText = plainText
    self.paragraphs = paragraphs
    self.html = html
    self.gaps = gaps
  }

  /// Safe HTML of the text in UTF-8, cut where the embeds stand, one piece more than there are. Links and pictures lead
  /// where `rewriting` says; it is asked once for each, in order.
  package func htmlPieces(rewriting: (String, MarkupURLKind) -> MarkupTarget) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var piece: [UInt8] = []
    piece.reserveCapacity(html.count + 64 * gaps.count)
    var copied = 0
    // Of the open link: no link stands in another.
    var remark: String?
    for gap in gaps {
      append(html[copied..<gap.offset], &remark, to: &piece)
      copied = gap.offset
      guard case .url(let destination, let kind) = gap.filling else {
        pieces.append(piece)
        piece = []
        continue
      }
      let target = rewriting(destination, kind)
      if kind == .link { remark = target.remark }
      if URLSafety(of: target.url, kind: kind) == .safe { appendURL(Array(target.url.utf8), to: &piece) }
      piece.append(UInt8(ascii: "\""))
      if kind == .image {
        if let width = target.width { piece += Array(" width=\"\(width)\"".utf8) }
        if let height = target.height { piece += Array(" height=\"\(height)\"".utf8) }
      }
    }
    append(html[copied...], &remark, to: &piece)
    return pieces + [piece]
  }

  /// Copies a stretch of the text; where the open link ends in it, what is said of its file comes behind.
  private func append(_ stretch: ArraySlice<UInt8>, _ remark: inout String?, to piece: inout [UInt8]) {
    guard let words = remark, let end = stretch.firstRange(of: "</a>".utf8)?.upperBound else {
      piece += stretch
      return
    }
    piece += stretch[..<end]
    piece += "<small class=\"of-file\">".utf8
    appendText(Array(words.utf8)[...], to: &piece)
    piece += "</small>".utf8
    piece += stretch[end...]
    remark = nil
  }

  /// The whole text, without what its embeds ask for.
  package func html(rewriting: (String, MarkupURLKind) -> MarkupTarget) -> String {
    String(decoding: htmlPieces(rewriting: rewriting).joined(), as: UTF8.self)
  }
}
