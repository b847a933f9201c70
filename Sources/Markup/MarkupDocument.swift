import Texts
import Typesetting

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
    /// A picture that shares the width of the text with others.
    case thumbnail(String)
    /// The next of `embeds`.
    case embed
  }

  package var hasGallery: Bool {
    gaps.contains { if case .thumbnail = $0.filling { true } else { false } }
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
  /// - Parameter isTypeset: whether it has the spans of a page; feeds and files are for others to set.
  package func htmlPieces(
    isTypeset: Bool = false, rewriting: (String, MarkupURLKind) -> MarkupTarget
  ) -> [[UInt8]] {
    var pieces = htmlPieces(rewriting)
    guard isTypeset else { return pieces }
    var typesetter = Typesetter()
    for index in pieces.indices { typesetter.set(&pieces[index], from: 0, in: .plain) }
    return pieces
  }

  private func htmlPieces(_ rewriting: (String, MarkupURLKind) -> MarkupTarget) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var piece: [UInt8] = []
    piece.reserveCapacity(html.count + 64 * gaps.count)
    var copied = 0
    // Of the open link: no link stands in another.
    var remark: String?
    for gap in gaps {
      append(html[copied..<gap.offset], &remark, to: &piece)
      copied = gap.offset
      switch gap.filling {
      case .embed:
        pieces.append(piece)
        piece = []
      case .url(let destination, .link):
        let target = rewriting(destination, .link)
        remark = target.remark
        append(target.url, .link, to: &piece)
      case .url(let destination, .image):
        append(rewriting(destination, .image), sizes: "(min-width: 46rem) 40rem, 100vw", to: &piece)
      case .thumbnail(let destination):
        append(rewriting(destination, .image), sizes: "(min-width: 46rem) 20rem, 50vw", to: &piece)
      }
    }
    append(html[copied...], &remark, to: &piece)
    return pieces + [piece]
  }

  /// Copies a stretch of the text; where the open link ends in it, what is said of its file comes behind.
  private func append(_ stretch: ArraySlice<UInt8>, _ remark: inout String?, to piece: inout [UInt8]) {
    guard let words = remark, let end = stretch.firstStretch(of: "</a>".utf8)?.upperBound else {
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

  /// With the quote that closes the attribute.
  private func append(_ url: String, _ kind: MarkupURLKind, to piece: inout [UInt8]) {
    if URLSafety(of: url, kind: kind) == .safe { appendURL(Array(url.utf8), to: &piece) }
    piece.append(UInt8(ascii: "\""))
  }

  /// - Parameter sizes: how wide it is shown: a column of text is 40 rem wide, and on a telephone as wide as its screen.
  private func append(_ picture: MarkupTarget, sizes: String, to piece: inout [UInt8]) {
    append(picture.url, .image, to: &piece)
    if let width = picture.width { piece += Array(" width=\"\(width)\"".utf8) }
    if let height = picture.height { piece += Array(" height=\"\(height)\"".utf8) }
    let sources = picture.sources
    let safe = sources.filter { URLSafety(of: $0.url, kind: .image) == .safe }
    guard !safe.isEmpty else { return }
    piece += Array(" srcset=\"".utf8)
    for (index, source) in safe.enumerated() {
      if index > 0 { piece += Array(", ".utf8) }
      appendURL(Array(source.url.utf8), to: &piece)
      piece += Array(" \(source.width)w".utf8)
    }
    piece += Array("\" sizes=\"\(sizes)\"".utf8)
  }

  /// The whole text, without what its embeds ask for.
  package func html(rewriting: (String, MarkupURLKind) -> MarkupTarget) -> String {
    String(decoding: htmlPieces(rewriting: rewriting).joined(), as: UTF8.self)
  }
}
