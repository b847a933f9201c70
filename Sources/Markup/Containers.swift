/// What stands around a block: the quotes and list items whose marks each of its lines must carry to be inside them.
///
/// A paragraph may go on without them (CommonMark's lazy lines); a table may not, and what ends there begins anew outside.
struct Containers {
  private enum Container {
    case quote
    /// Column, from 0, at which what the item holds begins.
    case item(Int)
  }

  private var open: [Container] = []
  private(set) var quotes = 0
  var isEmpty: Bool { open.isEmpty }

  /// Follows the walk over the tree; `next` is the step after this one.
  mutating func follow(_ node: Node, next: Node?, in lines: Lines) {
    switch node.kind {
    case .quote:
      if node.isEntry { open.append(.quote) } else { open.removeLast() }
      quotes += node.isEntry ? 1 : -1
    case .item:
      guard node.isEntry else {
        open.removeLast()
        return
      }
      open.append(.item(contentColumn(of: node, first: next, in: lines)))
    default: break
    }
  }

  private func contentColumn(of item: Node, first: Node?, in lines: Lines) -> Int {
    let start = min(lines.range(of: item.line).lowerBound + max(0, item.column - 1), lines.text.count)
    let digits = lines.text[start...].prefix { (0x30...0x39).contains($0) }.count
    let afterMark = item.column + digits + 1
    // Code indented behind a mark begins one column after it.
    guard let first, first.isEntry, first.line == item.line, first.kind != .codeBlock else { return afterMark }
    return max(afterMark, first.column - 1)
  }

  /// Reads the marks a line has of these containers.
  /// - Returns: where their content begins, and whether the line has all of them.
  func content(of line: Int, in lines: Lines) -> (start: Int, isInside: Bool) {
    let range = lines.range(of: line)
    var (at, column) = (range.lowerBound, 0)
    func indentation() -> (end: Int, column: Int) {
      var (end, reached) = (at, column)
      while end < range.upperBound, lines.text[end] == 0x20 || lines.text[end] == 0x09 {
        reached += lines.text[end] == 0x09 ? 4 - reached % 4 : 1
        end += 1
      }
      return (end, reached)
    }
    for container in open {
      let indent = indentation()
      switch container {
      case .quote:
        guard indent.end < range.upperBound, lines.text[indent.end] == UInt8(ascii: ">") else { return (at, false) }
        (at, column) = (indent.end + 1, indent.column + 1)
        if at < range.upperBound, lines.text[at] == 0x20 { (at, column) = (at + 1, column + 1) }
      case .item(let wanted):
        guard indent.column >= wanted else { return (at, false) }
        while column < wanted, at < indent.end {
          column += lines.text[at] == 0x09 ? 4 - column % 4 : 1
          at += 1
        }
      }
    }
    return (at, true)
  }
}
