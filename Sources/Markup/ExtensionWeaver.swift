import Texts

/// Weaves what CommonMark doesn't know into a document's nodes: words struck out, boxes of a list that is ticked off, and
/// footnotes, whose texts leave their place and stand at the end in the order of their marks. A mark without its fellow stays
/// the text it is.
struct ExtensionWeaver {
  private let sign: [UInt8]
  private let lines: Lines
  private var nodes: Nodes

  static func weave(_ nodes: Nodes, sign: [UInt8], lines: Lines) -> Nodes {
    var weaver = ExtensionWeaver(sign: sign, lines: lines, nodes: nodes)
    weaver.tickBoxes()
    let isSigned = nodes.bytes.count >= sign.count && nodes.bytes.firstStretch(of: sign) != nil
    if isSigned {
      let parted = weaver.partedSteps()
      var notes = NoteGathering(parted, bytes: weaver.nodes.bytes)
      notes.gather()
      weaver.finish(notes)
    }
    return weaver.nodes
  }

  /// `[ ]` and `[x]` that begin an item; written with a backslash they are words.
  private mutating func tickBoxes() {
    for index in nodes.steps.indices.dropFirst(2) where nodes.steps[index].kind == .text {
      let (item, paragraph) = (nodes.steps[index - 2], nodes.steps[index - 1])
      guard item.kind == .item, item.isEntry, paragraph.kind == .paragraph, paragraph.isEntry,
        let box = checkbox(nodes.bytes[nodes.steps[index].text]),
        lines.text[lines.range(of: paragraph.line)].dropFirst(max(0, paragraph.column - 1)).first == UInt8(ascii: "[")
      else { continue }
      nodes.steps[index - 2].number = box.rawValue
      nodes.steps[index].text = nodes.steps[index].text.dropFirst(4)
    }
  }

  /// The steps with each text parted at its signs; marks are steps of their own, not yet known to mean anything.
  private func partedSteps() -> [Node] {
    var parted: [Node] = []
    parted.reserveCapacity(nodes.steps.count + 16)
    for node in nodes.steps {
      guard node.kind == .text else {
        parted.append(node)
        continue
      }
      for piece in ExtensionPiece.pieces(of: node.text, in: nodes.bytes, sign: sign) {
        switch piece {
        case .text(let range): parted.append(Node(kind: .text, isEntry: true, text: range))
        case .note(let range): parted.append(Node(kind: .noteMark, isEntry: true, text: range))
        case .strike(let range): parted.append(Node(kind: .strike, isEntry: true, text: range))
        }
      }
    }
    return parted
  }

  /// Body, then notes; marks that mean nothing become text again.
  private mutating func finish(_ notes: NoteGathering) {
    var steps = notes.body
    let count = steps.count
    if !notes.texts.isEmpty {
      steps.append(Node(kind: .notes, isEntry: true))
      for (number, text) in notes.texts.enumerated() {
        steps.append(Node(kind: .note, isEntry: true, column: notes.references[number], number: number + 1))
        steps += text
        steps.append(Node(kind: .note, isEntry: false, column: notes.references[number], number: number + 1))
      }
      steps.append(Node(kind: .notes, isEntry: false))
    }
    // A text that nobody refers to stands at the end of the body, as it was written.
    steps.insert(contentsOf: notes.idle.flatMap { $0 }, at: endOfBody(steps[..<count]))
    pairStrikes(&steps)
    nodes.steps = steps.map { node in
      guard node.isEntry, node.kind == .noteMark && node.number == 0 || node.kind == .strike && !node.isMarked else {
        return node
      }
      let words = node.kind == .strike ? Array("~~".utf8) : Array("[^".utf8) + nodes.bytes[node.text] + Array("]".utf8)
      return Node(kind: .text, isEntry: true, text: nodes.keep(words))
    }
  }

  /// Before the step that leaves the document.
  private func endOfBody(_ steps: ArraySlice<Node>) -> Int {
    steps.last.map { $0.kind == .document && !$0.isEntry } ?? false ? steps.endIndex - 1 : steps.endIndex
  }

  /// A wave before a word opens, one behind a word closes, both within the same words.
  private func pairStrikes(_ steps: inout [Node]) {
    var open: [Int?] = [nil]
    for index in steps.indices {
      let node = steps[index]
      if node.kind == .strike {
        if let start = open[open.count - 1], !isBlank(steps, index - 1, atEnd: true) {
          steps[start].isMarked = true
          steps[index] = Node(kind: .strike, isEntry: false, isMarked: true)
          open[open.count - 1] = nil
        } else if !isBlank(steps, index + 1, atEnd: false) {
          open[open.count - 1] = index
        }
      } else if !node.kind.isLeaf {
        if node.isEntry { open.append(nil) } else if open.count > 1 { open.removeLast() }
      }
    }
  }

  /// Whether a step gives a mark beside it nothing to strike out.
  private func isBlank(_ steps: [Node], _ index: Int, atEnd: Bool) -> Bool {
    let node = steps[index]
    switch node.kind {
    case .text: return (atEnd ? nodes.bytes[node.text].last : nodes.bytes[node.text].first).map { $0 <= 0x20 } ?? true
    case .softBreak, .lineBreak, .paragraph, .heading, .cell, .note: return true
    default: return false
    }
  }
}

/// What a box at an item's beginning says.
enum Checkbox: Int { case open = 1, ticked }

private func checkbox(_ text: ArraySlice<UInt8>) -> Checkbox? {
  guard text.count > 4, text.dropFirst(3).first == 0x20 else { return nil }
  if text.starts(with: "[ ]".utf8) { return .open }
  return text.starts(with: "[x]".utf8) || text.starts(with: "[X]".utf8) ? .ticked : nil
}
