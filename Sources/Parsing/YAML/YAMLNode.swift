import Diagnostics
import Texts

/// A value of a YAML file with its place, apart from the parser so that it can be handed from thread to thread.
package struct YAMLNode: Sendable {
  enum Value: Sendable {
    /// `isPlain` where it stands without quotes and not as a block.
    case scalar(String, isPlain: Bool)
    case mapping([(key: YAMLNode, value: YAMLNode)])
    case sequence([YAMLNode])
  }
  let value: Value
  package let place: Place

  /// What another carrier than YAML says, a row of a table: the same decoders read it.
  package static func text(_ text: String, at place: Place) -> YAMLNode {
    YAMLNode(value: .scalar(text, isPlain: false), place: place)
  }
  package static func list(_ items: [YAMLNode], at place: Place) -> YAMLNode {
    YAMLNode(value: .sequence(items), place: place)
  }
  package static func table(_ entries: [(key: YAMLNode, value: YAMLNode)], at place: Place) -> YAMLNode {
    YAMLNode(value: .mapping(entries), place: place)
  }

  /// Whether it is just this text.
  package func isText(_ text: String) -> Bool { scalar?.trimmed == text }

  /// A list with one more.
  package func appending(_ node: YAMLNode) -> YAMLNode {
    if case .sequence(let items) = value { YAMLNode(value: .sequence(items + [node]), place: place) } else { self }
  }

  var scalar: String? { if case .scalar(let text, _) = value { text } else { nil } }

  /// Written as nothing at all, as `~` or `null`, or as what can't be seen: quotes alone are no value.
  var isNull: Bool {
    guard case .scalar(let text, let isPlain) = value else { return false }
    return text.isNothing || isPlain && (text == "~" || text == "null")
  }
}

/// Reads a piece of YAML that begins at a line of a file.
package struct YAMLParser {
  static let largest = 1 << 20
  static let deepest = 64

  let file: Int32
  let firstLine: Int32
  /// Whether a CR alone ends a line, as in a Markdown file.
  let countsReturns: Bool

  package init(file: Int32, firstLine: Int32, countsReturns: Bool = false) {
    self.file = file
    self.firstLine = firstLine
    self.countsReturns = countsReturns
  }

  /// The top value, `nil` where there is none or it can't be read, which is then among the mistakes.
  package func compose(_ bytes: ArraySlice<UInt8>) -> (YAMLNode?, [Diagnostic]) {
    let start = Place(file: file, line: firstLine)
    guard bytes.count <= Self.largest else {
      return (nil, [.fileTooLarge(bytes.count, limit: Self.largest, at: start)])
    }
    guard !bytes.isEmpty else { return (nil, [.wrongType(.table, at: start)]) }
    return bytes.withUnsafeBufferPointer { bytes in
      var composer = YAMLComposer(bytes, self)
      return composer.compose()
    }
  }
}
