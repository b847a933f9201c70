/// A text read: what its page shows, and what lists, search and checks need of it.
///
/// Its HTML is kept with gaps where links and pictures stand, since it is read once but published at a path not known then.
package struct MarkupDocument: Sendable {
  /// Text of the first heading of level 1.
  package let title: String?
  package let outline: [Heading]
  package let links: [Link]
  package let images: [Image]
  /// What a reader sees, without marks: a line for each block. For search.
  package let plainText: String
  /// Han characters.
  package let hanCount: Int
  /// Han characters and Latin words (figures count as words).
  package let wordCount: Int

  /// Text of the outermost paragraphs, UTF-8; made strings only where a summary wants them.
  let paragraphs: [[UInt8]]
  /// Safe HTML but for the gaps.
  let html: [UInt8]
  let gaps: [Gap]

  struct Gap: Sendable {
    /// Offset in `html`.
    let offset: Int
    let destination: String
    let kind: MarkupURLKind
  }

  /// Safe HTML of the text, links and pictures leading where `rewriting` says (it is asked once for each, in order).
  package func html(rewriting: (String, MarkupURLKind) -> MarkupTarget) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + 64 * gaps.count)
    var copied = 0
    for gap in gaps {
      result += html[copied..<gap.offset]
      copied = gap.offset
      let target = rewriting(gap.destination, gap.kind)
      if URLSafety(of: target.url, kind: gap.kind) == .safe { appendURL(Array(target.url.utf8), to: &result) }
      result.append(UInt8(ascii: "\""))
      if gap.kind == .image {
        if let width = target.width { result += Array(" width=\"\(width)\"".utf8) }
        if let height = target.height { result += Array(" height=\"\(height)\"".utf8) }
      }
    }
    result += html[copied...]
    return String(decoding: result, as: UTF8.self)
  }
}
