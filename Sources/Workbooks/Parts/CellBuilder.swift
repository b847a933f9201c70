import Sheets
import Texts

/// The cell that is being read.
struct CellBuilder {
  private enum Kind { case number, shared, string, inline, boolean, error, iso, unknown }
  private enum Inside { case nothing, value, formula, inline }

  /// What is wrong with where a cell says it stands.
  enum Misplaced { case noSuchCell, outsideRow }

  private let strings: StringStore
  private let formats: [CellFormat]
  private let days: DayCount
  private var kind = Kind.number
  private var inside = Inside.nothing
  private var format = 0
  private var hasValue = false
  private var hasInline = false
  private var hasFormula = false
  private var collector = TextCollector()
  private var value: [UInt8] = []
  private var text: [UInt8] = []
  private(set) var row: Int32 = 0
  private(set) var column: Int32 = 0

  init(strings: StringStore, formats: [CellFormat], days: DayCount) {
    self.strings = strings
    self.formats = formats
    self.days = days
  }

  var name: String { columnLetters(column) + "\(row)" }

  /// - Parameter column: where the cell stands unless it says so itself.
  /// - Returns: what is wrong with where it says it stands; `nil` where nothing is.
  mutating func begin(row: Int32, column: Int32, _ attributes: XMLAttributes, pass: (LocalName) -> Void) -> Misplaced? {
    (self.row, self.column, kind, format) = (row, column, .number, 0)
    (hasValue, hasInline, hasFormula) = (false, false, false)
    if !value.isEmpty { value.removeAll(keepingCapacity: true) }
    for attribute in attributes {
      switch attribute.name {
      case "r":
        guard let said = cellReference(attribute.value) else { return .noSuchCell }
        guard said.row == row else { return .outsideRow }
        self.column = said.column
      case "s": format = Int(wholeNumber(attribute.value, most: Int32.max / 10 - 1) ?? 0)
      case "t": kind = Self.kind(LocalName(attribute.value))
      default: pass(attribute.name)
      }
    }
    return self.column > SheetSize.columns ? .noSuchCell : nil
  }

  private static func kind(_ type: LocalName) -> Kind {
    switch type {
    case "s": .shared
    case "n": .number
    case "str": .string
    case "inlineStr": .inline
    case "b": .boolean
    case "e": .error
    case "d": .iso
    default: .unknown
    }
  }

  /// - Parameter depth: below the cell: 0 for its children.
  mutating func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    if depth > 0 { return inside == .inline && collector.enter(name, attributes, depth: depth - 1) }
    switch name {
    case "v":
      hasValue = true
      inside = .value
      return true
    case "f":
      hasFormula = true
      return false
    case "is":
      hasInline = true
      inside = .inline
      collector.begin()
      return true
    default: return false
    }
  }

  mutating func leave(depth: Int) {
    if depth > 0 { return collector.leave(depth: depth - 1) }
    if inside == .inline { collector.finish() }
    inside = .nothing
  }

  /// - Returns: whether it is still of a length that a cell may have.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, most: Int) -> Bool {
    switch inside {
    case .value:
      value.append(contentsOf: bytes)
      return value.count <= most
    case .inline: return collector.take(bytes, most: most)
    case .nothing, .formula: return true
    }
  }

  /// The cell is whole: into its row, unless it holds nothing.
  mutating func finish(into row: inout RowBuilder) {
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    var format = CellFormat.plain
    if formats.indices.contains(self.format) { format = formats[self.format] }
    var isStruck = format.isStruck
    var kind = CellKind.text
    if hasInline {
      // Beside a cached value it would be a second one; Office writes none.
      swap(&text, &collector.bytes)
      isStruck = collector.strike.isStruck(in: isStruck)
    } else if !hasValue || (value.isEmpty && self.kind != .string) {
      guard hasFormula else { return }
      kind = .formulaWithoutValue
    } else if self.kind == .shared {
      if let index = sharedIndex {
        row.append(
          column: column, .text, isStruck: strings.hasRuns ? strings.strike(index).isStruck(in: isStruck) : isStruck,
          colour: format.colour, text: nil, shared: index, isEmpty: strings.hasEmpty && strings.isEmpty(index))
        return
      }
      kind = .unreadable
      swap(&text, &value)
    } else {
      kind = writeValue(format)
    }
    row.append(
      column: column, kind, isStruck: isStruck, colour: format.colour, text: text, shared: 0, isEmpty: text.isEmpty)
  }

  private mutating func writeValue(_ format: CellFormat) -> CellKind {
    switch kind {
    case .string, .inline:
      swap(&text, &value)
      unescapeXstring(&text, from: 0)
      return .text
    case .boolean: return writeBoolean()
    case .error:
      swap(&text, &value)
      return .error
    case .iso:
      if let kind = value.withUnsafeBufferPointer({ writeISO($0, to: &text) }) { return kind }
      return writeNumber(format.number)
    case .number: return writeNumber(format.number)
    case .shared, .unknown:
      swap(&text, &value)
      return .unreadable
    }
  }

  private mutating func writeNumber(_ format: NumberFormat) -> CellKind {
    value.withUnsafeBufferPointer { Workbooks.writeNumber($0, shownAs: format, counting: days, to: &text) }
  }

  private mutating func writeBoolean() -> CellKind {
    switch String(decoding: value, as: UTF8.self).lowercased() {
    case "1", "true": text += "true".utf8
    case "0", "false": text += "false".utf8
    default:
      swap(&text, &value)
      return .unreadable
    }
    return .boolean
  }

  /// `nil` for a number that no shared text has.
  private var sharedIndex: Int? {
    var index = 0
    for byte in value {
      guard (0x30...0x39).contains(byte) else { return value.withUnsafeBufferPointer(blankedIndex) }
      index = index * 10 + Int(byte & 0x0F)
      guard index < strings.count else { return nil }
    }
    return value.isEmpty ? nil : index
  }

  /// With blanks around it.
  private func blankedIndex(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    Int(String(decoding: trimmed(bytes), as: UTF8.self)).flatMap { (0..<strings.count).contains($0) ? $0 : nil }
  }
}

extension RunStrike {
  func isStruck(in cell: Bool) -> Bool {
    switch self {
    case .asTheCell: cell
    case .allStruck: true
    case .notAll: false
    }
  }
}
