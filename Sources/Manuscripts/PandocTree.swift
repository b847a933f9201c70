/// Why a tree of pandoc's isn't one that is known here.
package enum ManuscriptRefusal: Error, Equatable { case notATree }

/// pandoc's tree of a document (`-t json`) → what stands in it. Changes that were tracked count as accepted.
package func readManuscript(_ json: [UInt8]) throws(ManuscriptRefusal) -> Manuscript {
  guard let tree = try? JSONReader.read(json), case .list? = tree["blocks"] else { throw .notATree }
  var reader = TreeReader()
  let title = reader.inlines(tree["meta"]?["title"]?["c"]).plain
  let blocks = reader.blocks(tree["blocks"])
  return Manuscript(
    title: title.isEmpty ? nil : title, blocks: blocks, losses: reader.losses, pictures: reader.pictures)
}

struct TreeReader {
  private(set) var losses = Losses()
  private(set) var pictures = 0

  mutating func blocks(_ json: JSON?) -> [Block] { (json?.items ?? []).flatMap { block($0) } }

  private mutating func block(_ json: JSON) -> [Block] {
    let content = json["c"]
    switch json["t"]?.string {
    case "Para", "Plain": return [.paragraph(inlines(content))]
    case "Header": return [.heading(level: content?[0]?.whole ?? 1, inlines(content?[2]))]
    case "BulletList": return [.bullets((content?.items ?? []).map { blocks($0) })]
    case "OrderedList":
      return [.numbers(start: content?[0]?[0]?.whole ?? 1, (content?[1]?.items ?? []).map { blocks($0) })]
    // Word's indentation, most often.
    case "BlockQuote": return blocks(content)
    case "Div": return blocks(content?[1])
    case "CodeBlock": return [.code(content?[1]?.string ?? "")]
    case "LineBlock": return (content?.items ?? []).map { .paragraph(inlines($0)) }
    case "DefinitionList":
      return (content?.items ?? []).flatMap { item in
        [.paragraph([.strong(inlines(item[0]))])] + (item[1]?.items ?? []).flatMap { blocks($0) }
      }
    case "HorizontalRule": return [.rule]
    case "Table": return table(content)
    case "Null": return []
    default:
      losses.add(.other)
      return []
    }
  }

  mutating func inlines(_ json: JSON?) -> [Inline] { (json?.items ?? []).flatMap { inline($0) } }

  private mutating func inline(_ json: JSON) -> [Inline] {
    let content = json["c"]
    switch json["t"]?.string {
    case "Str": return [.text(content?.string ?? "")]
    case "Space", "SoftBreak": return [.text(" ")]
    case "LineBreak": return [.lineBreak]
    case "Strong": return [.strong(inlines(content))]
    case "Strikeout": return [.struck(inlines(content))]
    case "Emph", "Underline", "SmallCaps":
      losses.add(.style)
      return inlines(content)
    case "Superscript": return raised(inlines(content), superscripts)
    case "Subscript": return raised(inlines(content), subscripts)
    case "Quoted":
      let isSingle = content?[0]?["t"]?.string == "SingleQuote"
      return [.text(isSingle ? "‘" : "“")] + inlines(content?[1]) + [.text(isSingle ? "’" : "”")]
    case "Cite": return inlines(content?[1])
    case "Code": return [.code(content?[1]?.string ?? "")]
    case "Math":
      losses.add(.equation)
      return [.code(content?[1]?.string ?? "")]
    case "Link": return link(inlines(content?[1]), content?[2]?[0]?.string ?? "")
    case "Image":
      pictures += 1
      return [.picture(source: content?[2]?[0]?.string ?? "", alt: inlines(content?[1]).plain)]
    case "Note": return [.note(blocks(content))]
    case "Span": return span(content)
    default:
      losses.add(.other)
      return []
    }
  }

  /// Tracked changes and comments come as spans; of all others the words alone count.
  private mutating func span(_ content: JSON?) -> [Inline] {
    let classes = (content?[0]?[1]?.items ?? []).compactMap(\.string)
    if classes.contains("deletion") || classes.contains("paragraph-deletion") {
      losses.add(.deletion)
      return []
    }
    if classes.contains("comment-start") {
      losses.add(.comment)
      return []
    }
    if classes.contains("comment-end") { return inlines(content?[1]) }
    if classes.contains("insertion") || classes.contains("paragraph-insertion") { losses.add(.insertion) }
    return inlines(content?[1])
  }

  private mutating func link(_ words: [Inline], _ address: String) -> [Inline] {
    if ["http://", "https://", "mailto:"].contains(where: { address.utf8.starts(with: $0.utf8) }), !words.plain.isEmpty
    {
      return [.link(words, address: address)]
    }
    // A place within the document, as contents have: its words stay.
    if address.utf8.first != UInt8(ascii: "#") { losses.add(.link) }
    return words
  }

  /// `m` and a raised `2` → `m²`, where every sign has such a form.
  private mutating func raised(_ inner: [Inline], _ forms: [Unicode.Scalar: Unicode.Scalar]) -> [Inline] {
    let scalars = inner.plain.unicodeScalars
    let raised = scalars.compactMap { forms[$0] }
    if raised.count == scalars.count { return [.text(String(String.UnicodeScalarView(raised)))] }
    losses.add(.style)
    return inner
  }

  private mutating func table(_ content: JSON?) -> [Block] {
    let head = content?[3]?[1]?.items ?? []
    let bodies = (content?[4]?.items ?? []).flatMap { ($0[2]?.items ?? []) + ($0[3]?.items ?? []) }
    let caption = blocks(content?[1]?[1])
    return caption + tabulated(grid(head + bodies + (content?[5]?[1]?.items ?? [])))
  }

  /// Every cell in its place: one that spans several gives its words to the first of a row, and again to each row.
  private mutating func grid(_ rows: [JSON]) -> [[[Block]]] {
    var grid: [[[Block]]] = []
    var hanging: [Int: (rows: Int, cell: [Block])] = [:]
    for row in rows {
      var line: [[Block]] = []
      func hang() {
        while let above = hanging[line.count] {
          hanging[line.count] = above.rows > 1 ? (above.rows - 1, above.cell) : nil
          line.append(above.cell)
        }
      }
      for cell in row[1]?.items ?? [] {
        hang()
        let (down, across) = (min(cell[2]?.whole ?? 1, rows.count), min(cell[3]?.whole ?? 1, Self.mostColumns))
        let words = blocks(cell[4])
        if down > 1 || across > 1 { losses.add(.mergedCell) }
        for part in 0..<max(1, across) {
          if down > 1 { hanging[line.count] = (down - 1, part == 0 ? words : []) }
          line.append(part == 0 ? words : [])
        }
      }
      hang()
      grid.append(line)
    }
    let width = grid.map(\.count).max() ?? 0
    return grid.map { $0 + [[Block]](repeating: [], count: width - $0.count) }
  }

  private static let mostColumns = 256

  /// A table of one column, or one that holds pictures, lays out a page: its cells are read one after the other.
  private mutating func tabulated(_ rows: [[[Block]]]) -> [Block] {
    guard let first = rows.first, !first.isEmpty else { return [] }
    let isLayout = first.count == 1 || rows.contains { $0.contains { $0.contains(where: \.holdsPicture) } }
    if isLayout { losses.add(.layout) }
    return isLayout ? rows.flatMap { $0.flatMap(\.self) } : [.table(Table(rows: rows))]
  }
}

extension Block {
  fileprivate var holdsPicture: Bool {
    switch self {
    case .paragraph(let inlines): inlines.contains { if case .picture = $0 { true } else { false } }
    case .figure: true
    default: false
    }
  }
}

private let superscripts = forms("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
private let subscripts = forms("₀₁₂₃₄₅₆₇₈₉₊₋")

private func forms(_ signs: String) -> [Unicode.Scalar: Unicode.Scalar] {
  Dictionary(uniqueKeysWithValues: zip("0123456789+-".unicodeScalars, signs.unicodeScalars))
}
