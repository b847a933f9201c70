import Diagnostics

extension Compiler {
  /// Every print whose value could break out of where it stands, on any way through the sections.
  ///
  /// Follows the program as data flows: before each operation stands the set of contexts that may be reached there,
  /// with a section's body and without it, again and again until nothing is added.
  func unsafePrints() -> [Diagnostic] {
    var reached = [Set<HTMLContext>](repeating: [], count: operations.count + 1)
    var isDue = [Bool](repeating: false, count: operations.count + 1)
    reached[0] = [HTMLContext()]
    isDue[0] = true
    var isSettled = false
    while !isSettled {
      isSettled = true
      for (index, operation) in operations.enumerated() where isDue[index] {
        isDue[index] = false
        isSettled = false
        let after = operation.code == .literal ? read(operation, from: reached[index]) : reached[index]
        for next in successors(of: operation, at: index) where !after.isSubset(of: reached[next]) {
          reached[next].formUnion(after)
          isDue[next] = true
        }
      }
    }
    return prints.compactMap { index, print in
      let hazards = reached[index].compactMap { $0.hazard(isRaw: print.isRaw) }
      return hazards.min().map { .unsafeContext(print.name, $0) }
    }
  }

  private func read(_ literal: Operation, from contexts: Set<HTMLContext>) -> Set<HTMLContext> {
    Set(
      contexts.map { context in
        var context = context
        for byte in literals[Int(literal.a)..<Int(literal.b)] { context.read(byte) }
        return context
      })
  }

  private func successors(of operation: Operation, at index: Int) -> [Int] {
    switch operation.code {
    case .literal, .print, .descend: [index + 1]
    case .enter, .when, .unless: [index + 1, Int(operation.b)]
    // A record is left once; a list goes round.
    case .leave: operations[Int(operation.a) - 1].code == .enter ? [index + 1, Int(operation.a)] : [index + 1]
    }
  }
}

extension HTMLContext.Hazard {
  fileprivate var words: Bilingual {
    switch self {
    case .script: Bilingual(zh: "<script> 里", en: "inside <script>")
    case .style: Bilingual(zh: "<style> 里", en: "inside <style>")
    case .tagName: Bilingual(zh: "标签名的位置", en: "where a tag's name stands")
    case .outsideQuotes: Bilingual(zh: "标签里、引号之外", en: "inside a tag but outside quotation marks")
    case .handler: Bilingual(zh: "on… 事件属性里", en: "inside an on… attribute")
    case .markupInAttribute: Bilingual(zh: "属性值里（这是 HTML）", en: "as markup inside an attribute's value")
    case .markupInComment: Bilingual(zh: "注释里（这是 HTML）", en: "as markup inside a comment")
    }
  }

  fileprivate var remedy: Bilingual {
    switch self {
    case .script, .style, .handler:
      Bilingual(
        zh: "放进带引号的 data- 属性，再由脚本或样式读取",
        en: "put it into a quoted data- attribute, and let the script or style read that")
    case .tagName: Bilingual(zh: "写出标签名，用 {{#…}} 选择", en: "write the tag's name out, choosing by {{#…}}")
    case .outsideQuotes: Bilingual(zh: "给属性值加上引号", en: "put the attribute's value in quotation marks")
    case .markupInAttribute, .markupInComment:
      Bilingual(zh: "在这里只用文字字段 {{ }}", en: "use a text field with {{ }} here")
    }
  }
}

extension Diagnostic {
  static func unsafeContext(_ name: Name, _ hazard: HTMLContext.Hazard) -> Diagnostic {
    Diagnostic(
      .unsafeContext, at: name.place,
      message: Bilingual(
        zh: "“\(name.text)”不能印在\(hazard.words.zh)", en: "'\(name.text)' can't be printed \(hazard.words.en)"),
      remedy: hazard.remedy)
  }
}
