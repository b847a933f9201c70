/// Reads the cells of tables as Markdown and weaves them into the document's nodes in place of their paragraphs.
///
/// Most cells are mere text. The others go through libcmark at once, each a paragraph of its own that a private letter
/// keeps from being anything else, followed by the whole source once more if it has link definitions, so that they know
/// them.
struct TableWeaver {
  let markers: Markers
  let isExtended: Bool
  private var text: [UInt8] = []
  /// By line fed to libcmark: what stands there, and whether it begins its paragraph.
  private var origins: [Int: (cell: TableSource.Cell, isFirst: Bool)] = [:]
  private var line = 1
  /// What libcmark made of the paragraphs, and which of it belongs to each that is still to be woven in.
  private var contents: [Node] = []
  private var supply: ArraySlice<Range<Int>> = []

  init(markers: Markers, isExtended: Bool) {
    self.markers = markers
    self.isExtended = isExtended
  }

  /// The document's nodes with its tables; or the first node that nests too deep, its place that of the source.
  static func weave(
    _ tables: [(index: Int, table: TableSource)], into nodes: Nodes, of source: [UInt8], markers: Markers,
    isExtended: Bool
  ) -> (nodes: Nodes, tooDeep: Node?) {
    var weaver = TableWeaver(markers: markers, isExtended: isExtended)
    for (_, table) in tables {
      weaver.feed(table.lead)
      for cell in table.header where !cell.isPlain { weaver.feed([cell]) }
      for row in table.rows { for cell in row where !cell.isPlain { weaver.feed([cell]) } }
    }
    var woven = nodes
    woven.steps = []
    if let tooDeep = weaver.readContents(before: source, into: &woven) { return (woven, tooDeep) }
    woven.steps.reserveCapacity(2 * nodes.steps.count)
    var copied = 0
    for (index, table) in tables {
      woven.steps += nodes.steps[copied..<index]
      if !table.lead.isEmpty {
        woven.steps.append(Node(kind: .paragraph, isEntry: true))
        weaver.appendContent(to: &woven)
        woven.steps.append(Node(kind: .paragraph, isEntry: false))
      }
      weaver.append(table, to: &woven)
      copied = index + 1
      while copied < nodes.steps.count, nodes.steps[copied].kind != nodes.steps[index].kind { copied += 1 }
      // Of a would-be heading, the underline is left over: a rule between table and text.
      if nodes.steps[index].kind == .heading { woven.steps.append(Node(kind: .rule, isEntry: true)) }
      copied += 1
    }
    woven.steps += nodes.steps[min(copied, nodes.steps.count)...]
    return (woven, nil)
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

  /// Puts the texts into the arena of `nodes`, the steps into `contents`; returns the first that nests too deep.
  private mutating func readContents(before source: [UInt8], into nodes: inout Nodes) -> Node? {
    guard !text.isEmpty else { return nil }
    // Without definitions to be had, the source need not be read twice.
    let hasDefinitions = source.withUnsafeBufferPointer { source in
      source.indices.dropLast().contains {
        source[$0] == UInt8(ascii: "]") && source[$0 + 1] == UInt8(ascii: ":")
      }
    }
    let wanted = Lines(markers.marking(hasDefinitions ? text + source : text, isExtended: isExtended))
    guard let tree = Tree(wanted.text) else { return nil }
    let tooDeep = tree.walk(into: &nodes, removing: markers)
    swap(&contents, &nodes.steps)
    var places = Places(lines: wanted, markers: markers)
    places.resolve(&contents)
    if var node = tooDeep {
      restore(&node)
      return node
    }
    var start = 0
    for index in contents.indices.dropFirst() {
      let node = contents[index]
      switch (node.kind, node.isEntry) {
      case (.paragraph, true):
        guard node.line < line else { return nil }
        start = index + 1
      case (.paragraph, false):
        // The text begins with the space that parted it from the private letter.
        let first = contents[start].text
        if start < index, nodes.bytes[first].first == 0x20 { contents[start].text = first.dropFirst() }
        supply.append(start..<index)
      case (.quote, _), (.bulletList, _), (.orderedList, _): return nil
      default: restore(&contents[index])
      }
    }
    return nil
  }

  private func restore(_ node: inout Node) {
    guard node.isEntry, let origin = origins[node.line] else { return }
    node.line = origin.cell.line
    node.column = origin.cell.column(at: max(0, node.column - (origin.isFirst ? 2 : 5)))
  }

  /// Of the next paragraph that libcmark read.
  private mutating func appendContent(to nodes: inout Nodes) {
    if let next = supply.popFirst() { nodes.steps += contents[next] }
  }

  private mutating func append(_ table: TableSource, to nodes: inout Nodes) {
    let start = nodes.steps.count
    nodes.steps.append(Node(kind: .table, isEntry: true, number: table.rows.count))
    let numeric = table.alignments.indices.map { table.alignments[$0] == .right && table.isNumeric(column: $0) }
    var label: [UInt8] = []
    for (number, row) in ([table.header] + table.rows).enumerated() {
      let isHead = number == 0
      nodes.steps.append(Node(kind: .row, isEntry: true, isMarked: isHead))
      for (column, alignment) in table.alignments.enumerated() {
        let kind = numeric[column] ? numericColumn : alignment.rawValue
        nodes.steps.append(Node(kind: .cell, isEntry: true, number: kind, isMarked: isHead))
        let content = nodes.steps.count
        if column < row.count { append(row[column], to: &nodes) }
        if isHead { extend(&label, with: nodes.steps[content...], of: nodes) }
        nodes.steps.append(Node(kind: .cell, isEntry: false, isMarked: isHead))
      }
      nodes.steps.append(Node(kind: .row, isEntry: false, number: table.rows.count, isMarked: isHead))
    }
    nodes.steps.append(Node(kind: .table, isEntry: false, number: table.rows.count))
    nodes.steps[start].text = nodes.keep(label)
  }

  private mutating func append(_ cell: TableSource.Cell, to nodes: inout Nodes) {
    if !cell.isPlain {
      appendContent(to: &nodes)
    } else if !cell.text.isEmpty {
      nodes.steps.append(Node(kind: .text, isEntry: true, text: nodes.keep(cell.text)))
    }
  }

  /// Adds the words of a header cell to the table's label.
  private func extend(_ label: inout [UInt8], with content: ArraySlice<Node>, of nodes: Nodes) {
    let parts = content.filter { ($0.kind == .text || $0.kind == .code) && !$0.text.isEmpty }
    if !parts.isEmpty, !label.isEmpty { label += "、".utf8 }
    for part in parts {
      for case .text(let words) in ExtensionPiece.pieces(of: part.text, in: nodes.bytes, sign: markers.sign) {
        label += nodes.bytes[words]
      }
    }
  }
}

/// Beside the alignments' own numbers: a right-aligned column of figures.
let numericColumn = 4
