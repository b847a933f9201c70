/// Finds the attribute `data-as-written` among a tag's and takes it out: what stands in its element isn't typeset.
struct AttributeMark {
  static let name = Array("data-as-written".utf8)

  private(set) var isAsWritten = false
  /// Where the attribute at hand begins among the literals.
  private var start: Int?

  /// - Parameters:
  ///   - literals: up to and with the byte behind which `mode` is.
  ///   - pending: what stands before it is an operation already.
  mutating func follow(_ literals: inout [UInt8], _ mode: HTMLContext.Mode, from pending: Int) {
    if mode == .attributeName {
      if start == nil { start = literals.count - 1 }
      return
    }
    guard let begun = start else { return }
    start = nil
    guard begun > pending, mode != .beforeValue,
      literals[begun..<(literals.count - 1)].elementsEqual(Self.name)
    else { return }
    isAsWritten = true
    // With the blank before it.
    literals.removeSubrange((begun - 1)..<(literals.count - 1))
  }
}
