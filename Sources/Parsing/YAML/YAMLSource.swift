/// A piece of YAML with the file and line it begins at, and where its mistakes go.
package struct YAMLSource {
  private let parser: YAMLParser
  package let findings: MistakeCollector
  let words: YAMLWords?

  package init(file: Int32, firstLine: Int32, findings: MistakeCollector, words: YAMLWords? = nil) {
    parser = YAMLParser(file: file, firstLine: firstLine)
    self.findings = findings
    self.words = words
  }

  /// The top mapping, or `nil` with the mistake reported.
  package func table(_ bytes: ArraySlice<UInt8>) -> YAMLTable? { compose(bytes).flatMap(table) }

  package func table(_ node: YAMLNode) -> YAMLTable? {
    YAMLValue(node, source: self).table()
  }

  /// The top list, or `nil` with the mistake reported; a file without a value is an empty list.
  package func list(_ bytes: ArraySlice<UInt8>) -> [YAMLValue]? {
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    if lines.allSatisfy({ $0.first { $0 > 0x20 } ?? UInt8(ascii: "#") == UInt8(ascii: "#") }) { return [] }
    guard let node = compose(bytes) else { return nil }
    let value = YAMLValue(node, source: self)
    if value.isScalar || value.isTable {
      _ = value.list()
      return nil
    }
    return value.list()
  }

  /// The items of a list; one that says nothing is reported and left out.
  package func items(_ nodes: [YAMLNode]) -> [YAMLValue] {
    nodes.compactMap { node in
      guard node.isNull else { return YAMLValue(node, source: self) }
      findings.report(.emptyItem(at: node.place))
      return nil
    }
  }

  private func compose(_ bytes: ArraySlice<UInt8>) -> YAMLNode? {
    let (node, mistakes) = parser.compose(bytes)
    findings.report(mistakes)
    return node
  }
}
