import Sheets
import Texts

/// The part of a worksheet. What it has read lies behind a pointer: the parser calls by the million, and each access to a
/// value in a class is watched for another one, which costs a fifth of the time.
final class SheetReader: PartReader {
  private let state: UnsafeMutablePointer<SheetContent>
  var content: SheetContent { state.pointee }

  init(meter: WorkMeter, cell: CellBuilder) {
    state = .allocate(capacity: 1)
    state.initialize(to: SheetContent(meter: meter, cell: cell))
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    state.pointee.enter(name, attributes, depth: depth, self)
  }
  override func leave(depth: Int) { state.pointee.leave(depth: depth, self) }
  override func take(_ text: UnsafeBufferPointer<UInt8>) { state.pointee.take(text, self) }

  /// Rows in order; call it once, at the part's end.
  func finish() throws(WorkbookRefusal) { try state.pointee.finish() }
}

/// A worksheet's rows and cells on their way into a store, and what is said of whole rows, columns and ranges.
struct SheetContent {
  private enum Section { case none, data, columns, merges, filter }

  private let meter: WorkMeter
  private var section = Section.none
  private var row = RowBuilder()
  private var cell: CellBuilder
  private var lastRow: Int32 = 0
  private var areRowsSorted = true
  private var filterRange: CellRange?

  private(set) var isWorksheet = false
  private(set) var rows = RowStore()
  private(set) var cellCount = 0
  private(set) var merges: [CellRange] = []
  private(set) var hiddenRows: [ClosedRange<Int32>] = []
  private(set) var struckRows: [ClosedRange<Int32>] = []
  private(set) var hiddenColumns: [ClosedRange<Int32>] = []
  /// What the sheet's own filter may hide: the rows below its header.
  private(set) var filtered: ClosedRange<Int32>?
  private(set) var hasTables = false

  fileprivate init(meter: WorkMeter, cell: CellBuilder) {
    self.meter = meter
    self.cell = cell
  }

  mutating func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int, _ reader: PartReader) -> Bool {
    switch depth {
    case 4... where section == .data: return cell.enter(name, attributes, depth: depth - 4)
    case 3 where section == .data: return name == "c" && enterCell(attributes, reader)
    case 2: return enterEntry(name, attributes, reader)
    case 1: return enterSection(name, attributes)
    case 0:
      isWorksheet = name == "worksheet"
      return isWorksheet
    default: return false
    }
  }

  mutating func leave(depth: Int, _ reader: PartReader) {
    switch depth {
    case 4... where section == .data: cell.leave(depth: depth - 4)
    case 3 where section == .data:
      cell.finish(into: &row)
      if row.bytes.count > reader.limits.rowBytes { reader.refuse(.tooLarge(.row), cell: cell.name) }
    case 2 where section == .data: leaveRow(reader)
    case 1: section = .none
    default: break
    }
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: PartReader) {
    if !cell.take(bytes, most: reader.limits.textBytes) { reader.refuse(.tooLarge(.text), cell: cell.name) }
  }

  private mutating func enterCell(_ attributes: XMLAttributes, _ reader: PartReader) -> Bool {
    let before = cell.row == row.number && row.hasBegun ? cell.column : 0
    let wrong = cell.begin(row: row.number, column: before + 1, attributes) { reader.pass(over: $0) }
    row.hasBegun = true
    guard let wrong else { return true }
    let said = attributes.value("r") ?? "\(before + 1)"
    let name = columnLetters(min(before + 1, SheetSize.columns)) + "\(row.number)"
    reader.refuse(wrong == .noSuchCell ? .noSuchCell(said) : .cellOutsideRow(said), cell: name)
    return false
  }

  // MARK: Rows and what is beside them

  private mutating func enterSection(_ name: LocalName, _ attributes: XMLAttributes) -> Bool {
    switch name {
    case "sheetData": section = .data
    case "cols": section = .columns
    case "mergeCells": section = .merges
    case "autoFilter":
      section = .filter
      filterRange = attributes.first { $0.name == "ref" }.flatMap { cellRange($0.value) }
    case "tableParts":
      hasTables = true
      return false
    default: return false
    }
    return true
  }

  private mutating func enterEntry(_ name: LocalName, _ attributes: XMLAttributes, _ reader: PartReader) -> Bool {
    switch (section, name) {
    case (.data, "row"): return enterRow(attributes, reader)
    case (.columns, "col"):
      let (first, last) = (attributes.value("min").flatMap { Int32($0) }, attributes.value("max").flatMap { Int32($0) })
      if attributes.isTrue("hidden"), let first, let last, first > 0, first <= last, last <= SheetSize.columns {
        hiddenColumns.append(first...last)
      }
    case (.merges, "mergeCell"): enterMerge(attributes, reader)
    case (.filter, "filterColumn"):
      filtered = filterRange?.belowHeader
    default: break
    }
    return false
  }

  private mutating func enterMerge(_ attributes: XMLAttributes, _ reader: PartReader) {
    let said = attributes.first { $0.name == "ref" }
    guard let range = said.flatMap({ cellRange($0.value) }) else {
      return reader.refuse(.noSuchRange(said.map { String(cString: $0.value) } ?? ""))
    }
    meter.work.merges += 1
    if meter.work.merges > reader.limits.merges { return reader.refuse(.tooLarge(.merges)) }
    keep(MemoryLayout<CellRange>.stride, reader)
    merges.append(range)
  }

  private mutating func enterRow(_ attributes: XMLAttributes, _ reader: PartReader) -> Bool {
    var number = lastRow + 1
    var isHidden = false
    for attribute in attributes {
      switch attribute.name {
      case "r":
        guard let said = wholeNumber(attribute.value, most: SheetSize.rows) else {
          reader.refuse(.noSuchRow(String(cString: attribute.value)))
          return false
        }
        number = said
      case "hidden": isHidden = attribute.value.pointee == 0x31 || attribute.value.pointee == 0x74
      case "s", "ht", "spans", "customFormat", "customHeight", "dyDescent": break
      default: reader.pass(over: attribute.name)
      }
    }
    guard number <= SheetSize.rows else {
      reader.refuse(.noSuchRow("\(number)"))
      return false
    }
    if number <= lastRow { areRowsSorted = false }
    lastRow = number
    meter.work.rows += 1
    row.begin(number)
    if isHidden { hiddenRows.append(joining: number...number) }
    return true
  }

  private mutating func leaveRow(_ reader: PartReader) {
    guard row.count > 0 else { return }
    let (bytes, twice) = row.finished()
    if let twice { return reader.refuse(.twice(columnLetters(twice) + "\(row.number)")) }
    keep(bytes.count + RowStore.bytesBeside, reader)
    guard reader.refusal == nil else { return }
    rows.append(row.number, bytes)
    cellCount += row.count
    meter.work.cells += row.count
    if row.isStruck { struckRows.append(joining: row.number...row.number) }
  }

  private func keep(_ bytes: Int, _ reader: PartReader) {
    do throws(WorkbookRefusal) { try meter.keep(bytes) } catch { reader.refuse(error) }
  }

  mutating func finish() throws(WorkbookRefusal) {
    if areRowsSorted { return }
    if let twice = rows.sort() { throw WorkbookRefusal(.twice("\(twice)")) }
    (hiddenRows, struckRows) = (hiddenRows.joined(), struckRows.joined())
  }
}

extension CellRange {
  /// What a filter of this range can hide.
  var belowHeader: ClosedRange<Int32>? {
    rows.count > 1 ? (rows.lowerBound + 1)...rows.upperBound : nil
  }
}
