import Diagnostics
import Parsing
import Scoring
import Texts

/// What the cells of a record say of its item, and whether that item has use for it.
extension CSVRows {
  /// The number of the cell's words among all notes, each kept once.
  func note(_ column: Int, in notes: inout ByteTable) -> Int32 {
    let cell = cells[column]
    guard cell.hasEscapes else { return notes.insert(bytes.span.extracting(cell.start..<cell.end)).index }
    let text = Array(string(cell).utf8)
    return notes.insert(text.span).index
  }

  func placeIfGiven(_ column: Int) -> Place? { isEmpty(column) ? nil : place(of: column) }

  /// The quantity of a record, of which only its item says how it may be written.
  mutating func quantity(_ column: Int, of item: Item, _ rule: RecordRule) -> Quantity? {
    if rule.isPercent { dropPercentSign(column) }
    if rule.needsQuantity, isEmpty(column) { findings.report(.quantityMissing(item, at: place(of: column))) }
    return quantity(column)
  }

  /// The same where the item isn't known, which is reported, and nothing else.
  mutating func quantityOfUnknown(_ column: Int) -> Quantity? {
    dropPercentSign(column)
    return quantity(column)
  }

  /// A quantity says something only where points are given by it; elsewhere a correction's says how much of the record it
  /// takes away.
  func check(_ quantity: Quantity?, of item: Item, _ rule: RecordRule, isClosed: Bool) {
    if !rule.isRecordable { return findings.report(.itemNotRecordable(item, at: place(of: 2))) }
    if rule.isBeyond { findings.report(.absurdRule(item, at: place(of: 2))) }
    guard let quantity else { return }
    let isCorrection = !isEmpty(9)
    if quantity < .zero, !isCorrection {
      let isDeducted = rule.range != nil && item.form.values.allSatisfy { $0 < .zero }
      return findings.report(
        isDeducted
          ? .negativeDeduction(text(3), item, at: place(of: 3)) : .negativeNumber(text(3), at: place(of: 3)))
    }
    if quantity == .zero {
      if !rule.mayBeNothing || isCorrection { findings.report(.zeroQuantity(at: place(of: 3))) }
      return
    }
    switch item.form {
    case .perUnit(let points, let unit, let each):
      if worth(of: quantity, points, each).magnitude > rule.mostWorth {
        findings.report(.absurdPoints(quantity, unit, points, at: place(of: 3)))
      }
    case .perRecord, .levels:
      // A negative one without a record to correct was reported already.
      if quantity > .zero, quantity != .one {
        let found = Diagnostic.quantityNotUsed(quantity, item, at: place(of: 3))
        findings.report(isClosed ? found.tolerated(.closedQuantity) : found)
      }
    case .range:
      if let range = rule.range, !isCorrection, !range.contains(quantity) {
        findings.report(.outsideRange(quantity, item, range, at: place(of: 3)))
      }
    case .steps, .reach, .credit, .survey, .rating, .welfareBase, .welfareBeyond, .project: break
    }
  }

  /// Reason and affair, where the item asks for them; a correction may leave the affair to its record.
  func checkWords(of item: Item, _ rule: RecordRule) {
    guard rule.isRecordable else { return }
    if rule.range != nil, isEmpty(7) { findings.report(.reasonMissing(item, at: place(of: 7))) }
    if rule.isOnce, isEmpty(12), isEmpty(9) { findings.report(.affairMissing(item, at: place(of: 12))) }
    if !rule.isOnce, !isEmpty(12) { findings.report(.affairNotUsed(item, at: place(of: 12))) }
  }

  /// The number of the level named in the cell; an item without levels names none, and a correction may leave it to the
  /// record it corrects.
  func level(_ column: Int, of item: Item, names: ByteTable, isCorrection: Bool) -> Int32 {
    if isEmpty(column) {
      if names.count > 0, !isCorrection { missing(column) }
      return 0
    }
    let cell = cells[column]
    if let index = names.index(of: bytes.span.extracting(cell.start..<cell.end)) { return index }
    findings.report(
      errorAt: place,
      .unknownLevel(
        text(column).shortened, item, (0..<Int32(names.count)).map(names.string), at: place(of: column)))
    return 0
  }

  /// The same for the role, which is `nil` where none is named.
  func role(_ column: Int, of item: Item, names: ByteTable, isCorrection: Bool) -> Int? {
    if isEmpty(column) {
      if names.count > 0, !isCorrection { missing(column) }
      return nil
    }
    let cell = cells[column]
    if let index = names.index(of: bytes.span.extracting(cell.start..<cell.end)) { return Int(index) }
    findings.report(
      errorAt: place,
      .unknownRole(
        text(column).shortened, item, (0..<Int32(names.count)).map(names.string), at: place(of: column)))
    return nil
  }
}
