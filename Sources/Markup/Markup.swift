import Diagnostics
import Texts

/// A heading, for tables of contents: `id` is unique in its document and is the target of `#id` in the content.
package struct Heading: Sendable, Hashable {
  package let level: Int
  package let id: String
  package let text: String

  /// The id on the page: no id of the content has an underscore and no template one of this beginning, so that whatever a
  /// heading says, it is none of the page's own.
  package static func anchor(ofID id: String) -> String { "h_" + id }
}

/// A link as written, escapes undone but nothing percent-encoded. Unsafe ones are reported and not listed.
package struct Link: Sendable, Hashable {
  package let destination: String
  package let text: String
  package let place: Place
}

/// A picture as written; `alt` is plain text.
package struct Image: Sendable, Hashable {
  package let destination: String
  package let alt: String
  package let place: Place
}

/// A fenced block of a language the caller asked for: its text is no prose but a request, whose answer takes its place.
package struct Embed: Sendable, Hashable {
  /// First word of the fence's info string.
  package let language: String
  /// What follows it on the fence.
  package let details: String
  package let text: String
  /// Of the opening fence; the text begins on the next line.
  package let place: Place
}

package enum MarkupURLKind: Sendable { case link, image }

/// Where a link or picture of a published page leads; width and height of a picture in pixels, if known; what is said of a
/// link's file behind its words.
package struct MarkupTarget: Sendable, Hashable {
  /// A picture in one of its sizes.
  package struct Source: Sendable, Hashable {
    package let url: String
    /// In pixels.
    package let width: Int

    package init(url: String, width: Int) {
      self.url = url
      self.width = width
    }
  }

  package let url: String
  package let width: Int?
  package let height: Int?
  /// The sizes a browser may choose from; none of a picture that has one.
  package let sources: [Source]
  package let remark: String?

  package init(
    url: String, width: Int? = nil, height: Int? = nil, sources: [Source] = [], remark: String? = nil
  ) {
    self.url = url
    self.width = width
    self.height = height
    self.sources = sources
    self.remark = remark
  }
}

/// Reads a Markdown text: CommonMark 0.30, GFM tables, footnotes, words struck out, boxes to tick, and
/// the Chinese rules.
///
/// - Parameters:
///   - bytes: the text after the front matter, UTF-8.
///   - firstLine: the line of the file its first line is.
///   - embeds: languages of fenced blocks that are requests instead of code.
/// - Returns: the document, `nil` only if the text is too large or nests too deep to be read, and all mistakes found.
package func parseMarkup(
  _ bytes: ArraySlice<UInt8>, file: Int32, firstLine: Int32, embeds: [String] = []
) -> (document: MarkupDocument?, diagnostics: [Diagnostic]) {
  parseMarkup(bytes, file: file, firstLine: firstLine, dialect: .published, embeds: embeds)
}

/// How HTML is written: with the house's attributes and figures, or exactly as libcmark writes it (to compare with it).
enum Dialect { case published, libcmark }

func parseMarkup(
  _ bytes: ArraySlice<UInt8>, file: Int32, firstLine: Int32, dialect: Dialect, embeds: [String] = []
) -> (document: MarkupDocument?, diagnostics: [Diagnostic]) {
  var text = SeamedText(Array(bytes))
  func place(_ line: Int, _ column: Int) -> Place {
    Place(file: file, line: firstLine + Int32(text.origin(of: line)) - 1, column: Int32(column))
  }
  guard bytes.count <= largestDocument else {
    return (nil, [.documentTooLarge(bytes: bytes.count, at: place(1, 1))])
  }
  if let excess = firstExcess(in: text.bytes) {
    let start = Lines(text.bytes).range(of: excess.line).lowerBound
    let column = scalarCount(text.bytes[start..<min(start + excess.column - 1, text.bytes.count)]) + 1
    return (nil, [.nestingTooDeep(at: place(excess.line, column))])
  }
  var diagnostics: [Diagnostic] = []
  for reading in 1...SeamedText.mostReadings {
    let origin = text
    let place = { (line: Int, column: Int) in
      Place(file: file, line: firstLine + Int32(origin.origin(of: line)) - 1, column: Int32(column))
    }
    guard let blocks = Blocks(text.bytes, isExtended: dialect == .published, place: place) else {
      return (nil, [.nestingTooDeep(at: place(1, 1))])
    }
    if let tooDeep = blocks.tooDeep { return (nil, [.nestingTooDeep(at: place(tooDeep.line, tooDeep.column))]) }
    if !blocks.seams.isEmpty {
      if reading < SeamedText.mostReadings {
        text.put(blocks.seams, lines: blocks.lines)
        continue
      }
      diagnostics += blocks.seams.map { .tableWithoutEnd(at: place($0.line, 1)) }
    }
    var renderer = MarkupRenderer(nodes: blocks.nodes, dialect: dialect, embedLanguages: embeds, place: place)
    renderer.render()
    return (renderer.document(), diagnostics + blocks.diagnostics + renderer.diagnostics)
  }
  return (nil, diagnostics)
}
