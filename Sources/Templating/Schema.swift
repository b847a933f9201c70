/// How a field may be used in a template.
package enum FieldKind: Hashable, Sendable {
  case text
  /// A text of digits.
  case number
  /// Where a link leads: printed so that it leads nowhere but within the site, to a page by http, or to a mail or telephone.
  case address
  case html, flag, record, optional, list, texts, addresses
}

/// One name that a page offers to its template, as recorded from the page's specimen.
package struct SchemaField: Hashable, Sendable {
  package let name: String
  package let kind: FieldKind
  /// The specimen's value, unescaped: the text itself, `true` or `false` for a flag, the first of several texts,
  /// empty for kinds that hold other fields.
  package let sample: String
  /// The fields inside a record, an optional or a list's element.
  package internal(set) var children: [SchemaField] = []
  /// Swift's name of the type that states the children: the same one holds the same names.
  package var group: String { element.map { String(reflecting: $0.type) } ?? "" }
  var element: ElementType?
  /// False where the specimen ends: a list without elements or an absent optional.
  var isPopulated = true
  /// An end is allowed only inside a type that contains itself, whose specimen has to stop somewhere: at its second level
  /// at the earliest, so that every name is known.
  var isRecursive = false
}

/// The type that states a field's children; its name is slow to make, and only documentation asks for it.
struct ElementType: Hashable {
  let type: any Fillable.Type

  static func == (a: ElementType, b: ElementType) -> Bool { a.type == b.type }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(type)) }
}

/// What a page offers to its template: names, kinds and nesting, recorded from one fully populated specimen.
///
/// A composer's value and a compiled template meet here: the value arrives in the schema's order, the template
/// addresses it by position.
package struct Schema: Sendable {
  /// All names, in the order in which the page states them; for generated documentation.
  package let fields: [SchemaField]
  let shapes: [Shape]
  let slots: [Slot]

  /// Every list of the specimen holds at least one element and every optional is present; only a type that contains
  /// itself may end, and then no value may nest deeper than its specimen. Anything else is a programmer's mistake.
  package init(specimen: some Fillable) {
    fields = Filler.recording(specimen)
    Schema.requirePopulated(fields, path: "")
    var layout = Layout()
    layout.add(fields)
    shapes = layout.shapes
    slots = layout.slots
  }

  private static func requirePopulated(_ fields: [SchemaField], path: String) {
    for field in fields {
      guard field.isPopulated || field.isRecursive else {
        fatalError("the specimen leaves '\(path)\(field.name)' empty, so its names stay unknown")
      }
      requirePopulated(field.children, path: "\(path)\(field.name).")
    }
  }
}

/// The fields of one record: a contiguous run of slots.
struct Shape: Sendable {
  let first: Int
  let count: Int
}

/// One field as compiled templates and fillers see it.
struct Slot: Sendable {
  let name: String
  let kind: FieldKind
  /// The shape of what it holds; -1 where it holds none or the specimen ended.
  var shape: Int
}

/// Lays the tree of fields out flat; shape 0 is the page.
private struct Layout {
  var shapes: [Shape] = []
  var slots: [Slot] = []

  @discardableResult mutating func add(_ fields: [SchemaField]) -> Int {
    let index = shapes.count
    let first = slots.count
    shapes.append(Shape(first: first, count: fields.count))
    for field in fields { slots.append(Slot(name: field.name, kind: field.kind, shape: -1)) }
    for (offset, field) in fields.enumerated() where field.kind.holdsFields && field.isPopulated {
      slots[first + offset].shape = add(field.children)
    }
    return index
  }
}

extension FieldKind {
  var holdsTexts: Bool { self == .texts || self == .addresses }
  var isText: Bool { self == .text || self == .number || self == .address }
  var printed: PrintKind { self == .html ? .markup : self == .number ? .number : self == .address ? .address : .text }
  var holdsFields: Bool { self == .record || self == .optional || self == .list }
}
