import Typesetting

/// A compiled template of a page, rewritten: what every page shares is typeset once for all, values are while the page is
/// printed; white space that no browser shows and, of pages, end tags that HTML doesn't need are left out.
///
/// Where a text begins and ends, the tags say that a template writes out; so the pass costs nothing in attributes, titles,
/// scripts and between blocks. Of a tag that only some pages have the text in it is known all the same: tags are read in
/// the order of the template, and a text that ends otherwise than it began is ended by the next tag of a block.
struct PageComposition {
  let template: Template
  private let reached: [Set<HTMLContext>]
  let prints: PrintedKinds
  private let form: TemplateForm

  var operations: [Operation] = []
  /// Of the template's operations those that sections lead to.
  var targets: Set<Int> = []
  var literals: [UInt8] = []
  /// Where the stretch begins that is no operation yet.
  var pending = 0
  private var typesetter = Typesetter()

  /// Of the text that is open, in the order of the template.
  private var open: Setting?
  /// Where in `literals` it began, if no operation parts it from there.
  private var textStart: Int?

  // Of the tag at hand.
  private var name: [UInt8] = []
  private var isClosing = false
  /// Within a drawing, whose elements begin and end no text: it stands in the line it stands in.
  private var isDrawing = false
  private var tagStart = 0
  var value = ValueMarks.none
  /// Whether in the literal at hand.
  private var beginsHere = false
  private var attribute = AttributeMark()
  private var blanks = BlankSpace()

  init(_ template: Template, _ reached: [Set<HTMLContext>], _ prints: PrintedKinds, for form: TemplateForm) {
    self.template = template
    self.reached = reached
    self.prints = prints
    self.form = form
  }

  mutating func composed() -> Template {
    var starts: [Int32] = []
    targets = Set(template.operations.filter(\.code.skips).map { Int($0.b) })
    for (index, operation) in template.operations.enumerated() {
      starts.append(Int32(operations.count))
      switch operation.code {
      case .literal: compose(operation, index)
      case .print where prints.markup.contains(index):
        // Markup comes typeset.
        if open != nil { operations.append(Operation(code: .set)) }
        operations.append(operation)
        if let open { begin(open) }
        blanks.meetValue()
      case .print
      where form == .page && prints.addresses.contains(index) && !targets.contains(index)
        && operations.last.map({ isRoot($0, index - 1) }) == true:
        operations[operations.count - 1] = operation.near(operations[operations.count - 1])
      default:
        operations.append(operation)
        blanks.meetValue()
      }
    }
    starts.append(Int32(operations.count))
    for index in operations.indices {
      switch operations[index].code {
      case .enter, .when, .unless: operations[index].b = starts[Int(operations[index].b)]
      case .leave: operations[index].a = starts[Int(operations[index].a)]
      default: break
      }
    }
    return Template(operations: operations, literals: literals, schema: template.schema, depth: template.depth)
  }

  /// Whether the operation just written is the way to the site's root, at the beginning of an address.
  private func isRoot(_ operation: Operation, _ index: Int) -> Bool {
    operation.code == .print && operation.depth == 0 && template.schema.slots[Int(operation.slot)].name == "root"
      && prints.addresses.contains(index)
      && reached[index].allSatisfy { $0.attribute == .address && $0.value == .empty }
  }

  private mutating func begin(_ setting: Setting) {
    operations.append(Operation(code: .begin, a: Int32(setting.rawValue)))
  }

  /// What of `literals` is no operation yet becomes one.
  private mutating func flush() {
    guard pending < literals.count else { return }
    operations.append(Operation(code: .literal, a: Int32(pending), b: Int32(literals.count)))
    pending = literals.count
  }
}

// MARK: - What is written out

extension PageComposition {
  private mutating func compose(_ literal: Operation, _ number: Int) {
    pending = literals.count
    (tagStart, beginsHere) = (literals.count, false)
    let bytes = template.literals[Int(literal.a)..<Int(literal.b)]
    guard let (context, index) = agreement(of: reached[number], bytes) else { return flush() }
    compose(bytes, from: index, context, number)
    if blanks.isHeld, let blank = blanks.taken(before: template.next(from: number + 1)) { literals.append(blank) }
    part()
  }

  /// What is written out so far becomes operations; of a text that is open its beginning does.
  mutating func part() {
    guard let open, let start = textStart else { return flush() }
    let rest = literals[start...]
    literals.removeLast(rest.count)
    flush()
    begin(open)
    literals += rest
    flush()
    textStart = nil
  }

  /// Copies what sections before it read differently, and says where from all read the same: a tag whose attributes a
  /// section states is one at its end. `nil` where a way through the sections decides more than that, and all was copied.
  private mutating func agreement(
    of contexts: Set<HTMLContext>, _ bytes: ArraySlice<UInt8>
  ) -> (HTMLContext, Int)? {
    if let context = contexts.first, contexts.agree { return (context, bytes.startIndex) }
    guard contexts.allSatisfy(\.mode.isInTag) else {
      endText(before: literals.count)
      literals += bytes
      return nil
    }
    if endsText { endText(before: literals.count) }
    var contexts = contexts
    for index in bytes.indices {
      literals.append(bytes[index])
      contexts = Set(
        contexts.flatMap { context in
          var context = context
          let other = context.read(bytes[index])
          return [context] + (other.map { [$0] } ?? [])
        })
      guard let context = contexts.first, contexts.agree else { continue }
      follow(context, from: .inTag)
      return (context, index + 1)
    }
    return nil
  }

  private mutating func compose(
    _ bytes: ArraySlice<UInt8>, from start: Int, _ first: HTMLContext, _ number: Int
  ) {
    var context = first
    for index in start..<bytes.endIndex {
      let (byte, before) = (bytes[index], context.mode)
      _ = context.read(byte)
      if before == .text, context.mode == .text, byte.isSpace, !blanks.isKept {
        if !prints.indents.contains(index) { blanks.read(byte) }
        continue
      }
      if before == .text {
        if blanks.isHeld, let blank = blanks.taken(before: template.next(from: number, index)) {
          literals.append(blank)
        }
        if context.mode == .tagOpening { (tagStart, beginsHere) = (literals.count, true) } else { blanks.pass(byte) }
      }
      literals.append(byte)
      if form == .page { composeValue(before, context.mode, number, index + 1) }
      follow(context, from: before)
      if form == .page, before.isInTag, context.mode == .text, isClosing, beginsHere,
        OptionalEndTag.isIdle(String(decoding: name, as: UTF8.self), before: template.next(from: number, index + 1))
      {
        literals.removeLast(literals.count - tagStart)
        blanks.meetEdge()
      }
    }
  }

  private mutating func follow(_ context: HTMLContext, from before: HTMLContext.Mode) {
    if context.mode == .tagName {
      (name, isClosing) = (context.name, context.isClosing)
      attribute = AttributeMark()
      if name.elementsEqual("svg".utf8) { isDrawing = !isClosing }
    } else if before == .tagName, endsText {
      endText(before: max(tagStart, pending))
    }
    attribute.follow(&literals, context.mode, from: pending)
    guard context.mode == .text || context.mode == .rawText, before.isInTag else { return }
    blanks.meetTag(name, isClosing: isClosing)
    guard context.mode == .text, !isClosing, !attribute.isAsWritten, let setting = setting(ofElement: name),
      setting != .plain
    else { return }
    (open, textStart) = (setting == .table && form == .paper ? .cell : setting, literals.count)
  }

  /// Whether the tag at hand is one of a block.
  private var endsText: Bool { !isDrawing && setting(ofElement: name) != nil }

  /// Typesets the text that is open, up to an offset in `literals`.
  private mutating func endText(before offset: Int) {
    guard let setting = open else { return }
    open = nil
    let rest = literals[offset...]
    literals.removeLast(rest.count)
    if let start = textStart {
      textStart = nil
      typesetter.set(&literals, from: start, in: setting)
    } else {
      flush()
      operations.append(Operation(code: .set))
    }
    literals += rest
    tagStart = literals.count - rest.count
  }
}

/// What the prints of a template print, by their number among its operations.
struct PrintedKinds {
  let markup: Set<Int>
  let addresses: Set<Int>
  /// Of its literals those that indent a line.
  let indents: Set<Int>
}

extension Set<HTMLContext> {
  fileprivate var agree: Bool { allSatisfy { $0.mode == first?.mode && $0.element == first?.element } }
}

extension HTMLContext.Mode {
  var isInTag: Bool {
    switch self {
    case .tagName, .inTag, .attributeName, .afterAttributeName, .beforeValue, .doubleQuoted, .singleQuoted, .unquoted:
      true
    default: false
    }
  }
}

extension Operation.Code {
  fileprivate var skips: Bool { self == .enter || self == .when || self == .unless }
}

extension Operation {
  /// The print of an address behind that of the way to the root.
  fileprivate func near(_ root: Operation) -> Operation {
    Operation(code: .near, depth: depth, slot: slot, a: root.slot)
  }
}
