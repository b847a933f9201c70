/// Reads the cells of tables as Markdown and weaves them into the document's nodes in place of their paragraphs.
///
/// All cells go through libcmark at once, each a paragraph of its own that a private letter keeps from being anything
/// else, followed by the whole source once more if it has link definitions, so that they know them.
struct TableWeaver {
  let markers: Markers
  private var text: [UInt8] = []
  /// By line fed to libcmark: what stands there, and whether it begins its paragraph.
  private var origins: [Int: (cell: TableSource.Cell, isFirst: Bool)] = [:]
  private var line = 1

  init(markers: Markers) { self.markers = markers }

  /// The document's nodes with its tables; or the first node that nests too deep, its place that of the source.
  static func weave(
    _ tables: [(index: Int, table: TableSource)], into nodes: [Node], of source: [UInt8], markers: Markers
  ) -> (nodes: [Node], tooDeep: Node?) {
    var weaver = TableWeaver(markers: markers)
    for (_, table) in tables {
      weaver.feed(table.lead)
      for cell in table.header { weaver.feed([cell]) }
      for row in table.rows { for cell in row { weaver.feed([cell]) } }
    }
    let (contents, tooDeep) = weaver.contents(before: source)
    var supply = contents.makeIterator()
    var woven: [Node] = []
    woven.reserveCapacity(2 * nodes.count)
    var copied = 0
    for (index, table) in tables {
      woven += nodes[copied..<index]
      if !table.lead.isEmpty {
        woven.append(Node(kind: .paragraph, isEntry: true))
        woven += supply.next() ?? []
        woven.append(Node(kind: .paragraph, isEntry: false))
      }
      append(table, to: &woven) { $0.text.isEmpty ? [] : supply.next() ?? [] }
      copied = index + 1
      while copied < nodes.count, nodes[copied].kind != nodes[index].kind { copied += 1 }
      // Of a would-be heading, the underline is left over: a rule between table and text.
      if nodes[index].kind == .heading { woven.append(Node(kind: .rule, isEntry: true)) }
      copied += 1
    }
    woven += nodes[min(copied, nodes.count)...]
    return (woven, tooDeep)
  }

  private mutating func feed(_ lines: [TableSource.Cell]) {
    guard let first = lines.first, !first.text.isEmpty else { return }
    for (number, cell) in lines.enumerated() {
      // Indented so far, a line can only continue its paragraph.
      text += number == 0 ? markers.letter + [0x20] : [0x20, 0x20, 0x20, 0x20]
      text += cell.text
      text.append(0x0A)
      origins[line] = (cell, number == 0)
      line += 1
    }
    text.append(0x0A)
    line += 1
  }

  private func contents(before source: [UInt8]) -> (contents: [[Node]], tooDeep: Node?) {
    // Without definitions to be had, the source need not be read twice.
    let hasDefinitions = source.withUnsafeBufferPointer { source in
      source.indices.dropLast().contains {
        source[$0] == UInt8(ascii: "]") && source[$0 + 1] == UInt8(ascii: ":")
      }
    }
    let wanted = Lines(markers.marking(hasDefinitions ? text + source : text))
    guard let tree = Tree(wanted.text) else { return ([], nil) }
    var (nodes, tooDeep) = tree.walk(removing: markers)
    var places = Places(lines: wanted, markers: markers)
    places.resolve(&nodes)
    if var node = tooDeep {
      restore(&node)
      tooDeep = node
    }
    var contents: [[Node]] = []
    var content: [Node] = []
    for var node in nodes.dropFirst() {
      if node.kind == .paragraph {
        if node.isEntry {
          guard node.line < line else { break }
        } else {
          // The text begins with the space that parted it from the private letter.
          if content.first?.text.first == 0x20 { content[0].text.removeFirst() }
          contents.append(content)
          content = []
        }
        continue
      }
      guard node.kind != .quote, node.kind != .bulletList, node.kind != .orderedList else { break }
      restore(&node)
      content.append(node)
    }
    return (contents, tooDeep)
  }

  private func restore(_ node: inout Node) {
    guard node.isEntry, let origin = origins[node.line] else { return }
    node.line = origin.cell.line
    node.column = origin.cell.column(at: max(0, node.column - (origin.isFirst ? 2 : 5)))
  }

  private static func append(_ table: TableSource, to nodes: inout [Node], content: (TableSource.Cell) -> [Node]) {
    let start = nodes.count
    nodes.append(Node(kind: .table, isEntry: true, number: table.rows.count))
    let numeric = table.alignments.indices.map { table.alignments[$0] == .right && table.isNumeric(column: $0) }
    var label: [UInt8] = []
    for (number, row) in ([table.header] + table.rows).enumerated() {
      let isHead = number == 0
      nodes.append(Node(kind: .row, isEntry: true, isMarked: isHead))
      for (column, alignment) in table.alignments.enumerated() {
        let inner = column < row.count ? content(row[column]) : []
        let kind = numeric[column] ? numericColumn : alignment.rawValue
        nodes.append(Node(kind: .cell, isEntry: true, number: kind, isMarked: isHead))
        nodes += inner
        nodes.append(Node(kind: .cell, isEntry: false, isMarked: isHead))
        if isHead {
          let words = inner.flatMap { $0.kind == .text || $0.kind == .code ? $0.text : [] }
          if !words.isEmpty { label += (label.isEmpty ? [] : Array("、".utf8)) + words }
        }
      }
      nodes.append(Node(kind: .row, isEntry: false, number: table.rows.count, isMarked: isHead))
    }
    nodes.append(Node(kind: .table, isEntry: false, number: table.rows.count))
    nodes[start].text = label
  }
}

/// Beside the alignments' own numbers: a right-aligned column of figures.
let numericColumn = 4
