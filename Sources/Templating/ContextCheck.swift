import Diagnostics

extension Compiler {
  var printedKinds: PrintedKinds {
    PrintedKinds(
      markup: Set(prints.filter { $0.value.kind == .markup }.keys),
      addresses: Set(prints.filter { $0.value.kind == .address }.keys), indents: indents)
  }

  /// Where each operation may stand, and the prints that turned out to be unsafe only behind themselves.
  ///
  /// Follows the program as data flows: before each operation stands the set of contexts that may be reached there,
  /// with a section's body and without it, again and again until nothing is added.
  func reachedContexts() -> (before: [Set<HTMLContext>], late: Set<Int>) {
    var reached = [Set<HTMLContext>](repeating: [], count: operations.count + 1)
    var isDue = [Bool](repeating: false, count: operations.count + 1)
    reached[0] = [HTMLContext()]
    isDue[0] = true
    var late: Set<Int> = []
    var isSettled = false
    while !isSettled {
      isSettled = true
      for (index, operation) in operations.enumerated() where isDue[index] {
        isDue[index] = false
        isSettled = false
        let after =
          switch operation.code {
          case .literal: read(operation, from: reached[index])
          case .print, .near: Set(reached[index].map { $0.printed(index) })
          default: reached[index]
          }
        late.formUnion(after.compactMap(\.lateHazard))
        for next in operations.successors(of: index) where !after.isSubset(of: reached[next]) {
          reached[next].formUnion(after)
          isDue[next] = true
        }
      }
    }
    return (reached, late)
  }

  /// Every print whose value could break out of where it stands, on any way through the sections.
  func unsafePrints(_ reached: [Set<HTMLContext>], late: Set<Int>) -> [Diagnostic] {
    prints.compactMap { index, print in
      let hazards = reached[index].compactMap { $0.hazard(of: print.kind) } + (late.contains(index) ? [.refresh] : [])
      return hazards.min().map { .unsafeContext(print.name, $0) }
    }
  }

  private func read(_ literal: Operation, from contexts: Set<HTMLContext>) -> Set<HTMLContext> {
    var result: Set<HTMLContext> = []
    var waiting = contexts.map { (context: $0, from: Int(literal.a)) }
    while var (context, from) = waiting.popLast() {
      while from < Int(literal.b) {
        let other = context.read(literals[from])
        from += 1
        if let other { waiting.append((other, from)) }
      }
      result.insert(context)
    }
    return result
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
