import Diagnostics
import Yams

/// A value of a YAML file with its place, apart from Yams' nodes so that it can be handed from thread to thread.
struct YAMLNode: Sendable {
  enum Value: Sendable {
    /// `isPlain` where it stands without quotes and not as a block.
    case scalar(String, isPlain: Bool)
    case mapping([(key: YAMLNode, value: YAMLNode)])
    case sequence([YAMLNode])
  }
  let value: Value
  let place: Place

  var scalar: String? { if case .scalar(let text, _) = value { text } else { nil } }

  /// The first of the places at which a value begins, in or below this one.
  func first(of places: Set<Place>) -> Place? {
    if places.contains(place) { return place }
    switch value {
    case .scalar: return nil
    case .mapping(let entries):
      return entries.lazy.compactMap { $0.key.first(of: places) ?? $0.value.first(of: places) }.first
    case .sequence(let items): return items.lazy.compactMap { $0.first(of: places) }.first
    }
  }
}

/// Reads a piece of YAML that begins at a line of a file: what is plain by ourselves, all else by Yams.
struct YAMLParser {
  static let largest = 1 << 20
  static let deepest = 64

  let file: Int32
  let firstLine: Int32

  private func place(_ mark: Mark?, _ lines: YAMLLines) -> Place {
    guard let mark else { return place(line: 1, column: 1) }
    let (line, column) = lines.ours(line: mark.line, column: mark.column)
    return place(line: line, column: column)
  }

  private func place(line: Int, column: Int) -> Place {
    Place(file: file, line: firstLine - 1 + Int32(max(1, line)), column: Int32(max(1, column)))
  }

  /// The top value, `nil` where there is none or it can't be read; and all mistakes.
  func compose(_ bytes: ArraySlice<UInt8>) -> (YAMLNode?, [Diagnostic]) {
    let start = Place(file: file, line: firstLine)
    guard bytes.count <= Self.largest else {
      return (nil, [.fileTooLarge(bytes.count, limit: Self.largest, at: start)])
    }
    if let node = PlainYAML.read(bytes, file: file, firstLine: firstLine) { return (node, []) }
    return composeByYams(bytes)
  }

  /// Depth and aliases are bounded before Yams sees the text, since it recurses and hashes without bounds.
  func composeByYams(_ bytes: ArraySlice<UInt8>) -> (YAMLNode?, [Diagnostic]) {
    let start = Place(file: file, line: firstLine)
    let hazards = YAMLHazards(bytes, deepest: Self.deepest)
    if let (line, column) = hazards.tooDeep {
      let words = Bilingual(zh: "嵌套超过 \(Self.deepest) 层", en: "nested deeper than \(Self.deepest) levels")
      return (nil, [.yamlSyntax(words, at: place(line: line, column: column))])
    }
    if let (line, column) = hazards.alias { return (nil, [.yamlAnchor(at: place(line: line, column: column))]) }
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = YAMLLines(bytes)
    do {
      // Values are read as written, so no tag is worked out: the default rules try seven patterns on every key.
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        return (nil, [.wrongType(.table, at: start)])
      }
      let copy = copied(node, lines)
      if !hazards.anchors.isEmpty,
        let anchor = copy.first(of: Set(hazards.anchors.map { place(line: $0.0, column: $0.1) }))
      {
        return (nil, [.yamlAnchor(at: anchor)])
      }
      return (copy, [])
    } catch let error as YamlError {
      return (nil, [diagnostic(of: error, in: text, lines)])
    } catch {
      return (nil, [.yamlSyntax(.yamlProblem("\(error)"), at: start)])
    }
  }

  private func copied(_ node: Node, _ lines: YAMLLines) -> YAMLNode {
    let value: YAMLNode.Value =
      switch node {
      case .scalar(let scalar):
        .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
      case .mapping(let mapping): .mapping(mapping.map { (key: copied($0.key, lines), value: copied($0.value, lines)) })
      case .sequence(let sequence): .sequence(sequence.map { copied($0, lines) })
      case .alias: .scalar("", isPlain: true)  // refused before
      }
    return YAMLNode(value: value, place: place(node.mark, lines))
  }

  private func diagnostic(of error: YamlError, in text: String, _ lines: YAMLLines) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .yamlSyntax(.yamlProblem(problem), at: place(mark, lines))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      return .duplicateKey(
        key, first: place(context.mark, lines), at: second(key, after: context.mark, in: text, lines))
    case .reader(let problem, _, _, _):
      return .yamlSyntax(.yamlProblem(problem), at: Place(file: file, line: firstLine))
    default:
      return .yamlSyntax(.yamlProblem("unreadable"), at: Place(file: file, line: firstLine))
    }
  }

  /// Yams names only the first of two equal keys: the other is further down at the same column, or on the same line.
  private func second(_ key: String, after mark: Mark, in text: String, _ lines: YAMLLines) -> Place {
    let first = lines.ours(line: mark.line, column: mark.column)
    let texts = text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in texts.indices.dropFirst(first.line) {
      let rest = texts[index].unicodeScalars.dropFirst(first.column - 1)
      let indent = texts[index].unicodeScalars.prefix(first.column - 1)
      if indent.allSatisfy({ $0 == " " || $0 == "-" }), String(rest).hasPrefix(key + ":") {
        return place(line: index + 1, column: first.column)
      }
    }
    return place(line: first.line, column: first.column)
  }
}
