import Diagnostics
import Texts

/// Turns a template and all it includes into one flat program, with every name resolved against the page's schema.
///
/// Partials, parents and blocks are compiled where they stand, against the context there; so the same file may be
/// right in one place and wrong in another, and each mistake is found before anything is rendered.
struct Compiler {
  let templates: [String: ParsedTemplate]
  let names: [String]
  /// Whether a template stands on disk but couldn't be loaded, which was reported then.
  let isRefused: (String) -> Bool
  let schema: Schema
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Reported> = []

  // The program, and for each of its prints the place of the tag.
  private(set) var operations: [Operation] = []
  private(set) var literals: [UInt8] = []
  private(set) var prints: [Int: Print] = [:]
  /// A jump leads here, so a literal before it can't be continued.
  private var barrier = 0

  // The context: what is open, innermost last.
  var frames: [Frame] = [Frame(content: .shape(0), depth: 0)]
  private var depth = 0
  private var deepest = 0

  // Lines: what goes before each line, what is taken from it, and what waits for the line's first content.
  private var (indentation, removed, pending): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
  /// Which of `literals` indent a line: nobody sees those of a page, not even as a blank, whatever ended the line before.
  private(set) var indents: Set<Int> = []

  // Inclusion: arguments given by whoever includes this (outermost first come), blocks met, and what is being expanded.
  private var arguments: [String: Block] = [:]
  private var met: Set<String> = []
  private var expansions: [Expansion] = []
  /// Something could not be included, so blocks may be missing for that reason.
  private var isIncomplete = false
  /// Files whose syntax was found wrong, reported once each.
  private var reportedFiles: Set<String> = []
  private var nesting = 0
  private var expanded = 0

  init(
    templates: [String: ParsedTemplate], names: [String], isRefused: @escaping (String) -> Bool, schema: Schema
  ) {
    self.templates = templates
    self.names = names
    self.isRefused = isRefused
    self.schema = schema
  }

  mutating func template(_ name: String) {
    include(Name(text: name, place: Place(file: -1, line: 0)), indentation: nil, arguments: nil)
  }

  var finished: Template {
    Template(operations: operations, literals: literals, schema: schema, depth: deepest + 1)
  }

  /// A tag that is wrong in several contexts is reported in the first.
  mutating func report(_ diagnostic: Diagnostic) {
    if reported.insert(Reported(code: diagnostic.code, place: diagnostic.place)).inserted {
      diagnostics.append(diagnostic)
    }
  }
}

/// What was reported where.
private struct Reported: Hashable {
  let code: DiagnosticCode
  let place: Place?
}

/// What a print prints, for the check of its surroundings.
struct Print {
  let name: Name
  let kind: PrintKind
}

/// What is being expanded, and all that its expansion depends on: meeting the same again would never end.
private struct Expansion: Hashable {
  let name: String
  /// Of a block's argument, since every file may give one of the same name.
  let place: Place?
  let contents: [Frame.Content]
  let arguments: [String: Place]
}

// MARK: - Parts

extension Compiler {
  private mutating func compile(_ parts: [Part]) {
    for part in parts {
      switch part {
      case .line(let blanks): pending = placed(blanks)
      case .text(let bytes): emit(bytes)
      case .variable(let name, let isRaw): variable(name, isRaw: isRaw)
      case .section(let name, let isInverted, let body): section(name, isInverted: isInverted, body)
      case .partial(let name, let indentation): include(name, indentation: indentation, arguments: nil)
      case .parent(let name, let indentation, let given):
        include(name, indentation: indentation, arguments: given)
      case .block(let block): self.block(block)
      case .broken(let body): within(Frame(content: .unknown, depth: depth)) { $0.compile(body) }
      }
    }
  }

  private mutating func variable(_ name: Name, isRaw: Bool) {
    guard let found = resolve(name, as: isRaw ? .raw : .escaped) else { return }
    follow(found) { compiler, depth in
      compiler.flush()
      compiler.prints[compiler.operations.count] = Print(name: name, kind: found.kind.printed)
      compiler.operations.append(Operation(code: .print, depth: depth, slot: Int32(found.position)))
    }
  }

  private mutating func section(_ name: Name, isInverted: Bool, _ body: [Part]) {
    guard let found = resolve(name, as: isInverted ? .inverted : .section) else {
      return within(Frame(content: .unknown, depth: depth)) { $0.compile(body) }
    }
    // Where a specimen of a type that contains itself ends, no value goes on; the body was compiled one level up.
    if !isInverted, found.kind.holdsFields, found.shape < 0 { return }
    follow(found) { compiler, depth in
      if isInverted || found.kind == .flag {
        let start = compiler.open(isInverted ? .unless : .when, depth, found)
        let frame = Frame(content: .flag, depth: compiler.depth)
        if isInverted { compiler.compile(body) } else { compiler.within(frame) { $0.compile(body) } }
        compiler.close(start)
      } else {
        let start = compiler.open(found.kind == .record ? .descend : .enter, depth, found)
        let content: Frame.Content =
          found.kind == .texts ? .text(.text) : found.kind == .addresses ? .text(.address) : .shape(found.shape)
        compiler.within(Frame(content: content, depth: compiler.depth)) { $0.compile(body) }
        compiler.leave(start, stride: found.kind.holdsTexts ? 1 : compiler.schema.shapes[found.shape].count)
      }
    }
  }

  private mutating func within(_ frame: Frame, _ body: (inout Compiler) -> Void) {
    frames.append(frame)
    body(&self)
    frames.removeLast()
  }
}

// MARK: - Inclusion

extension Compiler {
  /// A page includes some dozen files within one another at the very most.
  private static let deepestNesting = 128
  /// Partials that each include the next twice grow beyond all bounds, though none includes itself; a page has hundreds
  /// of inclusions and thousands of operations.
  private static let mostExpansions = 20_000
  private static let mostOperations = 100_000
  private static let mostLiteralBytes = 1 << 24

  private var isTooLarge: Bool {
    nesting >= Self.deepestNesting || expanded >= Self.mostExpansions || operations.count >= Self.mostOperations
      || literals.count >= Self.mostLiteralBytes
  }

  /// Compiles another template here: a partial, or a parent with arguments for its blocks.
  private mutating func include(_ name: Name, indentation own: [UInt8]?, arguments given: [Block]?) {
    guard let template = templates[name.text] else {
      isIncomplete = true
      if !isRefused(name.text) { report(.unknownPartial(name, nearest: nearest(to: name.text, in: names))) }
      // The arguments are checked all the same, though not the names that the parent's context would decide.
      return within(Frame(content: .unknown, depth: depth)) { $0.compile((given ?? []).map(Part.block)) }
    }
    if own == nil { flush() }
    let outer = (arguments, met, isIncomplete)
    if let given {
      met = []
      isIncomplete = false
      for block in given where arguments[block.name.text] == nil { arguments[block.name.text] = block }
    }
    if !template.diagnostics.isEmpty {
      isIncomplete = true
      if reportedFiles.insert(name.text).inserted { template.diagnostics.forEach { report($0) } }
    }
    expand(template.parts, name, of: nil, indentation: own.map(placed) ?? [], removing: [])
    if let given {
      if !isIncomplete {
        for block in given where !met.contains(block.name.text) {
          report(.unknownBlock(block.name, of: name.text, candidates: met.sorted()))
        }
      }
      arguments = outer.0
      met.formUnion(outer.1)
      isIncomplete = isIncomplete || outer.2
    }
  }

  private mutating func block(_ block: Block) {
    met.insert(block.name.text)
    guard let argument = arguments[block.name.text] else { return compile(block.body) }
    if block.indentation == nil { flush() }
    let inner = block.indentation.map(placed) ?? indentation
    expand(argument.body, argument.name, of: argument.name.place, indentation: inner, removing: argument.intrinsic)
  }

  private mutating func expand(
    _ parts: [Part], _ name: Name, of place: Place?, indentation inner: [UInt8], removing blanks: [UInt8]
  ) {
    let expansion = Expansion(
      name: name.text, place: place, contents: distinctContents, arguments: arguments.mapValues(\.name.place))
    guard !expansions.contains(expansion), !isTooLarge else {
      isIncomplete = true
      return report(.recursionTooDeep(name, isEndless: expansions.contains(expansion)))
    }
    let outer = (indentation, removed)
    (indentation, removed) = (inner, blanks)
    expansions.append(expansion)
    nesting += 1
    expanded += 1
    compile(parts)
    nesting -= 1
    expansions.removeLast()
    (indentation, removed) = outer
  }

  /// The context as lookups see it: of two frames alike the inner one hides the outer.
  private var distinctContents: [Frame.Content] {
    var contents: [Frame.Content] = []
    for frame in frames.reversed() where !contents.contains(frame.content) { contents.append(frame.content) }
    return contents
  }
}

// MARK: - Emitting

extension Compiler {
  private func placed(_ blanks: [UInt8]) -> [UInt8] {
    let common = zip(blanks, removed).prefix { $0 == $1 }.count
    return indentation + blanks.dropFirst(common)
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let blanks = pending
    pending = []
    indents.formUnion(literals.count..<(literals.count + blanks.count))
    emit(blanks)
  }

  private mutating func emit(_ bytes: [UInt8]) {
    flush()
    let start = literals.count
    literals += bytes
    if operations.count > barrier, let last = operations.last, last.code == .literal {
      operations[operations.count - 1].b = Int32(literals.count)
    } else {
      operations.append(Operation(code: .literal, a: Int32(start), b: Int32(literals.count)))
    }
  }

  /// Opens the records on a dotted name's way, does what is to be done at its end, and closes them.
  private mutating func follow(_ found: Found, _ body: (inout Compiler, UInt16) -> Void) {
    var from = UInt16(found.depth)
    var opened: [Int] = []
    for position in found.way {
      flush()
      opened.append(operations.count)
      operations.append(Operation(code: .descend, depth: from, slot: Int32(position)))
      deepen()
      from = UInt16(depth)
    }
    body(&self, from)
    for start in opened.reversed() { leave(start, stride: 0) }
  }

  private mutating func open(_ code: Operation.Code, _ from: UInt16, _ found: Found) -> Int {
    flush()
    operations.append(Operation(code: code, depth: from, slot: Int32(found.position)))
    if code == .enter || code == .descend { deepen() }
    barrier = operations.count
    return operations.count - 1
  }

  private mutating func deepen() {
    depth += 1
    deepest = max(deepest, depth)
    barrier = operations.count
  }

  private mutating func leave(_ start: Int, stride: Int) {
    flush()
    operations.append(Operation(code: .leave, slot: Int32(stride), a: Int32(start + 1)))
    depth -= 1
    close(start)
  }

  private mutating func close(_ start: Int) {
    flush()
    operations[start].b = Int32(operations.count)
    barrier = operations.count
  }
}
