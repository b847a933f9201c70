import Scoring
import Texts

/// Rows of one table, some thousand at a time: cells in the order of the columns, row after row, and their texts one after
/// the other. A million rows are handed on so without a text of their own.
package struct RowBatch: Sendable {
  package enum Cell: Sendable {
    case null
    case integer(Int64)
    /// Among `bytes`.
    case text(start: Int, length: Int)
  }

  package fileprivate(set) var cells: [Cell] = []
  package fileprivate(set) var bytes: [UInt8] = []
  /// Cells a row.
  package let width: Int

  /// Bytes it takes.
  package var size: Int { cells.count * MemoryLayout<Cell>.stride + bytes.count }

  /// How many bytes of texts are gathered before they are handed on.
  fileprivate static let size = 128 << 10
}

/// Where the rows of a table are put, cell by cell.
///
/// A structure that is handed on by reference: a class would be asked at every cell whether somebody else is at it.
package struct RowWriter {
  private var batch: RowBatch
  private let tree: SourceTree
  private let take: (RowBatch) throws -> Void
  /// `records/b07.csv:` of each file, as it is first cited.
  private var prefixes: [[UInt8]?]
  /// Whether no row is cited as another place than its own.
  private let isPlain: Bool
  /// Where the row that is being made begins among the cells.
  private var start = 0

  init(_ tree: SourceTree, columns: Int, _ take: @escaping (RowBatch) throws -> Void) {
    self.tree = tree
    self.take = take
    batch = RowBatch(width: columns)
    prefixes = Array(repeating: nil, count: tree.files.count)
    isPlain = tree.origins.isEmpty
  }

  /// The row is whole.
  mutating func end() throws {
    let count = batch.cells.count - start
    precondition(count == batch.width, "a row of \(count) cells in a table of \(batch.width)")
    start += count
    if batch.bytes.count >= RowBatch.size { try flush() }
  }

  mutating func flush() throws {
    guard !batch.cells.isEmpty else { return }
    let full = batch
    start = 0
    batch = RowBatch(width: full.width)
    batch.cells.reserveCapacity(full.cells.count + full.width)
    batch.bytes.reserveCapacity(full.bytes.count + 4096)
    try take(full)
  }

  mutating func none() { batch.cells.append(.null) }
  mutating func number(_ value: Int64) { batch.cells.append(.integer(value)) }
  mutating func number(_ value: Int) { batch.cells.append(.integer(Int64(value))) }
  mutating func number(_ value: Int?) { if let value { number(value) } else { none() } }
  /// Numbers of rows are from 1; 0 is none.
  mutating func row(_ id: Int32) { if id > 0 { number(Int(id)) } else { none() } }
  /// The columns `id` and `year`, which most tables begin with.
  mutating func begin(_ id: Int32, _ year: YearLedger) { begin(Int(id), year) }
  mutating func begin(_ id: Int, _ year: YearLedger) {
    number(id)
    number(year.year)
  }
  mutating func flag(_ value: Bool) { number(value ? 1 : 0) }
  mutating func points(_ value: Points) { number(value.millionths) }
  mutating func points(_ value: Points?) { if let value { points(value) } else { none() } }
  mutating func hundredths(_ value: Quantity) { number(value.hundredths) }

  mutating func text(_ value: String) {
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: value.utf8)
    endText(from: start)
  }
  mutating func text(_ value: String?) { if let value { text(value) } else { none() } }
  /// An empty text says nothing.
  mutating func words(_ value: String) { if value.isEmpty { none() } else { text(value) } }

  /// Two texts with a sign between them, where both say something.
  mutating func texts(_ first: String, _ sign: String, _ second: String) {
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: first.utf8)
    if !first.isEmpty, !second.isEmpty { batch.bytes.append(contentsOf: sign.utf8) }
    batch.bytes.append(contentsOf: second.utf8)
    endText(from: start)
  }

  mutating func day(_ day: Day) {
    let start = batch.bytes.count
    digits(day.year, least: 4)
    batch.bytes.append(UInt8(ascii: "-"))
    digits(day.month, least: 2)
    batch.bytes.append(UInt8(ascii: "-"))
    digits(day.day, least: 2)
    endText(from: start)
  }
  mutating func day(_ value: Day?) { if let value { day(value) } else { none() } }

  /// As pages cite it, without the folder that all of it lies in.
  mutating func place(_ place: Place) {
    let file = Int(place.file)
    guard tree.files[file].sheet == nil, isPlain || tree.origins[place] == nil else {
      let text = tree.citation(of: place)
      return self.text(text.dropping(prefix: "content/").map { String($0) } ?? text)
    }
    if prefixes[file] == nil {
      let path = tree.path(of: place)
      let short = path.dropping(prefix: "content/").map { String($0) } ?? path
      prefixes[file] = Array("\(short):".utf8)
    }
    let start = batch.bytes.count
    if let prefix = prefixes[file] { batch.bytes.append(contentsOf: prefix) }
    digits(Int(place.line), least: 1)
    endText(from: start)
  }
  mutating func place(_ value: Place?) { if let value { place(value) } else { none() } }

  private mutating func endText(from start: Int) {
    batch.cells.append(.text(start: start, length: batch.bytes.count - start))
  }

  private mutating func digits(_ value: Int, least: Int) {
    var unit = 1
    for _ in 1..<max(least, 1) { unit *= 10 }
    while value / unit >= 10 { unit *= 10 }
    while unit > 0 {
      batch.bytes.append(UInt8(0x30 + value / unit % 10))
      unit /= 10
    }
  }
}
