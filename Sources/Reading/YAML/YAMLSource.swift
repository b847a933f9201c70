import Diagnostics

/// A piece of YAML with the file and line it begins at, and where its mistakes go.
struct YAMLSource {
  private let parser: YAMLParser
  let findings: Findings

  init(file: Int32, firstLine: Int32, findings: Findings) {
    parser = YAMLParser(file: file, firstLine: firstLine)
    self.findings = findings
  }

  /// The top mapping, or `nil` with the mistake reported.
  func table(_ bytes: ArraySlice<UInt8>) -> YAMLTable? { compose(bytes).flatMap(table) }

  func table(_ node: YAMLNode) -> YAMLTable? {
    if case .mapping(let entries) = node.value { return YAMLTable(entries, at: node.place, source: self) }
    findings.report(.wrongType(.table, at: node.place))
    return nil
  }

  /// The top list, or `nil` with the mistake reported; an empty file is an empty list.
  func list(_ bytes: ArraySlice<UInt8>) -> [YAMLValue]? {
    if bytes.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) { return [] }
    guard let node = compose(bytes) else { return nil }
    guard case .sequence(let sequence) = node.value else {
      findings.report(.wrongType(.list, at: node.place))
      return nil
    }
    return sequence.map { YAMLValue($0, source: self) }
  }

  private func compose(_ bytes: ArraySlice<UInt8>) -> YAMLNode? {
    let (node, mistakes) = parser.compose(bytes)
    findings.report(mistakes)
    return node
  }
}

/// What could make the parser recurse or multiply without bound, found by one pass over the bytes.
struct YAMLHazards {
  /// Line and column, from 1.
  private(set) var tooDeep: (Int, Int)?
  /// The first alias whose anchor stands before it.
  private(set) var alias: (Int, Int)?
  /// Where an anchor may stand; it is one where a value begins there.
  private(set) var anchors: [(Int, Int)] = []

  init(_ bytes: ArraySlice<UInt8>, deepest: Int) {
    var line = 1
    var column = 0
    var indent = 0
    var dashes = 0
    var flow = 0
    var isLeading = true
    var before: UInt8 = 0x0A
    var known = Set<[UInt8]>()
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      if byte == 0x0A {
        (line, column, indent, dashes, isLeading) = (line + 1, 0, 0, 0, true)
      } else {
        if byte & 0xC0 != 0x80 { column += 1 }
        if isLeading {
          if byte == 0x20 {
            indent += 1
          } else if byte == 0x2D || byte == 0x3F {
            dashes += 1
          } else {
            isLeading = false
          }
          // Two columns are the least a level takes.
          if tooDeep == nil, dashes > 1 && dashes + indent / 2 > deepest && bytes[i] != 0x2D || indent > deepest * 2 {
            tooDeep = (line, column)
          }
        }
        if byte == 0x5B || byte == 0x7B { flow += 1 } else if byte == 0x5D || byte == 0x7D { flow = max(0, flow - 1) }
        if flow > deepest, tooDeep == nil { tooDeep = (line, column) }
        let isTokenStart = before == 0x0A || before == 0x20 || before == 0x5B || before == 0x7B || before == 0x2C
        if isTokenStart, byte == 0x26 || byte == 0x2A {
          let name = Array(
            bytes[(i + 1)...].prefix { $0 > 0x20 && $0 != 0x2C && $0 != 0x5D && $0 != 0x7D && $0 != 0x3A })
          if byte == 0x26 {
            known.insert(name)
            anchors.append((line, column))
          } else if alias == nil, known.contains(name) {
            alias = (line, column)
          }
        }
      }
      before = byte
      i += 1
    }
  }
}
