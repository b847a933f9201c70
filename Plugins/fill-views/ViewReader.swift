/// Reads the views of one source file, line by line: it knows the house's format, which the linter holds, and not Swift.
///
/// A view is a struct that says `Fillable`, `Page` or `PrintDocument`. Whatever stands in the body of one and can't be
/// placed is refused with its line. What isn't seen as a view has no `fill`, and the compiler refuses that.
struct ViewReader {
  /// A type whose braces are open.
  private struct Level {
    let indentation: Int
    let name: Substring
    /// Index into `found`; `nil` for a type that isn't a view.
    let view: Int?
    let line: Int
    /// Whether a line further in may follow: the last member isn't at its end.
    var isOpen = false
    var marked: Int?
  }

  private static let protocols: Set<Substring> = ["Fillable", "Page", "PrintDocument"]

  private let path: String
  private var levels: [Level] = []
  private var found: [View] = []

  init(path: String) { self.path = path }

  mutating func views(in text: String) throws -> [View] {
    var literal: Int?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let quotes = line.occurrences(of: "\"\"\"")
      if quotes % 2 == 1 {
        // The line that opens a literal may open a member; the one that closes it is a line further in.
        if literal == nil { try read(line, number: index + 1) }
        literal = literal == nil ? index + 1 : nil
      } else if literal == nil {
        try read(line, number: index + 1)
      }
    }
    if let literal { throw refusal(literal, "a literal over several lines has no end") }
    if let level = levels.last { throw refusal(level.line, "\(level.name) has no end at its own indentation") }
    return found
  }

  private mutating func read(_ line: Substring, number: Int) throws {
    let code = line.drop { $0 == " " }
    let indentation = line.utf8.count - code.utf8.count
    guard !code.isEmpty, !code.hasPrefix("//") else { return }
    if let last = levels.last, indentation == last.indentation, code.hasPrefix("}") {
      try close(number)
      return
    }
    guard let last = levels.indices.last, levels[last].view != nil else {
      let declaration = Declaration(code)
      if declaration.isType { try open(declaration, code, indentation, number) }
      return
    }
    let members = levels[last].indentation + 2
    if indentation > members {
      guard levels[last].isOpen || !code.beginsDeclaration else {
        throw refusal(number, "a view's members stand two further in than the view")
      }
      return
    }
    guard indentation == members, !code.hasPrefix("\t") else {
      throw refusal(number, "a view's members stand two further in than the view")
    }
    try readMember(code, number: number)
  }

  private mutating func close(_ number: Int) throws {
    let level = levels.removeLast()
    guard let view = level.view, found[view].isWritten, let marked = level.marked else { return }
    throw refusal(marked, "a view that writes its own fill marks no property")
  }

  private mutating func open(_ type: Declaration, _ code: Substring, _ indentation: Int, _ number: Int) throws {
    var view: Int?
    if type.keyword == "struct", !Self.protocols.isDisjoint(with: type.inheritance) {
      guard code.hasSuffix("{") || code.hasSuffix("}") else {
        throw refusal(number, "a view's head stands on one line")
      }
      guard !type.isPrivate else { throw refusal(number, "a view can't be private: its fill stands in another file") }
      view = found.count
      let name = (levels.map(\.name) + [type.name]).joined(separator: ".")
      let access = type.modifiers.contains("package") ? "package " : ""
      found.append(View(name: name, access: access, path: path))
    }
    guard !code.hasSuffix("}") else {
      if view != nil, !code.hasSuffix("{}") { throw refusal(number, "a view's members stand on lines of their own") }
      return
    }
    levels.append(Level(indentation: indentation, name: type.name, view: view, line: number))
  }

  private mutating func readMember(_ code: Substring, number: Int) throws {
    guard let last = levels.indices.last, let view = levels[last].view else { return }
    if let first = code.first, "})]{".contains(first) {
      levels[last].isOpen = code.leavesOpen
      return
    }
    let declaration = Declaration(code)
    levels[last].isOpen = !declaration.isProperty || code.leavesOpen
    switch declaration.keyword {
    case "var", "let":
      guard let field = try field(declaration, number: number) else { return }
      found[view].fields.append(field)
    case "func" where declaration.rest.hasPrefix("fill("): found[view].isWritten = true
    case "func", "init", "subscript", "typealias": break
    case "struct", "enum", "class", "actor", "extension", "protocol":
      try open(declaration, code, levels[last].indentation + 2, number)
    default: throw refusal(number, "a view's body has properties, functions and types, each begun on one line")
    }
  }

  /// `nil` for what no template may name.
  private mutating func field(_ property: Declaration, number: Int) throws -> View.Field? {
    if property.modifiers.contains("static") || property.isPrivate {
      guard property.attributes.isEmpty else {
        throw refusal(number, "a property without a name for templates is marked")
      }
      return nil
    }
    guard !property.name.isEmpty, !property.statesSeveral else {
      throw refusal(number, "one property a line, with its name first")
    }
    if !property.attributes.isEmpty { levels[levels.count - 1].marked = number }
    let way: View.Way
    switch property.attributes {
    case []: way = .typed
    case ["@HTML"]: way = .html
    case ["@WebAddress"]: way = .address
    case ["@Inlined"]: way = .inlined
    case ["@Unprinted"]: return nil
    default: throw refusal(number, "one mark at most: @HTML, @WebAddress, @Inlined or @Unprinted")
    }
    return View.Field(name: String(property.name), way: way, line: number)
  }

  private func refusal(_ line: Int, _ reason: String) -> Refusal { Refusal("\(path):\(line):1: error: \(reason)") }
}
