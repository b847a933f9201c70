import Typesetting

/// A compiled template of a page, rewritten: what every page shares is typeset once for all, values are while the page is
/// printed, and white space that no browser shows is left out.
///
/// Where a text begins and ends, the tags say that a template writes out; so the pass costs nothing in attributes, titles,
/// scripts and between blocks. Of a tag that only some pages have the text in it is known all the same: tags are read in
/// the order of the template, and a text that ends otherwise than it began is ended by the next tag of a block.
struct PageComposition {
  private let template: Template
  private let reached: [Set<HTMLContext>]
  private let markup: Set<Int>
  private let indents: Set<Int>
  private let form: TemplateForm

  private var operations: [Operation] = []
  private var literals: [UInt8] = []
  /// Where the stretch begins that is no operation yet.
  private var pending = 0
  private var typesetter = Typesetter()

  /// Of the text that is open, in the order of the template.
  private var open: Setting?
  /// Where in `literals` it began, if no operation parts it from there.
  private var textStart: Int?

  // Of the tag at hand.
  private var name: [UInt8] = []
  private var isClosing = false
  private var tagStart = 0
  private var blanks = BlankSpace()

  init(
    _ template: Template, _ reached: [Set<HTMLContext>], markup: Set<Int>, indents: Set<Int>, for form: TemplateForm
  ) {
    self.template = template
    self.reached = reached
    self.markup = markup
    self.indents = indents
    self.form = form
  }

  mutating func composed() -> Template {
    var starts: [Int32] = []
    for (index, operation) in template.operations.enumerated() {
      starts.append(Int32(operations.count))
      switch operation.code {
      case .literal: compose(operation, reached[index])
      case .print where markup.contains(index):
        // Markup comes typeset.
        if open != nil { operations.append(Operation(code: .set)) }
        operations.append(operation)
        if let open { begin(open) }
        blanks.meetValue()
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
  private mutating func compose(_ literal: Operation, _ contexts: Set<HTMLContext>) {
    pending = literals.count
    let bytes = template.literals[Int(literal.a)..<Int(literal.b)]
    // Where a way through the sections decides what a byte is, all stays as written.
    guard var context = contexts.first,
      contexts.allSatisfy({ $0.mode == context.mode && $0.element == context.element })
    else {
      endText(before: literals.count)
      literals += bytes
      return flush()
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (byte, before) = (bytes[index], context.mode)
      index += 1
      _ = context.read(byte)
      if before == .text, context.mode == .text, byte.isSpace, !blanks.isKept {
        if !indents.contains(index - 1) { blanks.read(byte) }
        continue
      }
      if before == .text {
        let isTag = context.mode == .tagOpening
        if let blank = blanks.taken(before: isTag ? nameOfTag(bytes[index...]) : nil) { literals.append(blank) }
        if isTag { tagStart = literals.count } else { blanks.pass(byte) }
      }
      literals.append(byte)
      follow(context, from: before)
    }
    if let blank = blanks.taken(before: nil) { literals.append(blank) }
    guard let open, let start = textStart else { return flush() }
    let rest = literals[start...]
    literals.removeLast(rest.count)
    flush()
    begin(open)
    literals += rest
    flush()
    textStart = nil
  }

  private mutating func follow(_ context: HTMLContext, from before: HTMLContext.Mode) {
    if context.mode == .tagName {
      (name, isClosing) = (context.name, context.isClosing)
    } else if before == .tagName, setting(ofElement: name) != nil {
      endText(before: max(tagStart, pending))
    }
    guard context.mode == .text || context.mode == .rawText, before.isInTag else { return }
    blanks.meetTag(name, isClosing: isClosing)
    guard context.mode == .text, !isClosing, let setting = setting(ofElement: name), setting != .plain else { return }
    (open, textStart) = (setting == .table && form == .paper ? .cell : setting, literals.count)
  }

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

  private func nameOfTag(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let rest = bytes.first == UInt8(ascii: "/") ? bytes.dropFirst() : bytes
    return rest.prefix { !$0.isSpace && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }.map(\.lowercased)
  }
}

extension HTMLContext.Mode {
  fileprivate var isInTag: Bool {
    switch self {
    case .tagName, .inTag, .attributeName, .afterAttributeName, .beforeValue, .doubleQuoted, .singleQuoted, .unquoted:
      true
    default: false
    }
  }
}
