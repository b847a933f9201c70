/// A line that begins a declaration, taken apart: `@HTML package var body: String`.
struct Declaration {
  let attributes: [Substring]
  let modifiers: [Substring]
  /// `var`, `func`, `struct`; whatever stands there, if it isn't a declaration.
  let keyword: Substring
  let name: Substring
  /// Behind the keyword.
  let rest: Substring

  private static let modifierWords: Set<Substring> = [
    "package", "public", "internal", "private", "fileprivate", "static", "mutating", "nonmutating", "final", "indirect",
    "nonisolated", "lazy", "weak", "unowned", "private(set)", "fileprivate(set)", "package(set)",
  ]
  private static let types: Set<Substring> = ["struct", "enum", "class", "actor", "extension", "protocol"]

  init(_ code: Substring) {
    var rest = code
    func word() -> Substring { rest.prefix { $0 != " " } }
    func step(over word: Substring) -> Substring { rest[word.endIndex...].drop { $0 == " " } }
    var attributes: [Substring] = []
    while rest.hasPrefix("@") {
      attributes.append(word())
      rest = step(over: word())
    }
    var modifiers: [Substring] = []
    while Self.modifierWords.contains(word()) {
      modifiers.append(word())
      rest = step(over: word())
    }
    self.attributes = attributes
    self.modifiers = modifiers
    keyword = rest.prefix(while: \.isWordCharacter)
    rest = rest[keyword.endIndex...].drop { $0 == " " }
    self.rest = rest
    let name = rest.prefix { $0.isWordCharacter || $0 == "." }
    let next = rest[name.endIndex...]
    let isName =
      Self.types.contains(keyword) || next.hasPrefix(":") || next.hasPrefix(" = ") || next.hasPrefix(" {")
    self.name = isName ? name : ""
  }

  var isType: Bool { Self.types.contains(keyword) }
  var isProperty: Bool { keyword == "var" || keyword == "let" }
  var isPrivate: Bool { modifiers.contains("private") || modifiers.contains("fileprivate") }

  /// What a type's head names behind the colon.
  var inheritance: [Substring] {
    guard let colon = rest.firstIndex(of: ":") else { return [] }
    return rest[colon...].dropFirst().split { ", {}".contains($0) }
  }

  /// Whether more than one property is declared: `a: Int, b: Int`, or a second statement.
  var statesSeveral: Bool {
    if rest.contains(";") { return true }
    var depth = 0
    var last: Character = " "
    for character in rest {
      if character == "=" || character == "{" { return false }
      if "([<".contains(character) { depth += 1 }
      if ")]".contains(character) || character == ">" && last != "-" { depth -= 1 }
      if character == ",", depth == 0 { return true }
      last = character
    }
    return false
  }
}

extension Character {
  var isWordCharacter: Bool { isLetter || isNumber || self == "_" }
}

extension Substring {
  /// Whether what it begins goes on in the next line.
  var leavesOpen: Bool { last.map { "{([,=:".contains($0) } ?? false }

  var beginsDeclaration: Bool { hasPrefix("@") || Declaration(self).isProperty }

  func occurrences(of text: String) -> Int {
    var (count, rest) = (0, self)
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
