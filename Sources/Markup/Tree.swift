import CCmark

/// A document as a walk over its tree: trivial steps, and one arena that holds all their texts.
struct Nodes {
  var steps: [Node] = []
  private(set) var bytes: [UInt8] = []

  /// Puts a text into the arena.
  mutating func keep(_ text: some Collection<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return start..<bytes.count
  }

  /// Makes room for the steps and texts of a document of so many bytes.
  mutating func reserve(for size: Int) {
    steps.reserveCapacity(64 + size / 32)
    bytes.reserveCapacity(size)
  }

  fileprivate mutating func keep(
    _ text: UnsafePointer<CChar>?, without markers: Markers?, keepingSigns: Bool = false
  ) -> Range<Int> {
    guard let text else { return 0..<0 }
    let start = bytes.count
    var end = text
    while end.pointee != 0 { end += 1 }
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: end - text))
    markers?.remove(from: &bytes, startingAt: start, keepingSigns: keepingSigns)
    return start..<bytes.count
  }

  func string(_ text: Range<Int>) -> String { String(decoding: bytes[text], as: UTF8.self) }
}

/// One step of the walk: entering a node, or leaving one that has children. Its texts lie in the arena of `Nodes`.
struct Node {
  enum Kind {
    case document, quote, bulletList, orderedList, item, codeBlock, htmlBlock, paragraph, heading, rule
    case text, softBreak, lineBreak, code, html, emphasis, strong, link, image
    case table, row, cell
    case strike, noteMark, notes, note
  }

  var kind: Kind
  var isEntry: Bool
  /// As libcmark has them (column in bytes), until `Places` has made them those of the source; 0 for mere text.
  var line = 0
  var column = 0
  var lastLine = 0
  /// Literal text, destination of a link or image, info string of a code block, label of a table.
  var text = 0..<0
  /// Title of a link or image, content of a code block.
  var second = 0..<0
  /// Level of a heading, first number of a list, number of rows after a table's first, alignment of a cell, box of an item,
  /// number of a footnote.
  var number = 0
  /// A list whose paragraphs are bare; a table's first row; a cell of that row.
  var isMarked = false
}

/// How deep a document may nest, block and inline together.
let deepestNesting = 100

/// The owner of libcmark's tree: the only place where C is touched. Nothing of C outlives it.
struct Tree: ~Copyable {
  private let root: OpaquePointer

  init?(_ text: [UInt8]) {
    // libcmark's own check is slow, and its parser is only safe with UTF-8.
    let options = text.withUnsafeBufferPointer(\.isUTF8) ? CMARK_OPT_DEFAULT : CMARK_OPT_VALIDATE_UTF8
    let parsed = text.withUnsafeBytes { bytes in
      cmark_parse_document(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, options)
    }
    guard let parsed else { return nil }
    root = parsed
  }

  deinit { cmark_node_free(root) }

  /// Appends the tree to `nodes`, cut short at the first node deeper than `deepestNesting`, which is then returned.
  func walk(into nodes: inout Nodes, removing markers: Markers?) -> Node? {
    var depth = 0
    guard let steps = cmark_iter_new(root) else { return nil }
    defer { cmark_iter_free(steps) }
    while true {
      let event = cmark_iter_next(steps)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(steps) else { return nil }
      guard let kind = kind(of: node) else { continue }
      if event == CMARK_EVENT_EXIT {
        depth -= 1
        nodes.steps.append(Node(kind: kind, isEntry: false))
        continue
      }
      let entry = read(node, as: kind, into: &nodes, markers)
      nodes.steps.append(entry)
      if !kind.isLeaf { depth += 1 }
      if depth > deepestNesting { return entry }
    }
  }

  private func read(
    _ node: OpaquePointer, as kind: Node.Kind, into nodes: inout Nodes, _ markers: Markers?
  ) -> Node {
    var entry = Node(kind: kind, isEntry: true)
    if kind != .text, kind != .softBreak {
      entry.line = Int(cmark_node_get_start_line(node))
      entry.column = Int(cmark_node_get_start_column(node))
      entry.lastLine = Int(cmark_node_get_end_line(node))
    }
    switch kind {
    case .text: entry.text = nodes.keep(cmark_node_get_literal(node), without: markers, keepingSigns: true)
    case .code, .html, .htmlBlock: entry.text = nodes.keep(cmark_node_get_literal(node), without: markers)
    case .codeBlock:
      entry.text = nodes.keep(cmark_node_get_fence_info(node), without: markers)
      entry.second = nodes.keep(cmark_node_get_literal(node), without: markers)
    case .link, .image:
      entry.text = nodes.keep(cmark_node_get_url(node), without: markers)
      entry.second = nodes.keep(cmark_node_get_title(node), without: markers)
    case .heading: entry.number = Int(cmark_node_get_heading_level(node))
    case .bulletList, .orderedList:
      entry.number = Int(cmark_node_get_list_start(node))
      entry.isMarked = cmark_node_get_list_tight(node) != 0
    default: break
    }
    return entry
  }

  private func kind(of node: OpaquePointer) -> Node.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? .bulletList : .orderedList
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: nil  // custom nodes are made by programs only
    }
  }
}

extension Node.Kind {
  var isLeaf: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .rule, .text, .softBreak, .lineBreak, .code, .html, .noteMark: true
    default: false
    }
  }
}
