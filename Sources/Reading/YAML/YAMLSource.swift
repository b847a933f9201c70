import Diagnostics
import Yams

/// A piece of YAML as Yams' nodes, with the file and line it begins at.
struct YAMLSource {
  static let largest = 1 << 20
  static let deepest = 64

  let file: Int32
  let firstLine: Int32
  let findings: Findings

  /// The top mapping, or `nil` with the mistake reported. Size, depth and aliases are bounded before Yams sees the text,
  /// since it recurses and hashes without bounds.
  func table(_ bytes: ArraySlice<UInt8>) -> YAMLTable? {
    guard let node = compose(bytes) else { return nil }
    guard case .mapping(let mapping) = node else {
      findings.report(.wrongType(.table, at: place(node.mark)))
      return nil
    }
    return YAMLTable(mapping, source: self)
  }

  /// The top list, or `nil` with the mistake reported; an empty file is an empty list.
  func list(_ bytes: ArraySlice<UInt8>) -> [YAMLValue]? {
    if bytes.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) { return [] }
    guard let node = compose(bytes) else { return nil }
    guard case .sequence(let sequence) = node else {
      findings.report(.wrongType(.list, at: place(node.mark)))
      return nil
    }
    return sequence.map { YAMLValue($0, source: self) }
  }

  func place(_ mark: Mark?) -> Place { place(line: mark?.line ?? 1, column: mark?.column ?? 1) }

  private func place(line: Int, column: Int) -> Place {
    Place(file: file, line: firstLine - 1 + Int32(max(1, line)), column: Int32(max(1, column)))
  }

  private func compose(_ bytes: ArraySlice<UInt8>) -> Node? {
    let start = Place(file: file, line: firstLine)
    guard bytes.count <= Self.largest else {
      findings.report(.fileTooLarge(bytes.count, limit: Self.largest, at: start))
      return nil
    }
    let hazards = YAMLHazards(bytes, deepest: Self.deepest)
    if let (line, column) = hazards.tooDeep {
      findings.report(
        .yamlSyntax(
          Bilingual(zh: "嵌套超过 \(Self.deepest) 层", en: "nested deeper than \(Self.deepest) levels"),
          at: place(line: line, column: column)))
      return nil
    }
    if let (line, column) = hazards.alias {
      findings.report(
        .yamlSyntax(
          Bilingual(zh: "这里不用锚点和别名（& 与 *）", en: "anchors and aliases (& and *) are not read here"),
          at: place(line: line, column: column)))
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      // Values are read as written, so no tag is worked out: the default rules try seven patterns on every key.
      if let node = try Yams.compose(yaml: text, .basic, .default, .utf8) { return node }
      findings.report(.wrongType(.table, at: start))
    } catch let error as YamlError {
      findings.report(diagnostic(of: error, in: text))
    } catch {
      findings.report(.yamlSyntax(.yamlProblem("\(error)"), at: start))
    }
    return nil
  }

  private func diagnostic(of error: YamlError, in text: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .yamlSyntax(.yamlProblem(problem), at: place(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      return .duplicateKey(key, first: place(context.mark), at: second(key, after: context.mark, in: text))
    case .reader(let problem, _, _, _):
      return .yamlSyntax(.yamlProblem(problem), at: Place(file: file, line: firstLine))
    default:
      return .yamlSyntax(.yamlProblem("unreadable"), at: Place(file: file, line: firstLine))
    }
  }

  /// Yams names only the first of two equal keys: the other is further down at the same column, or on the same line.
  private func second(_ key: String, after first: Mark, in text: String) -> Place {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices.dropFirst(first.line) {
      let rest = lines[index].unicodeScalars.dropFirst(first.column - 1)
      let indent = lines[index].unicodeScalars.prefix(first.column - 1)
      if indent.allSatisfy({ $0 == " " || $0 == "-" }), String(rest).hasPrefix(key + ":") {
        return place(line: index + 1, column: first.column)
      }
    }
    return place(first)
  }
}

/// What could make the parser recurse or multiply without bound, found by one pass over the bytes.
struct YAMLHazards {
  /// Line and column, from 1.
  private(set) var tooDeep: (Int, Int)?
  /// The first alias whose anchor stands before it.
  private(set) var alias: (Int, Int)?

  init(_ bytes: ArraySlice<UInt8>, deepest: Int) {
    var line = 1
    var column = 0
    var indent = 0
    var dashes = 0
    var flow = 0
    var isLeading = true
    var before: UInt8 = 0x0A
    var anchors = Set<[UInt8]>()
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
            anchors.insert(name)
          } else if alias == nil, anchors.contains(name) {
            alias = (line, column)
          }
        }
      }
      before = byte
      i += 1
    }
  }
}
