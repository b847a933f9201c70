import Diagnostics
import Parsing
import Scoring
import Texts

/// What the cells of a record say of its item, and whether that item has use for it. The item itself is only looked at to
/// word a mistake.
extension TableRows {
  /// The number of the cell's words among all notes, each kept once.
  func note(_ column: ColumnNumber, in notes: inout ByteTable) -> Int32 {
    let cell = cells[column.number]
    guard cell.hasEscapes else { return notes.insert(bytes.span.extracting(cell.start..<cell.end)).index }
    let text = Array(string(cell).utf8)
    return notes.insert(text.span).index
  }

  func placeIfGiven(_ column: ColumnNumber) -> Place? { isEmpty(column) ? nil : place(of: column) }

  /// The quantity of a record, of which only its item says how it may be written.
  mutating func quantity(_ column: ColumnNumber, _ standard: RecordStandard, _ item: Int) -> Quantity? {
    let rule = standard.rules[item]
    if rule.isPercent { dropPercentSign(column) }
    if rule.needsQuantity, isEmpty(column) {
      findings.report(.quantityMissing(standard.items[item], at: place(of: column)))
    }
    return quantity(column)
  }

  /// The same where the item isn't known, which is reported, and nothing else.
  mutating func quantityOfUnknown(_ column: ColumnNumber) -> Quantity? {
    dropPercentSign(column)
    return quantity(column)
  }

  /// A quantity says something only where points are given by it; elsewhere a correction's says how much of the record it
  /// takes away.
  func check(_ quantity: Quantity?, _ standard: RecordStandard, _ item: Int, isClosed: Bool) {
    let rule = standard.rules[item]
    if !rule.isRecordable {
      return findings.report(.itemNotRecordable(standard.items[item], at: place(of: recordColumns.item)))
    }
    if rule.isBeyond { findings.report(.absurdRule(standard.items[item], at: place(of: recordColumns.item))) }
    guard let quantity else { return }
    let isCorrection = !isEmpty(recordColumns.corrects)
    if quantity < .zero, !isCorrection {
      return findings.report(
        .negativeQuantity(text(recordColumns.quantity), standard.items[item], at: place(of: recordColumns.quantity)))
    }
    if quantity == .zero {
      if !rule.mayBeNothing || isCorrection { findings.report(.zeroQuantity(at: place(of: recordColumns.quantity))) }
      return
    }
    switch rule.quantities {
    case .units(let points, let each):
      if worth(of: quantity, Points(millionths: points), Quantity(hundredths: each)).magnitude > rule.mostWorth,
        case .perUnit(let points, let unit, each: _) = standard.items[item].form
      {
        findings.report(.absurdPoints(quantity, unit, points, at: place(of: recordColumns.quantity)))
      }
    case .once:
      // A negative one without a record to correct was reported already.
      if quantity > .zero, quantity != .one {
        let found = Diagnostic.quantityNotUsed(quantity, standard.items[item], at: place(of: recordColumns.quantity))
        findings.report(isClosed ? found.tolerated(.closedQuantity) : found)
      }
    case .range(let least, let most):
      if !isCorrection, !(least...most).contains(quantity.hundredths) {
        findings.report(
          .outsideRange(
            quantity, standard.items[item], Quantity(hundredths: least)...Quantity(hundredths: most),
            at: place(of: recordColumns.quantity)))
      }
    case .free: break
    }
  }

  /// Reason and affair, where the item asks for them; a correction may leave the affair to its record.
  func checkWords(_ standard: RecordStandard, _ item: Int) {
    let rule = standard.rules[item]
    guard rule.isRecordable else { return }
    if rule.isDiscretion, isEmpty(recordColumns.note) {
      findings.report(.reasonMissing(standard.items[item], at: place(of: recordColumns.note)))
    }
    if rule.isOnce, isEmpty(recordColumns.affair), isEmpty(recordColumns.corrects) {
      findings.report(.affairMissing(standard.items[item], at: place(of: recordColumns.affair)))
    }
    if !rule.isOnce, !isEmpty(recordColumns.affair) {
      findings.report(.affairNotUsed(standard.items[item], at: place(of: recordColumns.affair)))
    }
  }

  /// The number of the level named in the cell; an item without levels names none, and a correction may leave it to the
  /// record it corrects.
  func level(_ column: ColumnNumber, _ standard: RecordStandard, _ item: Int, isCorrection: Bool) -> Int32 {
    // One that takes no records is reported, and nothing else of the row.
    guard standard.rules[item].isRecordable else { return 0 }
    if isEmpty(column) {
      if standard.rules[item].hasLevels, !isCorrection { missing(column) }
      return 0
    }
    if case .found(let one) = naming(column, standard.levels[item]) { return one.index }
    findings.report(
      errorAt: place,
      .unknownLevel(
        text(column).shortened, standard.items[item], standard.levels[item].ids, at: place(of: column)))
    return 0
  }

  /// The same for the role, which is `nil` where none is named.
  func role(_ column: ColumnNumber, _ standard: RecordStandard, _ item: Int, isCorrection: Bool) -> Int? {
    guard standard.rules[item].isRecordable else { return nil }
    if isEmpty(column) {
      if standard.rules[item].hasRoles, !isCorrection { missing(column) }
      return nil
    }
    if case .found(let one) = naming(column, standard.roles[item]) { return Int(one.index) }
    findings.report(
      errorAt: place,
      .unknownRole(
        text(column).shortened, standard.items[item], standard.roles[item].ids, at: place(of: column)))
    return nil
  }
}
