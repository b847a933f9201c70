/// A display-ready value that a page composer states field by field, always all fields and in the same order.
package protocol Fillable: Sendable { func fill(_ out: inout Filler) }

/// Receives a value's fields: records the schema from a specimen, or writes values into a flat arena.
///
/// The arena is bytes and trivial nodes; a record's nodes are contiguous and a list's elements follow one another, so a
/// compiled template addresses them by position. Text is escaped on arrival, since text is only ever printed escaped.
package struct Filler {
  private var recorder: Recorder?
  private let shapes: [Shape]
  private let slots: [Slot]
  private(set) var nodes: [Node] = []
  private(set) var bytes: [UInt8] = []
  /// The schema's next slot, the end of the open record's slots, and the node that belongs to the next slot.
  private var slot = 0
  private var lastSlot = 0
  private var node = 0

  private init(recorder: Recorder?, shapes: [Shape], slots: [Slot]) {
    self.recorder = recorder
    self.shapes = shapes
    self.slots = slots
  }

  /// The fields of a specimen.
  static func recording(_ specimen: some Fillable) -> [SchemaField] {
    var filler = Filler(recorder: Recorder(), shapes: [], slots: [])
    return filler.record(fieldsOf: specimen)
  }

  /// A value in the arena; the page's own record starts at node 0.
  static func filled(with value: some Fillable, for schema: Schema) -> Filler {
    var filler = Filler(recorder: nil, shapes: schema.shapes, slots: schema.slots)
    filler.bytes.reserveCapacity(4096)
    filler.nodes.reserveCapacity(256)
    filler.reserveNodes(schema.shapes[0].count)
    filler.write(value, shape: 0, at: 0)
    return filler
  }

  /// Text that is printed with `{{name}}` only, HTML-escaped.
  package mutating func text(_ name: String, _ value: String) {
    if recorder != nil { return note(name, .text, sample: value) }
    let index = expect(name, .text)
    let start = bytes.count
    bytes.appendEscaped(value)
    nodes[index] = Node(start: start, count: bytes.count - start)
  }

  /// A whole number in plain digits.
  package mutating func text(_ name: String, _ value: Int) {
    if recorder != nil { return note(name, .number, sample: String(value)) }
    let index = expect(name, .number)
    let start = bytes.count
    bytes.appendDigits(of: value)
    nodes[index] = Node(start: start, count: bytes.count - start)
  }

  /// Where a link leads or a picture comes from, as a text is printed but harmless at an address's beginning.
  package mutating func address(_ name: String, _ value: String) {
    if recorder != nil { return note(name, .address, sample: value) }
    let index = expect(name, .address)
    let start = bytes.count
    bytes.appendEscaped(harmlessAddress(value))
    nodes[index] = Node(start: start, count: bytes.count - start)
  }

  /// Trusted markup that is printed with `{{{name}}}` only, as it is.
  package mutating func html(_ name: String, _ value: String) {
    if recorder != nil { return note(name, .html, sample: value) }
    let index = expect(name, .html)
    let start = bytes.count
    bytes.append(contentsOf: value.utf8)
    nodes[index] = Node(start: start, count: bytes.count - start)
  }

  /// The same, of UTF-8.
  package mutating func html(_ name: String, _ value: [UInt8]) {
    if recorder != nil { return note(name, .html, sample: String(decoding: value, as: UTF8.self)) }
    let index = expect(name, .html)
    let start = bytes.count
    bytes += value
    nodes[index] = Node(start: start, count: value.count)
  }

  /// A condition: `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
  package mutating func flag(_ name: String, _ value: Bool) {
    if recorder != nil { return note(name, .flag, sample: value ? "true" : "false") }
    nodes[expect(name, .flag)] = Node(start: 0, count: value ? 1 : 0)
  }

  /// A nested value that is always there: `{{#name}}…{{/name}}` or `{{name.field}}`.
  package mutating func record(_ name: String, _ value: some Fillable) {
    if recorder != nil { return note(name, .record, elements: CollectionOfOne(value)) }
    let room = room(name, .record, count: 1)
    write(value, shape: room.shape, at: room.first)
  }

  /// A nested value that may be absent: `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
  package mutating func optional<Value: Fillable>(_ name: String, _ value: Value?) {
    if recorder != nil { return note(name, .optional, elements: value.map { [$0] } ?? []) }
    guard let value else {
      nodes[expect(name, .optional)] = Node(start: 0, count: 0)
      return
    }
    let room = room(name, .optional, count: 1)
    write(value, shape: room.shape, at: room.first)
  }

  /// Any number of values: `{{#name}}…{{/name}}` for each, `{{^name}}…{{/name}}` when there are none.
  package mutating func list<Value: Fillable>(_ name: String, _ values: [Value]) {
    if recorder != nil { return note(name, .list, elements: values) }
    let room = room(name, .list, count: values.count)
    var start = room.first
    for value in values {
      write(value, shape: room.shape, at: start)
      start += room.stride
    }
  }

  /// Any number of texts: `{{#name}}{{.}}{{/name}}`.
  package mutating func texts(_ name: String, _ values: [String]) {
    if recorder != nil { return note(name, .texts, sample: values.first ?? "") }
    fill(expect(name, .texts), with: values)
  }

  /// Any number of addresses: `{{#name}}{{.}}{{/name}}`.
  package mutating func address(_ name: String, _ values: [String]) {
    if recorder != nil { return note(name, .addresses, sample: values.first ?? "") }
    fill(expect(name, .addresses), with: values.map(harmlessAddress))
  }

  private mutating func fill(_ index: Int, with values: [String]) {
    let first = nodes.count
    nodes[index] = Node(start: first, count: values.count)
    for value in values {
      let start = bytes.count
      bytes.appendEscaped(value)
      nodes.append(Node(start: start, count: bytes.count - start))
    }
  }
}

/// Where a slot's value lies: bytes of a text, nodes of what a record or list holds, or 1 and 0 for a flag.
struct Node {
  let start: Int32
  let count: Int32

  init(start: Int, count: Int) {
    self.start = Int32(start)
    self.count = Int32(count)
  }
}

// MARK: - Values

extension Filler {
  /// The node of the next slot; traps unless the field arrives where the schema has it.
  private mutating func expect(_ name: String, _ kind: FieldKind) -> Int {
    guard slot < lastSlot, slots[slot].kind == kind, slots[slot].name == name else { outOfOrder(name, kind) }
    slot += 1
    node += 1
    return node - 1
  }

  @inline(never) private func outOfOrder(_ name: String, _ kind: FieldKind) -> Never {
    let expected = slot < lastSlot ? "'\(slots[slot].name)' (\(slots[slot].kind))" : "no further field"
    fatalError("a value states '\(name)' (\(kind)) where its specimen had \(expected)")
  }

  /// Nodes for what the next slot holds: those of the first element and, each `stride` further, of the others.
  private mutating func room(
    _ name: String, _ kind: FieldKind, count: Int
  ) -> (shape: Int, first: Int, stride: Int) {
    let shape = slots.indices.contains(slot) ? slots[slot].shape : -1
    let index = expect(name, kind)
    let first = nodes.count
    nodes[index] = Node(start: first, count: count)
    guard count > 0 else { return (shape, first, 0) }
    guard shape >= 0 else { fatalError("'\(name)' nests deeper than its specimen") }
    let stride = shapes[shape].count
    reserveNodes(stride * count)
    return (shape, first, stride)
  }

  private mutating func reserveNodes(_ count: Int) {
    nodes.append(contentsOf: repeatElement(Node(start: 0, count: 0), count: count))
  }

  private mutating func write(_ value: some Fillable, shape: Int, at start: Int) {
    let outer = (slot, lastSlot, node)
    slot = shapes[shape].first
    lastSlot = slot + shapes[shape].count
    node = start
    value.fill(&self)
    guard slot == lastSlot else { fatalError("a value ends before '\(slots[slot].name)', which its specimen had") }
    (slot, lastSlot, node) = outer
  }
}

// MARK: - Specimens

/// The records that are open while a specimen states its fields, innermost last.
private struct Recorder {
  var open: [[SchemaField]] = []
  var types: [ObjectIdentifier] = []
}

extension Filler {
  private mutating func note(_ name: String, _ kind: FieldKind, sample: String) {
    note(SchemaField(name: name, kind: kind, sample: sample))
  }

  private mutating func note<Values: Collection>(_ name: String, _ kind: FieldKind, elements: Values)
  where Values.Element: Fillable {
    var field = SchemaField(name: name, kind: kind, sample: "")
    let type = ObjectIdentifier(Values.Element.self)
    field.isRecursive = (recorder?.types.count { $0 == type } ?? 0) > 1
    field.isPopulated = !elements.isEmpty
    field.element = ElementType(type: Values.Element.self)
    for (index, element) in elements.enumerated() {
      let fields = record(fieldsOf: element)
      field.children = index == 0 ? fields : union(field.children, fields)
    }
    note(field)
  }

  private mutating func note(_ field: SchemaField) {
    let isName = !field.name.isEmpty && !field.name.unicodeScalars.contains { $0 == "." || $0.properties.isWhitespace }
    guard isName, var open = recorder?.open.popLast(), !open.contains(where: { $0.name == field.name }) else {
      fatalError("'\(field.name)' is no name for a field, or the second of its record")
    }
    open.append(field)
    recorder?.open.append(open)
  }

  private mutating func record<Value: Fillable>(fieldsOf value: Value) -> [SchemaField] {
    recorder?.open.append([])
    recorder?.types.append(ObjectIdentifier(Value.self))
    value.fill(&self)
    recorder?.types.removeLast()
    return recorder?.open.removeLast() ?? []
  }
}

/// Elements of one list have one type, hence the same fields; they may differ in what their lists hold.
private func union(_ a: [SchemaField], _ b: [SchemaField]) -> [SchemaField] {
  guard a.count == b.count else { fatalError("elements of one list state different numbers of fields") }
  return zip(a, b).map { a, b in
    guard a.name == b.name, a.kind == b.kind else { fatalError("elements of one list differ in '\(a.name)'") }
    if !a.isPopulated { return b }
    var merged = a
    if b.isPopulated { merged.children = union(a.children, b.children) }
    return merged
  }
}
