/// Quotation marks around attributes' values, which HTML needs only where a value is empty, or has blanks or certain signs in
/// it. Of a value that a template writes out it's known when the template is compiled; of others while a page is printed.
extension PageComposition {
  enum ValueMarks {
    case none
    /// Of a value that is written out: where its first mark stands among the literals.
    case written(Int)
    /// Of a value between two operations.
    case printed
  }

  /// - Parameter offset: behind the byte that led from one mode to the other, among the template's literals.
  mutating func composeValue(
    _ before: HTMLContext.Mode, _ mode: HTMLContext.Mode, _ number: Int, _ offset: Int
  ) {
    if before == .beforeValue, mode == .doubleQuoted {
      value = .written(literals.count - 1)
      guard isPrinted(from: number, offset) else { return }
      value = .printed
      literals.removeLast()
      part()
      operations.append(Operation(code: .value))
    } else if before == .doubleQuoted, mode == .inTag {
      defer { value = .none }
      switch value {
      case .none: break
      case .printed:
        literals.removeLast()
        part()
        operations.append(Operation(code: .endValue))
      case .written(let start):
        let end = literals.count - 1
        guard start >= pending, literals[(start + 1)..<end].needsNoMarks, endsTagOrAttribute(number, offset) else {
          return
        }
        literals.remove(at: end)
        literals.remove(at: start)
      }
    }
  }

  /// Whether the value that begins at an offset of a literal goes on with what is printed, without a section in it.
  private func isPrinted(from number: Int, _ offset: Int) -> Bool {
    var (index, from) = (number, offset)
    while index < template.operations.count, index == number || !targets.contains(index) {
      let operation = template.operations[index]
      switch operation.code {
      case .literal:
        if let end = template.literals[from..<Int(operation.b)].firstIndex(of: UInt8(ascii: "\"")) {
          return index > number && endsTagOrAttribute(index, end + 1)
        }
      case .print where !prints.markup.contains(index): break
      default: return false
      }
      index += 1
      if index < template.operations.count { from = Int(template.operations[index].a) }
    }
    return false
  }

  /// Whether a blank or the tag's end comes next: a slash would belong to a value without marks.
  private func endsTagOrAttribute(_ number: Int, _ offset: Int) -> Bool {
    template.nextBytes(from: number, offset)?.allSatisfy { $0.isSpace || $0 == UInt8(ascii: ">") } == true
  }
}

extension [UInt8] {
  /// Puts marks around what stands from an offset on, if it needs them.
  mutating func quote(from start: Int) {
    if self[start...].needsNoMarks { return }
    insert(UInt8(ascii: "\""), at: start)
    append(UInt8(ascii: "\""))
  }
}

extension ArraySlice<UInt8> {
  fileprivate var needsNoMarks: Bool {
    !isEmpty
      && withUnsafeBufferPointer {
        $0.allSatisfy { byte in
          switch byte {
          case 0x00...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "`"):
            false
          default: true
          }
        }
      }
  }
}
