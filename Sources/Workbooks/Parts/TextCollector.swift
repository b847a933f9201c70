import Sheets

/// The text of an `si` or an `is`: its own `t` or those of its runs, without what says how it is spoken.
struct TextCollector {
  var bytes: [UInt8] = []
  private var isOpen = false
  private var runs = 0
  private var struckRuns = 0
  private var plainRuns = 0

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    (isOpen, runs, struckRuns, plainRuns) = (false, 0, 0, 0)
  }

  /// - Parameter depth: below the `si` or `is`: 0 for its children.
  mutating func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    switch (depth, name) {
    case (0, "t"), (1, "t"):
      isOpen = true
      return true
    case (0, "r"):
      runs += 1
      return true
    case (1, "rPr"):
      plainRuns += 1
      return true
    case (2, "strike"):
      if attributes.value("val").map({ ["0", "false", "off"].contains($0) }) != true {
        (plainRuns, struckRuns) = (plainRuns - 1, struckRuns + 1)
      }
    default: break
    }
    return false
  }

  mutating func leave(depth: Int) { isOpen = false }

  /// - Returns: whether it is still of a length that a cell may have.
  mutating func take(_ text: UnsafeBufferPointer<UInt8>, most: Int) -> Bool {
    guard isOpen else { return true }
    bytes.append(contentsOf: text)
    return bytes.count <= most
  }

  mutating func finish() { unescapeXstring(&bytes, from: 0) }

  var strike: RunStrike {
    if plainRuns > 0 { return .notAll }
    return runs > 0 && struckRuns == runs ? .allStruck : .asTheCell
  }
}
