import Texts

/// One level of the context that names are looked up in.
struct Frame {
  enum Content: Hashable {
    case shape(Int)
    /// An element of `texts` or `addresses`.
    case text(FieldKind)
    case flag
    /// Of a section whose name is a mistake: what its body may name can't be known.
    case unknown
  }

  let content: Content
  /// Its number among the records and elements that are open when rendering.
  let depth: Int
}

/// Where a name leads: the frame's depth, the records on the way, and the position in the last of them.
struct Found {
  let depth: Int
  let way: [Int]
  let position: Int
  let kind: FieldKind
  /// -1 where it holds no fields.
  let shape: Int
}

/// How a tag uses the field it names.
enum Use { case escaped, raw, section, inverted, step }

extension FieldKind {
  func allows(_ use: Use) -> Bool {
    switch use {
    case .escaped: isText
    case .raw: self == .html
    case .section: !isText && self != .html
    case .inverted: self == .flag || self == .optional || self == .list || holdsTexts
    case .step: self == .record
    }
  }
}

extension Compiler {
  /// Climbs from the innermost level to the page for a name's first part, then goes down its dots; `nil` when the name
  /// is a mistake (reported) or stands in a context that is one.
  mutating func resolve(_ name: Name, as use: Use) -> Found? {
    if name.text == "." { return resolveElement(name, as: use) }
    var parts = name.text.parts(at: ".").map(String.init)[...]
    guard let first = parts.popFirst() else { return nil }
    for frame in frames.reversed() {
      switch frame.content {
      case .unknown: return nil
      case .text, .flag: continue
      case .shape(let shape):
        guard let position = position(of: first, in: shape) else { continue }
        return descend(name, from: frame.depth, shape, position, remaining: parts, as: use)
      }
    }
    report(.unknownName(name, missing: first, candidates: visibleNames))
    return nil
  }

  private mutating func descend(
    _ name: Name, from depth: Int, _ shape: Int, _ position: Int, remaining: ArraySlice<String>, as use: Use
  ) -> Found? {
    var (shape, position) = (shape, position)
    var way: [Int] = []
    for part in remaining {
      let slot = schema.slots[schema.shapes[shape].first + position]
      guard slot.kind.allows(.step) else {
        report(.wrongKind(name, field: slot.name, kind: slot.kind, use: .step))
        return nil
      }
      way.append(position)
      shape = slot.shape
      guard let next = self.position(of: part, in: shape) else {
        report(.unknownName(name, missing: part, candidates: namesOfShape(shape)))
        return nil
      }
      position = next
    }
    let slot = schema.slots[schema.shapes[shape].first + position]
    guard slot.kind.allows(use) else {
      report(.wrongKind(name, field: slot.name, kind: slot.kind, use: use))
      return nil
    }
    return Found(depth: depth, way: way, position: position, kind: slot.kind, shape: slot.shape)
  }

  private mutating func resolveElement(_ name: Name, as use: Use) -> Found? {
    guard let frame = frames.last, frame.content != .unknown else { return nil }
    guard case .text(let kind) = frame.content, use == .escaped else {
      if case .text = frame.content {
        report(.wrongElement(name, isText: true))
      } else {
        report(.wrongElement(name, isText: false))
      }
      return nil
    }
    return Found(depth: frame.depth, way: [], position: 0, kind: kind, shape: -1)
  }

  private func position(of name: String, in shape: Int) -> Int? {
    let range = schema.shapes[shape]
    return schema.slots[range.first..<(range.first + range.count)].firstIndex { $0.name == name }
      .map { $0 - range.first }
  }

  private func namesOfShape(_ shape: Int) -> [String] {
    let range = schema.shapes[shape]
    return schema.slots[range.first..<(range.first + range.count)].map(\.name)
  }

  private var visibleNames: [String] {
    frames.reversed().flatMap { frame -> [String] in
      if case .shape(let shape) = frame.content { return namesOfShape(shape) }
      return []
    }
  }
}
