/// What stands in a text of Word's, without its styles.
package struct Manuscript: Equatable, Sendable {
  /// What the document itself calls its title.
  package var title: String?
  package var blocks: [Block]
  package var losses: Losses
  /// How many pictures its tree has, one that stands twice counted twice.
  package var pictures = 0
}

package indirect enum Inline: Equatable, Sendable {
  case text(String)
  case lineBreak
  case strong([Inline])
  case struck([Inline])
  case link([Inline], address: String)
  /// - Parameter source: what the document calls it: `media/image1.jpeg`; a file's name once it has one.
  case picture(source: String, alt: String)
  case note([Block])
  case code(String)
}

package indirect enum Block: Equatable, Sendable {
  case paragraph([Inline])
  case heading(level: Int, [Inline])
  case bullets([[Block]])
  case numbers(start: Int, [[Block]])
  case table(Table)
  case code(String)
  case rule
  /// A picture of its own.
  case figure(source: String, alt: String, caption: [Inline])
}

/// Its first row heads it; all rows have as many cells.
package struct Table: Equatable, Sendable {
  package var rows: [[[Block]]]
}

/// What of a document doesn't come along, counted.
package struct Losses: Equatable, Sendable {
  package enum Kind: CaseIterable, Sendable {
    case style, insertion, deletion, comment, equation, textBox, object, mergedCell, layout, link, picture, other
  }
  package private(set) var counts: [Kind: Int] = [:]

  package init() {}

  package mutating func add(_ kind: Kind, _ count: Int = 1) { if count > 0 { counts[kind, default: 0] += count } }

  /// In the order of the kinds.
  package var all: [(kind: Kind, count: Int)] { Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } } }
}

extension [Inline] {
  /// What a reader sees, line ends as blanks, notes and pictures left out.
  var plain: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .lineBreak: " "
      case .strong(let inner), .struck(let inner), .link(let inner, _): inner.plain
      case .picture, .note: ""
      }
    }.joined()
  }
}
