import Scoring
import Texts

/// One row while it is made, used again for the next: cells in the order of the columns, their texts one after the other. A
/// million rows are made so without a text of their own.
package final class RowWriter {
  package enum Cell {
    case null
    case integer(Int64)
    /// Among `bytes`.
    case text(start: Int, length: Int)
  }

  package private(set) var cells: [Cell] = []
  package private(set) var bytes: [UInt8] = []
  private let columns: Int
  private let tree: SourceTree
  private let take: (RowWriter) throws -> Void
  /// `records/b07.csv:` of each file, as it is first cited.
  private var prefixes: [[UInt8]?]

  init(_ tree: SourceTree, columns: Int, _ take: @escaping (RowWriter) throws -> Void) {
    self.tree = tree
    self.columns = columns
    self.take = take
    prefixes = Array(repeating: nil, count: tree.files.count)
    cells.reserveCapacity(columns)
  }

  func end() throws {
    precondition(cells.count == columns, "a row of \(cells.count) cells in a table of \(columns)")
    try take(self)
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  func none() { cells.append(.null) }
  func number(_ value: Int64) { cells.append(.integer(value)) }
  func number(_ value: Int) { cells.append(.integer(Int64(value))) }
  func number(_ value: Int?) { if let value { number(value) } else { none() } }
  /// Numbers of rows are from 1; 0 is none.
  func row(_ id: Int32) { if id > 0 { number(Int(id)) } else { none() } }
  func flag(_ value: Bool) { number(value ? 1 : 0) }
  func points(_ value: Points) { number(value.millionths) }
  func points(_ value: Points?) { if let value { points(value) } else { none() } }
  func hundredths(_ value: Quantity) { number(value.hundredths) }

  func text(_ value: String) {
    let start = bytes.count
    bytes.append(contentsOf: value.utf8)
    cells.append(.text(start: start, length: bytes.count - start))
  }
  func text(_ value: String?) { if let value { text(value) } else { none() } }
  /// An empty text says nothing.
  func words(_ value: String) { if value.isEmpty { none() } else { text(value) } }

  /// Two texts with a sign between them, where both say something.
  func texts(_ first: String, _ sign: String, _ second: String) {
    let start = bytes.count
    bytes.append(contentsOf: first.utf8)
    if !first.isEmpty, !second.isEmpty { bytes.append(contentsOf: sign.utf8) }
    bytes.append(contentsOf: second.utf8)
    cells.append(.text(start: start, length: bytes.count - start))
  }

  func day(_ day: Day) {
    let start = bytes.count
    digits(day.year, least: 4)
    bytes.append(UInt8(ascii: "-"))
    digits(day.month, least: 2)
    bytes.append(UInt8(ascii: "-"))
    digits(day.day, least: 2)
    cells.append(.text(start: start, length: bytes.count - start))
  }
  func day(_ value: Day?) { if let value { day(value) } else { none() } }

  /// As pages cite it, without the folder that all of it lies in.
  func place(_ place: Place) {
    let file = Int(place.file)
    guard tree.files[file].sheet == nil, tree.origins[place] == nil else {
      let text = tree.citation(of: place)
      return self.text(text.dropping(prefix: "content/").map { String($0) } ?? text)
    }
    if prefixes[file] == nil {
      let path = tree.path(of: place)
      let short = path.dropping(prefix: "content/").map { String($0) } ?? path
      prefixes[file] = Array("\(short):".utf8)
    }
    let start = bytes.count
    if let prefix = prefixes[file] { bytes.append(contentsOf: prefix) }
    digits(Int(place.line), least: 1)
    cells.append(.text(start: start, length: bytes.count - start))
  }
  func place(_ value: Place?) { if let value { place(value) } else { none() } }

  private func digits(_ value: Int, least: Int) {
    var (rest, digits) = (value, 0)
    let start = bytes.count
    while rest > 0 || digits < least {
      bytes.append(UInt8(0x30 + rest % 10))
      rest /= 10
      digits += 1
    }
    bytes[start...].reverse()
  }
}
