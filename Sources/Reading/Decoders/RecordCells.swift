import Diagnostics
import Parsing
import Scoring
import Texts

/// What the cells of a record say of its item, and whether that item has use for it. The item itself is only looked at to
/// word a mistake.
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
  mutating func quantity(_ column: Int, _ standard: RecordStandard, _ item: Int) -> Quantity? {
    let rule = standard.rules[item]
    if rule.isPercent { dropPercentSign(column) }
    if rule.needsQuantity, isEmpty(column) {
      findings.report(.quantityMissing(standard.items[item], at: place(of: column)))
    }
    return quantity(column)
  }

  /// The same where the item isn't known, which is reported, and nothing else.
  mutating func quantityOfUnknown(_ column: Int) -> Quantity? {
    dropPercentSign(column)
    return quantity(column)
  }

  /// A quantity says something only where points are given by it; elsewhere a correction's says how much of the record it
  /// takes away.
  func check(_ quantity: Quantity?, _ standard: RecordStandard, _ item: Int, isClosed: Bool) {
    let rule = standard.rules[item]
    if !rule.isRecordable { return findings.report(.itemNotRecordable(standard.items[item], at: place(of: 2))) }
    if rule.isBeyond { findings.report(.absurdRule(standard.items[item], at: place(of: 2))) }
    guard let quantity else { return }
    let isCorrection = !isEmpty(9)
    if quantity < .zero, !isCorrection {
      return findings.report(.negativeQuantity(text(3), standard.items[item], at: place(of: 3)))
    }
    if quantity == .zero {
      if !rule.mayBeNothing || isCorrection { findings.report(.zeroQuantity(at: place(of: 3))) }
      return
    }
    switch rule.quantities {
    case .units(let points, let each):
      if worth(of: quantity, Points(millionths: points), Quantity(hundredths: each)).magnitude > rule.mostWorth,
        case .perUnit(let points, let unit, each: _) = standard.items[item].form
      {
        findings.report(.absurdPoints(quantity, unit, points, at: place(of: 3)))
      }
    case .once:
      // A negative one without a record to correct was reported already.
      if quantity > .zero, quantity != .one {
        let found = Diagnostic.quantityNotUsed(quantity, standard.items[item], at: place(of: 3))
        findings.report(isClosed ? found.tolerated(.closedQuantity) : found)
      }
    case .range(let least, let most):
      if !isCorrection, !(least...most).contains(quantity.hundredths) {
        findings.report(
          .outsideRange(
            quantity, standard.items[item], Quantity(hundredths: least)...Quantity(hundredths: most),
            at: place(of: 3)))
      }
    case .free: break
    }
  }

  /// Reason and affair, where the item asks for them; a correction may leave the affair to its record.
  func checkWords(_ standard: RecordStandard, _ item: Int) {
    let rule = standard.rules[item]
    guard rule.isRecordable else { return }
    if rule.isDiscretion, isEmpty(7) { findings.report(.reasonMissing(standard.items[item], at: place(of: 7))) }
    if rule.isOnce, isEmpty(12), isEmpty(9) {
      findings.report(.affairMissing(standard.items[item], at: place(of: 12)))
    }
    if !rule.isOnce, !isEmpty(12) { findings.report(.affairNotUsed(standard.items[item], at: place(of: 12))) }
  }

  /// The number of the level named in the cell; an item without levels names none, and a correction may leave it to the
  /// record it corrects.
  func level(_ column: Int, _ standard: RecordStandard, _ item: Int, isCorrection: Bool) -> Int32 {
    // One that takes no records is reported, and nothing else of the row.
    guard standard.rules[item].isRecordable else { return 0 }
    if isEmpty(column) {
      if standard.rules[item].hasLevels, !isCorrection { missing(column) }
      return 0
    }
    let cell = cells[column]
    if let index = standard.levels[item].index(of: bytes.span.extracting(cell.start..<cell.end)) { return index }
    findings.report(
      errorAt: place,
      .unknownLevel(
        text(column).shortened, standard.items[item], standard.levels[item].strings, at: place(of: column)))
    return 0
  }

  /// The same for the role, which is `nil` where none is named.
  func role(_ column: Int, _ standard: RecordStandard, _ item: Int, isCorrection: Bool) -> Int? {
    guard standard.rules[item].isRecordable else { return nil }
    if isEmpty(column) {
      if standard.rules[item].hasRoles, !isCorrection { missing(column) }
      return nil
    }
    let cell = cells[column]
    if let index = standard.roles[item].index(of: bytes.span.extracting(cell.start..<cell.end)) { return Int(index) }
    findings.report(
      errorAt: place,
      .unknownRole(
        text(column).shortened, standard.items[item], standard.roles[item].strings, at: place(of: column)))
    return nil
  }
}

extension ByteTable {
  fileprivate var strings: [String] { (0..<Int32(count)).map(string) }
}
