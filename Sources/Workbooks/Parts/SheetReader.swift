import Sheets
import Texts

/// The part of a worksheet: its rows and cells into a store, and what is said of whole rows, columns and ranges.
final class SheetReader: PartReader {
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

  init(meter: WorkMeter, cell: CellBuilder) {
    self.meter = meter
    self.cell = cell
  }

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    switch depth {
    case 4... where section == .data: return cell.enter(name, attributes, depth: depth - 4)
    case 3 where section == .data: return name == "c" && enterCell(attributes)
    case 2: return enterEntry(name, attributes)
    case 1: return enterSection(name, attributes)
    case 0:
      isWorksheet = name == "worksheet"
      return isWorksheet
    default: return false
    }
  }

  override func leave(depth: Int) {
    switch depth {
    case 4... where section == .data: cell.leave(depth: depth - 4)
    case 3 where section == .data:
      cell.finish(into: &row)
      if row.bytes.count > limits.rowBytes { refuse(.tooLarge(.row), cell: cell.name) }
    case 2 where section == .data: leaveRow()
    case 1: section = .none
    default: break
    }
  }

  override func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !cell.take(bytes, most: limits.textBytes) { refuse(.tooLarge(.text), cell: cell.name) }
  }

  private func enterCell(_ attributes: XMLAttributes) -> Bool {
    let before = cell.row == row.number && row.hasBegun ? cell.column : 0
    let wrong = cell.begin(row: row.number, column: before + 1, attributes) { pass(over: $0) }
    row.hasBegun = true
    guard let wrong else { return true }
    refuse(wrong, cell: columnLetters(min(before + 1, SheetSize.columns)) + "\(row.number)")
    return false
  }

  // MARK: Rows and what is beside them

  private func enterSection(_ name: LocalName, _ attributes: XMLAttributes) -> Bool {
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

  private func enterEntry(_ name: LocalName, _ attributes: XMLAttributes) -> Bool {
    switch (section, name) {
    case (.data, "row"): return enterRow(attributes)
    case (.columns, "col"):
      let (first, last) = (attributes.value("min").flatMap { Int32($0) }, attributes.value("max").flatMap { Int32($0) })
      if attributes.isTrue("hidden"), let first, let last, first > 0, first <= last, last <= SheetSize.columns {
        hiddenColumns.append(first...last)
      }
    case (.merges, "mergeCell"): enterMerge(attributes)
    case (.filter, "filterColumn"):
      filtered = filterRange?.belowHeader
    default: break
    }
    return false
  }

  private func enterMerge(_ attributes: XMLAttributes) {
    let said = attributes.first { $0.name == "ref" }
    guard let range = said.flatMap({ cellRange($0.value) }) else {
      return refuse(.noSuchRange(said.map { String(cString: $0.value) } ?? ""))
    }
    meter.work.merges += 1
    if meter.work.merges > limits.merges { return refuse(.tooLarge(.merges)) }
    keep(MemoryLayout<CellRange>.stride)
    merges.append(range)
  }

  private func enterRow(_ attributes: XMLAttributes) -> Bool {
    var number = lastRow + 1
    var isHidden = false
    for attribute in attributes {
      switch attribute.name {
      case "r":
        guard let said = wholeNumber(attribute.value, most: SheetSize.rows) else {
          refuse(.noSuchRow(String(cString: attribute.value)))
          return false
        }
        number = said
      case "hidden": isHidden = attribute.value.pointee == 0x31 || attribute.value.pointee == 0x74
      case "s", "ht", "spans", "customFormat", "customHeight", "dyDescent": break
      default: pass(over: attribute.name)
      }
    }
    guard number <= SheetSize.rows else {
      refuse(.noSuchRow("\(number)"))
      return false
    }
    if number <= lastRow { areRowsSorted = false }
    lastRow = number
    meter.work.rows += 1
    row.begin(number)
    if isHidden { hiddenRows.append(joining: number...number) }
    return true
  }

  private func leaveRow() {
    guard row.count > 0 else { return }
    let (bytes, twice) = row.finished()
    if let twice { return refuse(.twice(columnLetters(twice) + "\(row.number)")) }
    keep(bytes.count + RowStore.bytesBeside)
    guard refusal == nil else { return }
    rows.append(row.number, bytes)
    cellCount += row.count
    meter.work.cells += row.count
    if row.isStruck { struckRows.append(joining: row.number...row.number) }
  }

  private func keep(_ bytes: Int) {
    do throws(WorkbookRefusal) { try meter.keep(bytes) } catch { refuse(error) }
  }

  /// Rows in order; call it once, at the part's end.
  func finish() throws(WorkbookRefusal) {
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
