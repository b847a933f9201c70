import LedgerTables

/// The same question with its ties in no order: behind every `ORDER BY` stands a shuffle, and what a subquery groups,
/// joins by `UNION` or makes distinct, which SQLite happens to sort, is shuffled. What was asked for stays as it is; what
/// nobody asked for comes otherwise.
///
/// Tables that lie in another order aren't enough: rows that were once sorted come sorted, wherever they lay.
struct ShuffledOrders {
  private struct Frame {
    enum Kind { case other, select, over }

    var kind = Kind.other
    /// Whether nothing stood in it yet.
    var isEmpty = true
    /// The function whose parentheses it stands for; empty for others.
    var function = ""
    /// The last function that was called in it, which an `OVER` speaks of.
    var called = ""
    /// Whether a subquery in it stands for one value: the first that comes.
    var isValue = false
    /// Of the name of a window that is defined here.
    var window: String?
    var definesWindows = false
    var start = 0
    var select: Int?
    var order: Int?
    var limit: Int?
    var bounds: Int?
    var countsRows = false
    /// Between `FROM` and what follows it, where a comma parts tables.
    var isOfTables = false
    var isCompound = false
    var isGrouped = false
  }

  private struct Edit {
    let offset: Int
    var removed = 0
    let text: String
  }

  private let pieces: [SQLPiece]
  private let sql: [UInt8]
  private let joinsCompounds: Bool
  private var frames = [Frame()]
  private var edits: [Edit] = []
  /// What stands between the parentheses of a window, by its name.
  private var windows: [String: (text: String, ordered: Bool)] = [:]
  private var uses: [(function: String, name: SQLPiece)] = []

  /// By how deep it stands: what stands within is turned round by itself.
  private static func shuffle(_ depth: Int) -> String { "\(ledgerShuffle)(\(depth % 2))" }
  /// Of these the answer hangs on which of two equal rows comes first.
  private static let placing: Set<String> = [
    "row_number", "ntile", "lag", "lead", "first_value", "last_value", "nth_value",
  ]

  /// Words behind which a subquery is a table, or is asked for more than its first row.
  private static let beforeTables: Set<String> = [
    "from", "join", "as", "in", "exists", "materialized", "union", "all", "except", "intersect",
  ]

  /// - Parameter joinsCompounds: whether what `UNION` and the like join is shuffled too, which can't be done of what asks
  ///   itself again.
  static func sql(_ sql: [UInt8], joinsCompounds: Bool) -> String {
    var shuffled = ShuffledOrders(sql, joinsCompounds)
    return shuffled.rewritten()
  }

  private init(_ sql: [UInt8], _ joinsCompounds: Bool) {
    self.sql = sql
    self.joinsCompounds = joinsCompounds
    pieces = sqlPieces(sql)
  }

  private mutating func rewritten() -> String {
    for index in pieces.indices { take(index) }
    let end = pieces.last.flatMap { $0.text == ";" ? $0.start : nil } ?? sql.count
    while !frames.isEmpty { close(at: end) }
    for use in uses {
      guard let window = windows[use.name.text.lowercased()] else { continue }
      let text = "(\(window.text)\(window.ordered ? ", " : " ORDER BY ")\(Self.shuffle(1)))"
      edits.append(Edit(offset: use.name.start, removed: use.name.text.utf8.count, text: text))
    }
    var written: [UInt8] = []
    var copied = 0
    // Of one place, what was closed first stands first.
    let inOrder = edits.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
    for (_, edit) in inOrder {
      guard edit.offset >= copied else { continue }
      written += sql[copied..<edit.offset] + Array(edit.text.utf8)
      copied = edit.offset + edit.removed
    }
    return String(decoding: written + sql[copied...], as: UTF8.self)
  }

  private func word(_ index: Int) -> String {
    guard pieces.indices.contains(index), pieces[index].kind == .word || pieces[index].kind == .other else { return "" }
    return pieces[index].text.lowercased()
  }

  private mutating func take(_ index: Int) {
    let piece = pieces[index]
    let last = frames.count - 1
    switch word(index) {
    case "(": return open(index)
    case ")":
      if last > 0 { close(at: piece.start) }
      return
    case "with": if frames[last].isEmpty { frames[last].kind = .select }
    case "select", "values":
      if frames[last].isEmpty { frames[last].kind = .select }
      frames[last].select = frames[last].select ?? piece.start
      frames[last].isOfTables = false
      if word(index + 1) == "distinct" { frames[last].isGrouped = true }
    case "order":
      guard word(index + 1) == "by" else { break }
      frames[last].order = piece.start
      frames[last].isOfTables = false
    case "group":
      guard word(index + 1) == "by" else { break }
      frames[last].isGrouped = true
      frames[last].isOfTables = false
    case "union", "except", "intersect": frames[last].isCompound = true
    case "from": frames[last].isOfTables = true
    case "where", "having", "on": frames[last].isOfTables = false
    case "limit": frames[last].limit = piece.start
    case "window": frames[last].definesWindows = true
    case "rows", "range", "groups":
      guard frames[last].kind == .over, ["between", "unbounded", "current"].contains(word(index + 1)) else { break }
      frames[last].bounds = piece.start
      frames[last].countsRows = word(index) == "rows"
    case "over":
      let next = word(index + 1)
      if next != "(", !next.isEmpty, Self.placing.contains(frames[last].called) {
        uses.append((frames[last].called, pieces[index + 1]))
      }
    default: break
    }
    frames[frames.count - 1].isEmpty = false
  }

  private mutating func open(_ index: Int) {
    var frame = Frame()
    let parent = frames[frames.count - 1]
    frame.start = pieces[index].start + 1
    switch word(index - 1) {
    case "over":
      frame.kind = .over
      frame.function = parent.called
    case "as" where parent.definesWindows:
      frame.kind = .over
      frame.window = word(index - 2)
    default:
      frame.function = word(index - 1)
      frame.isValue = !Self.beforeTables.contains(frame.function) && !parent.isOfTables
    }
    frames[frames.count - 1].isEmpty = false
    frames.append(frame)
  }

  private mutating func close(at offset: Int) {
    let frame = frames.removeLast()
    switch frame.kind {
    case .select: closeSelect(frame, at: frame.limit ?? offset)
    case .over: closeWindow(frame, at: offset)
    case .other: break
    }
    guard !frames.isEmpty, frame.kind == .other, frame.function != "filter" else { return }
    frames[frames.count - 1].called = frame.function
  }

  private mutating func closeSelect(_ frame: Frame, at offset: Int) {
    let shuffle = Self.shuffle(frames.count)
    // A comment may stand before it.
    let order = frame.order.map { _ in "\n, \(shuffle) " } ?? "\nORDER BY \(shuffle) "
    guard frame.order != nil || !frames.isEmpty && (frame.isGrouped || frame.isCompound || frame.isValue) else {
      return
    }
    if frame.isCompound {
      guard joinsCompounds, let select = frame.select else { return }
      edits.append(Edit(offset: select, text: "SELECT * FROM ("))
      if let start = frame.order {
        edits.append(Edit(offset: start, text: "\n) "))
      } else {
        edits.append(Edit(offset: offset, text: "\n) "))
      }
    }
    edits.append(Edit(offset: offset, text: order))
  }

  private mutating func closeWindow(_ frame: Frame, at offset: Int) {
    if let name = frame.window {
      guard frame.bounds == nil else { return }
      windows[name] = (String(decoding: sql[frame.start..<offset], as: UTF8.self), frame.order != nil)
      return
    }
    guard Self.placing.contains(frame.function) || frame.countsRows else { return }
    // Where all rows are equal, the second of them is there for all; with an order it is for those behind it.
    guard frame.order != nil || frame.function != "nth_value" else { return }
    let text = frame.order == nil ? " ORDER BY \(Self.shuffle(frames.count)) " : ", \(Self.shuffle(frames.count)) "
    edits.append(Edit(offset: frame.bounds ?? offset, text: text))
  }
}
